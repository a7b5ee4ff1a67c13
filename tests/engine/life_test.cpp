// The order of a life: what may happen on a day, and when the next thing may.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "support/flatten.hpp"
#include "support/small_world.hpp"

namespace cxsim {
namespace {

constexpr JourneyId no_journey;

// Everything happens here, and often: people join, fail, complain, recover, talk and leave.
World busy_world(std::int64_t people, std::int64_t days) {
  World w = small_world(people, days);
  for (Touchpoint& t : w.touchpoints) t.p_fail = .2f;
  w.journeys[fix.index()].days_between = 40;
  w.customer.acquisition.first_consideration = 60;
  w.customer.acquisition.pause_fixed = 10;
  w.customer.acquisition.former_pause_fixed = 10;
  w.customer.acquisition.former_pause_mean = 60;
  w.company.policy.advertising = .02f;
  w.company.chosen.feedback = w.company.chosen.inner = .9f;
  return w;
}

const RunResult& busy_run() {
  static const RunResult result = run_observed(ready(busy_world(600, 420)));
  return result;
}

std::size_t count_of(LifeEventKind kind) {
  std::size_t count = 0;
  for (const LifeEvent& e : busy_run().events) count += e.kind == kind;
  return count;
}

bool is_review(LifeEventKind kind) {
  return kind == LifeEventKind::stayed || kind == LifeEventKind::looked ||
         kind == LifeEventKind::left;
}

TEST(Life, HoldsEveryKindOfEvent) {
  for (int kind = 0; kind <= static_cast<int>(LifeEventKind::left); ++kind)
    EXPECT_GT(count_of(static_cast<LifeEventKind>(kind)), 0u) << kind;
}

TEST(Life, HasAtMostOneContactADay) {
  std::set<std::pair<std::uint32_t, std::int32_t>> contacts;
  for (const LifeEvent& e : busy_run().events) {
    if (e.kind == LifeEventKind::contact) {
      EXPECT_TRUE(contacts.emplace(e.person.value, e.day).second) << e.person.value << ' ' << e.day;
    }
  }
  EXPECT_GT(contacts.size(), 10000u);
}

// Yesterday's news, a recovery, a contact, the review: in this order within a day.
int place_in_day(LifeEventKind kind) {
  switch (kind) {
    case LifeEventKind::heard:
    case LifeEventKind::neighbour_left:
      return 0;
    case LifeEventKind::recovery:
      return 1;
    case LifeEventKind::contact:
    case LifeEventKind::lost_information:
    case LifeEventKind::close:
    case LifeEventKind::bought:
    case LifeEventKind::declined:
      return 2;
    case LifeEventKind::stayed:
    case LifeEventKind::looked:
    case LifeEventKind::left:
    case LifeEventKind::considered:
      return 3;
    default:
      return -1;  // what follows from the above: at any time
  }
}

TEST(Life, KeepsTheOrderOfADay) {
  std::map<std::uint32_t, std::pair<std::int32_t, int>> last;
  for (const LifeEvent& e : busy_run().events) {
    const int place = place_in_day(e.kind);
    if (place < 0) continue;
    const auto before = last.find(e.person.value);
    if (before != last.end() && before->second.first == e.day) {
      EXPECT_LE(before->second.second, place) << e.person.value << " on " << e.day;
    }
    last[e.person.value] = {e.day, place};
  }
}

TEST(Life, IsReviewedEveryThirtyDaysAfterThePurchase) {
  std::map<std::uint32_t, std::int32_t> last;
  int found = 0;
  for (const LifeEvent& e : busy_run().events) {
    if (is_review(e.kind)) {
      if (const auto before = last.find(e.person.value); before != last.end()) {
        EXPECT_EQ(e.day - before->second, 30) << e.person.value;
        ++found;
      } else {
        EXPECT_LT(e.day, 30) << "the first of a founding customer";
      }
    }
    if (is_review(e.kind) || e.kind == LifeEventKind::bought) last[e.person.value] = e.day;
  }
  EXPECT_GT(found, 1000);
}

TEST(Life, GoesToTheWebTheDayAfterConsidering) {
  std::map<std::uint32_t, std::int32_t> considered;
  int found = 0;
  for (const LifeEvent& e : busy_run().events) {
    if (e.kind == LifeEventKind::considered && e.success) considered[e.person.value] = e.day;
    if (e.kind != LifeEventKind::contact || e.journey != join || e.number != 1) continue;
    EXPECT_EQ(e.touchpoint, web);
    EXPECT_EQ(e.day, considered.at(e.person.value) + 1);
    ++found;
  }
  EXPECT_GT(found, 50);
}

TEST(Life, AfterLeavingHasNoContactUntilTheNextConsideration) {
  std::map<std::uint32_t, bool> gone;
  for (const LifeEvent& e : busy_run().events) {
    if (e.kind == LifeEventKind::left) gone[e.person.value] = true;
    if (e.kind == LifeEventKind::considered) gone[e.person.value] = false;
    const bool of_a_customer = e.kind == LifeEventKind::contact || e.kind == LifeEventKind::close ||
                               e.kind == LifeEventKind::recovery ||
                               e.kind == LifeEventKind::stayed || e.kind == LifeEventKind::looked;
    EXPECT_FALSE(of_a_customer && gone[e.person.value]) << e.person.value << " on " << e.day;
  }
}

// A journey's contacts are counted from one, on later and later days.
TEST(Life, CountsTheContactsOfAJourney) {
  std::map<std::uint32_t, std::uint32_t> count;
  for (const LifeEvent& e : busy_run().events) {
    if (e.kind != LifeEventKind::contact) continue;
    std::uint32_t& so_far = count[e.person.value];
    EXPECT_TRUE(e.number == 1 || e.number == so_far + 1) << e.person.value << ' ' << e.day;
    so_far = e.number;
  }
}

Numbers state_of(const Customer& c) {
  Numbers numbers{double(c.touched),       double(c.next_contact), double(c.next_review),
                  double(c.next_recovery), double(c.cost),         double(c.revenue),
                  double(c.contacts),      double(c.vertex),       double(c.facts),
                  double(c.journey.value), double(c.episode.sum)};
  flatten(c.mind, numbers);
  return numbers;
}

// Where nobody talks, a day touches those who are due and nobody else.
TEST(Day, TouchesOnlyWhoIsDue) {
  World made = busy_world(400, 200);
  silence(made);
  without_churn(made);
  const World w = ready(made);
  Simulation simulation(w, 0, {64});
  for (std::int32_t day = 0; day < 200; ++day) {
    std::vector<Customer> before;
    for (const Chunk& chunk : simulation.chunks())
      for (std::size_t i = 0; i < chunk.size(); ++i) before.push_back(chunk.customer(i));
    simulation.pass_day();
    std::size_t person = 0;
    for (const Chunk& chunk : simulation.chunks())
      for (std::size_t i = 0; i < chunk.size(); ++i, ++person) {
        const Customer& c = chunk.customer(i);
        EXPECT_GT(c.next_due(), day) << "nothing due is left undone";
        if (before[person].next_due() > day)
          ASSERT_EQ(state_of(c), state_of(before[person])) << person << " on " << day;
        else
          EXPECT_EQ(c.touched, static_cast<float>(day) + .5f);
      }
  }
}

TEST(Day, LeavesNobodyWithoutAFuture) {
  const World w = ready(busy_world(400, 400));
  Simulation simulation(w, 0);
  for (std::int32_t day = 0; day < 400; ++day) simulation.pass_day();
  int former = 0;
  for (const Chunk& chunk : simulation.chunks())
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      const Customer& c = chunk.customer(i);
      EXPECT_NE(c.next_due(), never);
      EXPECT_EQ(c.active(), c.next_contact != never && c.next_review != never &&
                                c.lifecycle != Lifecycle::considering);
      EXPECT_EQ(c.next_recovery != never, c.is(Fact::recovery_pending));
      EXPECT_TRUE(c.lifecycle != Lifecycle::considering || c.journey == join);
      if (c.lifecycle != Lifecycle::former) continue;
      ++former;
      EXPECT_EQ(c.journey, no_journey) << "churn drops the open journey";
      EXPECT_EQ(c.next_contact, never);
      EXPECT_EQ(c.next_recovery, never);
    }
  EXPECT_GT(former, 10);
}

}  // namespace
}  // namespace cxsim
