// Needs, retries, abandonment and what a failure starts, against their closed forms.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "support/chance.hpp"
#include "support/frozen.hpp"

namespace cxsim {
namespace {

// Customers who neither leave nor talk; who fails where is left to the test.
World staying_world(std::int64_t people, std::int64_t days) {
  World w = small_world(people, days);
  silence(w);
  without_acquisition(w);
  without_churn(w);
  w.segments[0].initial_share = 1;
  return w;
}

double count_of(const RunResult& result, LifeEventKind kind, JourneyId journey) {
  double count = 0;
  for (const LifeEvent& e : result.events) count += e.kind == kind && e.journey == journey;
  return count;
}

// With a gap of 1 + Exp(m) days between needs of one contact each, every day has one with
// probability 1 - e^(-1/m), whatever happened before.
TEST(Needs, ComeEveryDayWithTheProbabilityOfTheirRates) {
  World w = staying_world(1000, 360);
  without_failures(w);
  w.journeys[fix.index()].steps = {{"app", 1}};
  const RunResult result = run(ready(w), 0, {});
  const double rate = 1 / 7.0 + 1 / 120.0;
  double uses = 0, fixes = 0;
  for (std::size_t month = 3; month < 12; ++month) {  // everybody has had their first by then
    uses += result.months[month].touchpoints.value(use.index(), TouchpointSum::contacts);
    fixes += result.months[month].touchpoints.value(app.index(), TouchpointSum::contacts);
  }
  expect_count(uses + fixes, 1000 * 270, 1 - std::exp(-rate));
  expect_count(fixes, uses + fixes, 1 / 120.0 / rate);
}

TEST(Needs, OfASegmentFollowItsFactors) {
  World w = staying_world(1000, 360);
  without_failures(w);
  w.journeys[fix.index()].steps = {{"app", 1}};
  w.segments[0].need_factors = {1, .5f, 3};
  const RunResult result = run(ready(w), 0, {});
  const double often = .5 / 7.0, seldom = 3 / 120.0;
  const double fixes = sum_of(result.months.back(), TouchpointSum::contacts);
  expect_count(fixes, 1000 * 30, 1 - std::exp(-(often + seldom)));
}

TEST(Needs, OfASkippedJourneyLeaveNothingBehind) {
  World w = staying_world(300, 360);
  w.journeys[using_it.index()].days_between = 0;
  w.journeys[fix.index()].steps = {{"app", 0}, {"call", 1e-6f}};
  const RunResult result = run_observed(ready(w));
  EXPECT_GT(count_of(result, LifeEventKind::need, fix), 100);
  EXPECT_EQ(count_of(result, LifeEventKind::contact, fix), 0);
  EXPECT_EQ(count_of(result, LifeEventKind::close, fix), 0);
}

World always_failing(std::int64_t people) {
  World w = staying_world(people, 720);
  w.journeys[using_it.index()].days_between = 0;
  w.journeys[fix.index()].steps = {{"app", 1}};
  w.journeys[fix.index()].days_between = 30;
  w.touchpoints[app.index()].p_fail = 1;
  w.company.delivery.most_failure = 1;
  return w;
}

// The k-th failure ends the journey with probability .15 k: at the seventh everybody has given up.
TEST(Abandonment, ComesSoonerWithEveryFailure) {
  const RunResult result = run_observed(ready(always_failing(300)));
  std::vector<double> closes(7), chances;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::close) continue;
    EXPECT_FALSE(e.success);
    ASSERT_LE(e.number, 7u);
    ++closes[e.number - 1];
  }
  double still_trying = 1;
  for (int k = 1; k <= 7; ++k) {
    const double gives_up = std::min(1.0, .15 * k);
    chances.push_back(still_trying * gives_up);
    still_trying *= 1 - gives_up;
  }
  expect_shares(closes, chances);
}

TEST(Abandonment, ComesAtTheLatestAfterTheContactLimit) {
  World w = always_failing(100);
  w.journeys[fix.index()].abandon_slope = 0;
  const RunResult result = run_observed(ready(w));
  double closes = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::close) continue;
    ++closes;
    EXPECT_EQ(e.number, 13u) << "more than twelve contacts";
  }
  EXPECT_GT(closes, 100);
}

TEST(Retries, ReturnToTheSameTouchpointUntilItWorks) {
  World w = always_failing(300);
  w.touchpoints[app.index()].p_fail = .5f;
  w.journeys[fix.index()].abandon_slope = 0;
  w.journeys[fix.index()].contact_limit = 250;
  const RunResult result = run_observed(ready(w));
  Sample contacts;
  for (const LifeEvent& e : result.events)
    if (e.kind == LifeEventKind::close) contacts.add(e.number);
  expect_mean(contacts, 2, std::sqrt(2.0));  // geometric
  double repeats = 0;
  for (const Tally& month : result.months) repeats += sum_of(month, TouchpointSum::repeats);
  expect_count(repeats, sum_of(result, TouchpointSum::contacts), .5);
}

// A customer whose journey is led to "declined" has nothing to remember, but needs the firm again.
TEST(Declined, ByACustomerIsFollowedByTheNextNeed) {
  World w = staying_world(300, 720);
  without_failures(w);
  w.journeys[using_it.index()].days_between = 0;
  w.journeys[fix.index()].steps = {};
  w.journeys[fix.index()].days_between = 30;
  w.journeys[fix.index()].edges = {edge("entry", "app", EdgeOutcome::always),
                                   edge("app", "declined", EdgeOutcome::always)};
  const RunResult result = run_observed(ready(w));
  EXPECT_GT(count_of(result, LifeEventKind::need, fix), 300 * 15);
  EXPECT_EQ(count_of(result, LifeEventKind::close, fix), 0);
}

// The purchase is no touchpoint: what it starts comes from nowhere.
TEST(Spawning, FromThePurchaseHasNoTouchpointUpstream) {
  World w = small_world(300, 360);
  without_churn(w);
  w.segments[0].initial_share = 0;
  w.company.policy.advertising = 1;
  w.customer.acquisition.first_consideration = 30;
  w.journeys[using_it.index()].days_between = 0;
  w.journeys[fix.index()].days_between = 0;
  Journey& joins = w.journeys[join.index()];
  joins.steps = {};
  joins.edges = {edge("entry", "web", EdgeOutcome::always),
                 edge("web", "purchase", EdgeOutcome::always),
                 edge("purchase", "abandoned", EdgeOutcome::success),
                 edge("purchase", "declined", EdgeOutcome::failure)};
  joins.spawns = fix;
  joins.spawn_chance = 1;
  const RunResult result = run_observed(ready(w));
  EXPECT_GT(count_of(result, LifeEventKind::contact, fix), 10);
  for (const LifeEvent& e : result.events) EXPECT_FALSE(e.upstream.exists());
}

// A failed use starts a fix with probability .6, and the fix knows where it came from.
TEST(Spawning, StartsAFixAfterSixInTenFailedUses) {
  World w = staying_world(500, 360);
  without_failures(w);
  w.touchpoints[use.index()].p_fail = 1;
  w.company.delivery.most_failure = 1;
  w.journeys[fix.index()].days_between = 0;
  const RunResult result = run_observed(ready(w));
  const double failed = count_of(result, LifeEventKind::close, using_it);
  EXPECT_GT(failed, 1000);
  expect_count(count_of(result, LifeEventKind::need, fix), failed, .6);
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::contact) continue;
    EXPECT_EQ(e.upstream, e.journey == fix ? use : TouchpointId());
  }
  double from_use = 0;
  for (const Tally& month : result.months)
    for (const TouchpointId at : {app, call})
      from_use +=
          static_cast<double>(month.upstream_touchpoints.value(at.index(), 1 + use.index()));
  EXPECT_EQ(from_use, count_of(result, LifeEventKind::contact, fix));
}

TEST(Spawning, FollowsThatFailureAfterItsGap) {
  World w = staying_world(500, 360);
  without_failures(w);
  w.touchpoints[use.index()].p_fail = 1;
  w.company.delivery.most_failure = 1;
  w.journeys[fix.index()].days_between = 0;
  const RunResult result = run_observed(ready(w));
  std::map<std::uint32_t, std::int32_t> started;
  Sample gaps;
  for (const LifeEvent& e : result.events) {
    if (e.journey != fix || e.day > 300) continue;
    if (e.kind == LifeEventKind::need) started[e.person.value] = e.day;
    if (e.kind == LifeEventKind::contact && e.number == 1)
      gaps.add(e.day - started.at(e.person.value));
  }
  expect_mean(gaps, 1 + 1 / (std::exp(.5) - 1), 2);  // 1 + the whole days of Exp(2)
}

// App and phone belong to different departments: .35 (1 - a) of the handoffs lose information.
TEST(Handoff, LosesInformationAsAlignmentLets) {
  World w = staying_world(1500, 720);
  without_failures(w);
  w.journeys[using_it.index()].days_between = 0;
  w.journeys[fix.index()].days_between = 30;
  const RunResult result = run_observed(ready(w));
  double handed_over = 0;
  for (const LifeEvent& e : result.events)
    handed_over += e.kind == LifeEventKind::contact && e.touchpoint == call && e.number > 1;
  const double lost = count_of(result, LifeEventKind::lost_information, fix);
  expect_count(lost, handed_over, .35 * (1 - .4));
  EXPECT_EQ(lost, sum_of(result, CompanySum::handoffs_lost));
}

TEST(Waits, AreExponentialAroundTheMeanWait) {
  World w = staying_world(2000, 60);
  w.company.queue.initial_wait = 8;
  w.journeys[fix.index()].days_between = 20;
  const RunResult result = run_observed(ready(w));
  Sample waits;
  for (const LifeEvent& e : result.events)
    if (e.kind == LifeEventKind::contact && e.answered_by == AnsweredBy::human)
      waits.add(static_cast<double>(e.wait));
  EXPECT_EQ(static_cast<double>(waits.count()), sum_of(result, TouchpointSum::waits));
  expect_mean(waits, 8, 8);
  expect_variance(waits, 64, 9 * 64 * 64);
}

}  // namespace
}  // namespace cxsim
