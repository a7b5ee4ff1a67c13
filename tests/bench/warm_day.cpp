#include "warm_day.hpp"

#include "reference_firm.hpp"

namespace cxsim::bench {
namespace {

CompanyState after_some_months(Simulation& simulation) {
  while (simulation.day() < WarmDay::day) simulation.pass_day();
  return simulation.company();
}

std::uint16_t searchable(const Customer& customer) {
  return static_cast<std::uint16_t>(std::min(customer.next_due(), last_searchable_day));
}

}  // namespace

std::size_t people_in(const Lists& lists) {
  std::size_t count = 0;
  for (const List& list : lists) count += list.places().size();
  return count;
}

WarmDay::WarmDay()
    : world_(reference_firm(people)),
      key_{static_cast<std::uint64_t>(world_.simulation.seed), 0},
      network_(world_.network, static_cast<std::uint32_t>(people), key_) {
  Simulation simulation(world_, 0);
  state_ = after_some_months(simulation);
  company_ = begin_day(day, world_.company, world_.touchpoints, world_.money.bot_cost, state_);
  take_tables(simulation);

  const auto dated = [](std::int32_t date) { return date <= day; };
  everybody = choose(morning, [](const Customer&) { return true; });
  customers = choose(morning, [](const Customer& c) { return c.active(); });
  travelling = choose(morning, [&](const Customer& c) { return dated(c.next_contact); });
  reviewing =
      choose(morning, [&](const Customer& c) { return c.active() && dated(c.next_review); });
  fill_outbox();
  sort_letters();
}

void WarmDay::take_tables(const Simulation& simulation) {
  for (const Chunk& chunk : simulation.chunks())
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      morning.customers.push_back(chunk.customer(i));
      morning.histories.push_back(chunk.history(i));
      morning.due.push_back(searchable(chunk.customer(i)));
    }
}

Today WarmDay::today() const {
  const float noon = static_cast<float>(day) + .5f;
  return {world_,
          company_,
          state_.root_cause_levels,
          network_,
          key_,
          day,
          noon,
          market_expectation_at(noon, world_.market),
          state_.reputation.level,
          1.0f - state_.unaware_of_advertising};
}

template <class Wanted>
Lists WarmDay::choose(const Tables& tables, Wanted wanted) const {
  Lists lists(chunks());
  for (std::size_t i = 0; i < tables.customers.size(); ++i)
    if (wanted(tables.customers[i]))
      lists[i / chunk_size].add(static_cast<std::uint32_t>(i % chunk_size));
  return lists;
}

void WarmDay::fill_outbox() {
  const Kernels& kernels = scalar_kernels();
  Ledger ledger = this->ledger();
  Tables tables = morning;
  std::vector<std::uint8_t> ends(chunk_size);
  for_chunks(tables, travelling, [&](const People& who, const List&) {
    kernels.go_on_journey(who, today(), ledger, ends.data());
  });
  for_chunks(tables, reviewing,
             [&](const People& who, const List&) { kernels.review_firm(who, today(), ledger); });
  outbox = ledger.outbox;
}

void WarmDay::sort_letters() {
  letters_ = outbox;
  std::sort(letters_.begin(), letters_.end(), heard_before);
  receiving.resize(chunks());
  for (std::size_t from = 0; from < letters_.size();) {
    std::size_t to = from + 1;
    while (to < letters_.size() && letters_[to].receiver == letters_[from].receiver) ++to;
    const std::size_t receiver = letters_[from].receiver.index();
    List& list = receiving[receiver / chunk_size];
    list.add(static_cast<std::uint32_t>(receiver % chunk_size));
    list.letters.push_back(Mail(letters_).subspan(from, to - from));
    from = to;
  }
}

const WarmDay& warm_day() {
  static const WarmDay day;
  return day;
}

}  // namespace cxsim::bench
