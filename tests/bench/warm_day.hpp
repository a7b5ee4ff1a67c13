// A day of the reference firm after some months, held still: who does what on it, and their tables
// as they stand before each step.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/huge_pages.hpp"
#include "engine/simulation.hpp"

namespace cxsim::bench {

struct Tables {
  LargeTable<Customer> customers;
  LargeTable<History> histories;
  LargeTable<std::uint16_t> due;
};

// Who takes part in a step in one chunk: by their places in it, with where their walk ended or
// what they are told.
class List {
 public:
  void add(std::uint32_t place) { places_.insert(places_.end() - spare, place); }
  // Kernels may read on behind the last by a group's width.
  std::span<const std::uint32_t> places() const {
    return std::span<const std::uint32_t>(places_).first(places_.size() - spare);
  }

  std::vector<std::uint8_t> ends;
  std::vector<Mail> letters;

 private:
  static constexpr std::size_t spare = 64;
  std::vector<std::uint32_t> places_ = std::vector<std::uint32_t>(spare);
};

// One for each chunk.
using Lists = std::vector<List>;

std::size_t people_in(const Lists& lists);

class WarmDay {
 public:
  static constexpr std::int64_t people = 100'000;
  static constexpr std::int32_t day = 120;
  static constexpr std::size_t chunk_size = Execution{}.chunk_size;

  WarmDay();

  const World& world() const { return world_; }
  StreamKey key() const { return key_; }
  Today today() const;
  Ledger ledger() const { return Ledger(shape_of(world_)); }
  static std::size_t chunks() { return (people + chunk_size - 1) / chunk_size; }

  Tables morning;
  Lists everybody, customers, travelling, reviewing;
  std::vector<Message> outbox;
  Lists receiving;  // the outbox, with their letters

 private:
  void take_tables(const Simulation& simulation);
  template <class Wanted>
  Lists choose(const Tables& tables, Wanted wanted) const;
  void fill_outbox();
  void sort_letters();

  const World& world_;
  StreamKey key_;
  Network network_;
  CompanyState state_;
  CompanyToday company_;
  std::vector<Message> letters_;
};

const WarmDay& warm_day();

// Lets one kernel after another see its people: act(people, list) for each chunk.
template <class Act>
void for_chunks(Tables& tables, const Lists& lists, Act act) {
  for (std::size_t c = 0; c < lists.size(); ++c) {
    const std::size_t first = c * WarmDay::chunk_size;
    const People people{.first = PersonId(first),
                        .count = std::min(WarmDay::chunk_size, tables.due.size() - first),
                        .customers = tables.customers.data() + first,
                        .histories = tables.histories.data() + first,
                        .due = tables.due.data() + first,
                        .places = lists[c].places()};
    act(people, lists[c]);
  }
}

}  // namespace cxsim::bench
