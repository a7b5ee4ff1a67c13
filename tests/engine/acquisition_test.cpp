#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "support/chance.hpp"
#include "support/frozen.hpp"

namespace cxsim {
namespace {

double sigmoid(double y) { return 1 / (1 + std::exp(-y)); }

// Everybody knows the firm and is a prospect with frozen beliefs.
World prospects(std::int64_t people, std::int64_t days) {
  World w = small_world(people, days);
  silence(w);
  without_needs(w);
  freeze_feelings(w);
  without_churn(w);
  without_failures(w);
  w.segments[0].initial_share = 0;
  w.company.policy.advertising = 1;
  w.customer.advertising.persuasion = w.customer.advertising.explicit_promise = 0;
  w.customer.acquisition.quality = 0;
  return w;
}

TEST(Prospects, ConsiderAfterAnExponentialTime) {
  World w = prospects(20000, 390);
  w.customer.acquisition.start_intercept = -20;
  w.customer.acquisition.reputation = 0;
  w.customer.acquisition.pause_fixed = 10000;  // once
  const RunResult result = run_observed(ready(w));
  std::vector<double> by_month(13);
  double total = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::considered) continue;
    ++by_month[static_cast<std::size_t>(e.day / 30)];
    ++total;
  }
  const double within = 1 - std::exp(-390 / 400.0);
  expect_count(total, 20000, within);
  std::vector<double> shares;
  for (int month = 0; month < 13; ++month)
    shares.push_back((std::exp(-30 * month / 400.0) - std::exp(-30 * (month + 1) / 400.0)) /
                     within);
  expect_shares(by_month, shares);
}

TEST(Prospects, StartAndBuyWithTheirChances) {
  World w = prospects(8000, 390);
  const RunResult result = run_observed(ready(w));
  double considered = 0, started = 0, decided = 0, bought = 0;
  for (const LifeEvent& e : result.events) {
    considered += e.kind == LifeEventKind::considered;
    started += e.kind == LifeEventKind::considered && e.success;
    decided += e.kind == LifeEventKind::bought || e.kind == LifeEventKind::declined;
    bought += e.kind == LifeEventKind::bought;
  }
  const double reputation = 1.5 * (.62 - .6);
  expect_count(started, considered, sigmoid(-.3 + reputation));
  expect_count(bought, decided, sigmoid(-.4 + reputation));
  EXPECT_EQ(bought, sum_of(result, SegmentSum::acquired));
  EXPECT_EQ(sum_of(result, SegmentSum::acquisition_cost), 80 * bought);
}

TEST(Prospects, ConsiderAgainLongAfterDecidingAgainst) {
  World w = prospects(3000, 1800);
  w.customer.acquisition.start_intercept = -20;
  w.customer.acquisition.reputation = 0;
  std::vector<std::int32_t> last(3000, -1);
  Sample pauses;
  for (const LifeEvent& e : run_observed(ready(w)).events) {
    if (e.kind != LifeEventKind::considered) continue;
    std::int32_t& before = last[e.person.index()];
    if (before >= 0 && before < 300) {
      EXPECT_GE(e.day - before, 120);
      pauses.add(std::min(e.day - before, 1500));  // cut where the run would cut some off
    }
    before = e.day;
  }
  const double cut = 400 * std::exp(-(1500 - 120) / 400.0);
  expect_mean(pauses, 120 + 400 - cut - .5, 400);
}

// An edge before the purchase may lead to an end: the prospect just resets.
TEST(Prospects, WhoTurnBackOnTheWayConsiderAgain) {
  for (const std::string end : {"declined", "abandoned", "resolved"}) {
    World w = prospects(500, 720);
    w.customer.acquisition.start_intercept = 20;
    w.customer.acquisition.first_consideration = 10;
    w.customer.acquisition.pause_fixed = 30;
    w.customer.acquisition.pause_mean = 30;
    w.journeys[join.index()].steps = {};
    w.journeys[join.index()].edges = {edge("entry", "web", EdgeOutcome::always),
                                      edge("web", end, EdgeOutcome::always)};
    const RunResult result = run_observed(ready(w));
    double considered = 0;
    for (const LifeEvent& e : result.events) {
      considered += e.kind == LifeEventKind::considered;
      EXPECT_NE(e.kind, LifeEventKind::close) << "no close for a prospect";
    }
    EXPECT_GT(considered, 5 * 500) << end;
    EXPECT_EQ(sum_of(result, SegmentSum::acquired), 0);
  }
}

// However short the pauses, nobody is forgotten.
TEST(Prospects, ConsiderAgainAndAgainWithoutAPause) {
  World w = prospects(200, 150);
  w.customer.acquisition.start_intercept = -20;
  w.customer.acquisition.reputation = 0;
  w.customer.acquisition.first_consideration = w.customer.acquisition.pause_mean = 1;
  w.customer.acquisition.pause_fixed = 0;
  double considered = 0;
  for (const LifeEvent& e : run_observed(ready(w)).events)
    considered += e.kind == LifeEventKind::considered;
  EXPECT_GT(considered, 200 * 60);
}

// The firm's ad is lost on people who have not heard of it: they look again after Exp(200).
TEST(Prospects, WhoDoNotKnowTheFirmNeitherChooseNorTakeInAdvertising) {
  World w = prospects(500, 360);
  w.company.policy.advertising = 0;
  const RunResult result = run_observed(ready(w));
  EXPECT_TRUE(result.events.empty());
}

}  // namespace
}  // namespace cxsim
