// A few thousand people with neighbouring ids: the piece of the population one worker takes at
// once.
#pragma once

#include <span>
#include <vector>

#include "engine/kernels.hpp"

namespace cxsim {

class Chunk {
 public:
  // The people first, first + 1, … as they are on day 0, in their places of the population's
  // tables. `kernels` outlive the chunk.
  Chunk(PersonId first, std::span<Customer> customers, std::span<History> histories,
        std::span<std::uint16_t> due, const Kernels& kernels, const World& world, StreamKey key);

  // The same chunk in other tables that hold copies of the same people.
  Chunk(const Chunk& other, std::span<Customer> customers, std::span<History> histories,
        std::span<std::uint16_t> due);

  std::size_t size() const { return customers_.size(); }
  PersonId first() const { return first_; }
  const Customer& customer(std::size_t i) const { return customers_[i]; }
  const History& history(std::size_t i) const { return histories_[i]; }

  // Records the life of somebody from now on.
  void observe(PersonId person);

  // What reaches many on one day, before anything else of it.
  void meet(const Happening& happening, const Today& today, Ledger& ledger);

  // Yesterday's messages to people of this chunk; reorders them as they are heard.
  void hear(std::span<Message> messages, const Today& today, Ledger& ledger);

  // Everybody who is due today lives their day.
  void act(const Today& today, Ledger& ledger);

  // Counts everybody as they stand at `moment.time`, which is a month's last midnight.
  void take_census(const Today& moment, Ledger& ledger) const;

 private:
  std::uint32_t place(PersonId person) const { return person.value - first_.value; }
  People people(const Worklist& list) const;
  void fill_with_everybody(Worklist& list) const;
  // Whoever is observed lives alone, so that what happens to them can be told.
  bool is_alone(std::uint32_t i) const { return observes_ && customers_[i].is(Fact::observed); }
  void choose(Whose whose, Appointment appointment, const Today& today, const Worklist& due,
              Worklists& chosen) const;
  void find_due(const Today& today, Worklist& due) const;
  void let(Kernels::Step step, Kernels::Step step_alone, const Worklists& lists, const Today& today,
           Ledger& ledger) const;
  void travel(const Kernels& kernels, Worklist& list, const Today& today, Ledger& ledger) const;

  PersonId first_;
  std::span<Customer> customers_;
  std::span<History> histories_;
  std::span<std::uint16_t> due_;
  const Kernels* kernels_;
  bool observes_ = false;  // somebody
};

}  // namespace cxsim
