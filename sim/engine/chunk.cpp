#include "engine/chunk.hpp"

#include <algorithm>

#include "engine/life.hpp"

namespace cxsim {

Chunk::Chunk(PersonId first, std::span<Customer> customers, std::span<History> histories,
             const World& world, StreamKey key)
    : first_(first), customers_(customers), histories_(histories), calendar_(customers.size()) {
  const BirthSettings settings{world.customer.loyalty.period,
                               world.customer.acquisition.first_consideration};
  for (std::size_t i = 0; i < customers_.size(); ++i) {
    const PersonId id(first.value + i);
    const Segment& segment = world.segments[segment_of(id, world).index()];
    customers_[i] = be_born(id, segment, settings, key);
    constexpr std::int32_t before_day_0 = -1;
    enter_date(static_cast<std::uint32_t>(i), before_day_0);
  }
}

Chunk::Chunk(const Chunk& other, std::span<Customer> customers, std::span<History> histories)
    : first_(other.first_),
      customers_(customers),
      histories_(histories),
      calendar_(other.calendar_) {}

Person Chunk::person_at(std::size_t i, const Today& today) {
  return person_of(customers_[i], histories_[i], PersonId(first_.value + i), today);
}

void Chunk::enter_date(std::uint32_t i, std::int32_t today) {
  const std::int32_t due = customers_[i].next_due();
  if (due == never)
    calendar_.take_out(i);
  else
    calendar_.enter(i, due, today);
}

void Chunk::meet(const Happening& happening, const Today& today, Ledger& ledger) {
  for (std::uint32_t i = 0; i < customers_.size(); ++i) {
    Person person = person_at(i, today);
    const std::int32_t due = person.self.next_due();
    if (!meet_happening(person, happening, today, ledger)) continue;
    // Today's page is still to be turned.
    if (person.self.next_due() != due) calendar_.enter(i, person.self.next_due(), today.day - 1);
  }
}

void Chunk::hear(std::span<Message> messages, const Today& today, Ledger& ledger) {
  std::sort(messages.begin(), messages.end(), heard_before);
  for (std::size_t from = 0; from < messages.size();) {
    std::size_t to = from + 1;
    while (to < messages.size() && messages[to].receiver == messages[from].receiver) ++to;
    const auto i = static_cast<std::uint32_t>(place(messages[from].receiver));
    Person person = person_at(i, today);
    const std::int32_t due = person.self.next_due();
    hear_messages(person, messages.subspan(from, to - from), today, ledger);
    // Today's page is still to be turned.
    if (person.self.next_due() != due) calendar_.enter(i, person.self.next_due(), today.day - 1);
    from = to;
  }
}

// Those who are due lie far apart in memory: ask for the next few while one lives their day.
void Chunk::call_up(std::size_t k) const {
  constexpr std::size_t ahead = 6, line = 64;
  if (k + ahead >= due_.size()) return;
  const std::uint32_t i = due_[k + ahead];
  const char* customer = reinterpret_cast<const char*>(&customers_[i]);
  __builtin_prefetch(customer, 1);
  __builtin_prefetch(customer + line, 1);
  __builtin_prefetch(&histories_[i], 1);
}

void Chunk::act(const Today& today, Ledger& ledger) {
  due_.clear();
  calendar_.turn_page(today.day, due_);
  for (std::size_t k = 0; k < due_.size(); ++k) {
    call_up(k);
    const std::uint32_t i = due_[k];
    if (customers_[i].next_due() <= today.day) {
      Person person = person_at(i, today);
      live_day(person, today, ledger);
    }
    enter_date(i, today.day);
  }
}

}  // namespace cxsim
