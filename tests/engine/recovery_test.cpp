#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/chance.hpp"
#include "support/frozen.hpp"

namespace cxsim {
namespace {

// Every fix fails at once, so every close is bad; how the firm takes it is left to the test.
World failing_world(float inner) {
  World w = small_world(1000, 720);
  silence(w);
  without_acquisition(w);
  without_churn(w);
  w.segments[0].initial_share = 1;
  w.journeys[using_it.index()].days_between = 0;
  Journey& failing = w.journeys[fix.index()];
  failing.steps = {{"app", 1}};
  failing.days_between = 30;
  failing.abandon_slope = 1;
  w.touchpoints[app.index()].p_fail = 1;
  w.company.delivery.most_failure = 1;
  StageLevers& levers = w.company.chosen;
  levers.feedback = levers.analytics = 1;
  levers.inner = inner;
  levers.inner_delay = 5;
  return w;
}

struct Pending {
  std::int32_t since = -1;  // day of the close that is being put right; -1 for none
};

TEST(Recovery, OfEveryBadJourneyComesAfterItsDelayOneAtATime) {
  const RunResult result = run_observed(ready(failing_world(1)));
  std::map<std::uint32_t, Pending> pending;
  Sample delays;
  double recoveries = 0, succeeded = 0;
  for (const LifeEvent& e : result.events) {
    Pending& open = pending[e.person.value];
    if (e.kind == LifeEventKind::close) {
      EXPECT_LT(e.amount, -.25f);
      if (open.since < 0) open.since = e.day;
    }
    if (e.kind != LifeEventKind::recovery) continue;
    ASSERT_GE(open.since, 0) << "nothing to put right";
    EXPECT_GT(e.day, open.since);
    if (open.since < 600) delays.add(e.day - open.since);
    open.since = -1;
    ++recoveries;
    succeeded += e.success;
  }
  expect_mean(delays, 1 + 1 / (std::exp(.2) - 1), 5);  // 1 + the whole days of Exp(5)
  expect_count(succeeded, recoveries, .5 + .6 * .2 + .35 * .38 + .1);
  EXPECT_EQ(recoveries, sum_of(result, CompanySum::recoveries));
  EXPECT_EQ(succeeded, sum_of(result, CompanySum::recoveries_succeeded));
  EXPECT_NEAR(sum_of(result, SegmentSum::recovery_cost), 25 * recoveries, 1e-6);
}

// What is told of a recovery that worked: .6 of .75, less for the delay, for having had one before
// and for bitterness.
TEST(Recovery, DelightsOnce) {
  const RunResult result = run_observed(ready(failing_world(1)));
  int first = 0, later = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::recovery || !e.success) continue;
    const double best = .75 - .25 * .5 - (e.number > 1 ? .45 : 0);
    const bool bitter = std::abs(e.amount - .6 * (best - .3)) < 1e-5;
    EXPECT_TRUE(bitter || std::abs(e.amount - .6 * best) < 1e-5) << e.amount << ' ' << e.number;
    ++(e.number > 1 ? later : first);
  }
  EXPECT_GT(first, 100);
  EXPECT_GT(later, 100);
}

// A second bad journey while one is being put right is ignored, if it is spoken of at all.
TEST(Recovery, IgnoresWhoeverComplainsMeanwhile) {
  const RunResult result = run_observed(ready(failing_world(1)));
  std::map<std::uint32_t, std::int32_t> since;
  int ignored = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind == LifeEventKind::ignored) {
      EXPECT_TRUE(since.contains(e.person.value) && since[e.person.value] < e.day);
      ++ignored;
    }
    if (e.kind == LifeEventKind::recovery) since.erase(e.person.value);
    if (e.kind == LifeEventKind::close) since.emplace(e.person.value, e.day);
  }
  EXPECT_GT(ignored, 10);
}

TEST(Recovery, NeverComesWithoutAnInnerLoop) {
  const RunResult result = run_observed(ready(failing_world(0)));
  double complaints = 0, ignored = 0;
  for (const LifeEvent& e : result.events) {
    complaints += e.kind == LifeEventKind::complaint;
    ignored += e.kind == LifeEventKind::ignored;
  }
  EXPECT_GT(complaints, 100);
  EXPECT_EQ(ignored, complaints);
  EXPECT_EQ(complaints, sum_of(result, CompanySum::complaints));
  EXPECT_EQ(sum_of(result, CompanySum::recoveries), 0);
}

TEST(Recovery, ComesAsOftenAsTheInnerLoopActs) {
  World w = failing_world(.4f);
  w.company.chosen.inner_delay = 0;  // done before the next journey can fail
  const RunResult result = run_observed(ready(w));
  double closes = 0;
  for (const LifeEvent& e : result.events) closes += e.kind == LifeEventKind::close && e.day < 719;
  expect_count(sum_of(result, CompanySum::recoveries), closes, .4);
}

}  // namespace
}  // namespace cxsim
