// A few thousand people with neighbouring ids: the piece of the population one worker takes at
// once.
#pragma once

#include <span>
#include <vector>

#include "engine/calendar.hpp"
#include "engine/hear.hpp"

namespace cxsim {

class Chunk {
 public:
  // The people first, first + 1, … as they are on day 0, in their places of the population's
  // tables.
  Chunk(PersonId first, std::span<Customer> customers, std::span<History> histories,
        const World& world, StreamKey key);

  std::size_t size() const { return customers_.size(); }
  PersonId first() const { return first_; }
  const Customer& customer(std::size_t i) const { return customers_[i]; }
  const History& history(std::size_t i) const { return histories_[i]; }
  void observe(PersonId person) { customers_[place(person)].set(Fact::observed, true); }

  // The same chunk in other tables that hold copies of the same people.
  Chunk(const Chunk& other, std::span<Customer> customers, std::span<History> histories);

  // What reaches many on one day, before anything else of it.
  void meet(const Happening& happening, const Today& today, Ledger& ledger);

  // Yesterday's messages to people of this chunk; reorders them as they are heard.
  void hear(std::span<Message> messages, const Today& today, Ledger& ledger);

  // Everybody who is due today lives their day.
  void act(const Today& today, Ledger& ledger);

 private:
  std::size_t place(PersonId person) const { return person.value - first_.value; }
  Person person_at(std::size_t i, const Today& today);
  void enter_date(std::uint32_t i, std::int32_t today);
  void call_up(std::size_t k) const;

  PersonId first_;
  std::span<Customer> customers_;
  std::span<History> histories_;
  Calendar calendar_;
  std::vector<std::uint32_t> due_;  // scratch
};

}  // namespace cxsim
