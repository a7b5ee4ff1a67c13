#include "engine/chunk.hpp"

#include <algorithm>

namespace cxsim {

Chunk::Chunk(PersonId first, std::span<Customer> customers, std::span<History> histories,
             std::span<std::uint16_t> due, const Kernels& kernels, const World& world,
             StreamKey key)
    : first_(first), customers_(customers), histories_(histories), due_(due), kernels_(&kernels) {
  Worklist everybody;
  fill_with_everybody(everybody);
  kernels.be_born(people(everybody), world, key);
}

Chunk::Chunk(const Chunk& other, std::span<Customer> customers, std::span<History> histories,
             std::span<std::uint16_t> due)
    : first_(other.first_),
      customers_(customers),
      histories_(histories),
      due_(due),
      kernels_(other.kernels_),
      observes_(other.observes_) {}

People Chunk::people(const Worklist& list) const {
  return {first_, size(), customers_.data(), histories_.data(), due_.data(), list.places()};
}

void Chunk::fill_with_everybody(Worklist& list) const {
  list.start(size());
  for (std::uint32_t i = 0; i < size(); ++i) list.add(i);
}

void Chunk::observe(PersonId person) {
  customers_[place(person)].set(Fact::observed, true);
  observes_ = true;
}

void Chunk::choose(Whose whose, Appointment appointment, const Today& today, const Worklist& due,
                   Worklists& chosen) const {
  chosen.start(due.places().size());
  Worklist& crowd = chosen.crowd;
  crowd.set_count(kernels_->choose_due(people(due), whose, appointment, today.day, crowd.room()));
  if (observes_) crowd.move_those(chosen.observed, [&](std::uint32_t i) { return is_alone(i); });
}

void Chunk::meet(const Happening& happening, const Today& today, Ledger& ledger) {
  Worklists& everybody = ledger.desk.one;
  everybody.start(size());
  for (std::uint32_t i = 0; i < size(); ++i)
    (is_alone(i) ? everybody.observed : everybody.crowd).add(i);
  kernels_->meet(people(everybody.crowd), happening, today, ledger);
  scalar_kernels().meet(people(everybody.observed), happening, today, ledger);
}

void Chunk::hear(std::span<Message> messages, const Today& today, Ledger& ledger) {
  std::sort(messages.begin(), messages.end(), heard_before);
  Worklists& receivers = ledger.desk.one;
  receivers.start(messages.size());
  receivers.crowd.letters.clear();
  receivers.observed.letters.clear();
  for (std::size_t from = 0; from < messages.size();) {
    std::size_t to = from + 1;
    while (to < messages.size() && messages[to].receiver == messages[from].receiver) ++to;
    const std::uint32_t i = place(messages[from].receiver);
    Worklist& list = is_alone(i) ? receivers.observed : receivers.crowd;
    list.add(i);
    list.letters.push_back(messages.subspan(from, to - from));
    from = to;
  }
  kernels_->hear(people(receivers.crowd), receivers.crowd.letters, today, ledger);
  scalar_kernels().hear(people(receivers.observed), receivers.observed.letters, today, ledger);
}

// Those who are due lie far apart in memory: all of their cache lines are asked for at once.
void Chunk::find_due(const Today& today, Worklist& due) const {
  due.start(size());
  due.set_count(kernels_->find_due(due_, today.day, due.room()));
  constexpr std::size_t line = 64;
  for (const std::uint32_t i : due.places()) {
    const char* customer = reinterpret_cast<const char*>(&customers_[i]);
    __builtin_prefetch(customer, 1);
    __builtin_prefetch(customer + line, 1);
  }
}

void Chunk::let(Kernels::Step step, Kernels::Step step_alone, const Worklists& lists,
                const Today& today, Ledger& ledger) const {
  step(people(lists.crowd), today, ledger);
  step_alone(people(lists.observed), today, ledger);
}

// Contacts, and then what follows for those whose walk has ended elsewhere than in a close.
void Chunk::travel(const Kernels& kernels, Worklist& list, const Today& today,
                   Ledger& ledger) const {
  const auto places = list.places();
  kernels.go_on_journey(people(list), today, ledger, list.ends.data());
  Worklist& ending = ledger.desk.ending;
  ending.start(places.size());
  Worklist::Pen pen(ending);
  for (std::size_t k = 0; k < places.size(); ++k)
    pen.write_if(list.ends[k] != no_id, places[k], list.ends[k]);
  pen.put_down();
  kernels.end_walk(people(ending), ending.ends.data(), today, ledger);
}

void Chunk::act(const Today& today, Ledger& ledger) {
  const Kernels& alone = scalar_kernels();
  Desk& desk = ledger.desk;
  find_due(today, desk.due);
  Worklists &recovering = desk.one, &travelling = desk.other;
  choose(Whose::anybodys, Appointment::recovery, today, desk.due, recovering);
  choose(Whose::anybodys, Appointment::contact, today, desk.due, travelling);
  let(kernels_->receive_recovery, alone.receive_recovery, recovering, today, ledger);
  travel(*kernels_, travelling.crowd, today, ledger);
  travel(alone, travelling.observed, today, ledger);

  Worklists &considering = desk.one, &reviewing = desk.other;
  choose(Whose::strangers, Appointment::review, today, desk.due, considering);
  choose(Whose::customers, Appointment::review, today, desk.due, reviewing);
  let(kernels_->consider_firm, alone.consider_firm, considering, today, ledger);
  let(kernels_->review_firm, alone.review_firm, reviewing, today, ledger);
}

// Most people are no customers, and of those little is asked.
void Chunk::take_census(const Today& moment, Ledger& ledger) const {
  Worklist &customers = ledger.desk.one.crowd, &unknowing = ledger.desk.other.crowd;
  customers.start(size());
  unknowing.start(size());
  Worklist::Pen to_customers(customers), to_unknowing(unknowing);
  for (std::uint32_t from = 0; from < size();) {
    const SegmentId segment = segment_of(PersonId(first_.value + from), moment.world);
    const std::uint32_t end = moment.world.segment_ends[segment.index()] - first_.value;
    const auto to = std::min(end, static_cast<std::uint32_t>(size()));
    std::int64_t considering = 0, former = 0, aware = 0;
    for (; from < to; ++from) {
      const Customer& c = customers_[from];
      const bool stranger = (c.lifecycle == Lifecycle::unaware) | (c.lifecycle == Lifecycle::aware);
      considering += c.lifecycle == Lifecycle::considering;
      former += c.lifecycle == Lifecycle::former;
      aware += stranger & c.is(Fact::knows_firm);
      to_customers.write_if(c.active(), from);
      to_unknowing.write_if(stranger & !c.is(Fact::knows_firm), from);
    }
    ledger.tally.of(segment, SegmentSum::considering).count(considering);
    ledger.tally.of(segment, SegmentSum::former).count(former);
    ledger.tally.of(segment, SegmentSum::aware).count(aware);
  }
  to_customers.put_down();
  to_unknowing.put_down();
  kernels_->count_customer(people(customers), moment, ledger);
  kernels_->count_reached(people(unknowing), moment, ledger);
}

}  // namespace cxsim
