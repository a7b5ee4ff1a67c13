// What one worker notes down during a day; ledgers add up to the same day in any order.
#pragma once

#include <vector>

#include "engine/life_event.hpp"
#include "engine/message.hpp"
#include "engine/tally.hpp"
#include "engine/worklist.hpp"

namespace cxsim {

struct Ledger {
  Ledger() = default;
  explicit Ledger(const TallyShape& shape) : minutes(shape.departments), tally(shape) {}

  std::vector<FixedSum> minutes;  // of service, one a department
  std::int64_t bad_episodes = 0, heard = 0;
  std::vector<Message> outbox;
  std::vector<PublishedReview> reviews;
  std::vector<LifeEvent> events;
  Tally tally;
  Desk desk;

  void add(const Ledger& other) {
    for (std::size_t d = 0; d < minutes.size(); ++d) minutes[d].add(other.minutes[d]);
    bad_episodes += other.bad_episodes;
    heard += other.heard;
    outbox.insert(outbox.end(), other.outbox.begin(), other.outbox.end());
    reviews.insert(reviews.end(), other.reviews.begin(), other.reviews.end());
    events.insert(events.end(), other.events.begin(), other.events.end());
    tally.add(other.tally);
  }

  void clear() {
    for (FixedSum& sum : minutes) sum.clear();
    bad_episodes = heard = 0;
    outbox.clear();
    reviews.clear();
    events.clear();
    tally.clear();
  }
};

}  // namespace cxsim
