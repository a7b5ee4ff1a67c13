#include "analysis/report/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sample_results.hpp"

namespace cxsim {
namespace {

SampleResults three_months(std::int32_t action_day) {
  SampleResults source({{"baseline", "baseline", -1}, {"arm", "arm", action_day}}, 1, 3);
  source.set("profit", [](const RunWindow&, std::size_t) { return 100.0; });
  return source;
}

double npv(const SampleResults& source) {
  return net_present_value(MonthlyResults(source), {0, 0, 0, source.facts().months});
}

double worth(double days) { return std::pow(1.1, -days / 365); }

TEST(NetPresentValue, DiscountsEachMonthFromItsEnd) {
  EXPECT_NEAR(npv(three_months(-1)), 100 * (worth(30) + worth(60) + worth(90)), 1e-9);
}

TEST(NetPresentValue, BeginsWithTheMonthOfTheDecision) {
  EXPECT_NEAR(npv(three_months(40)), 100 * (worth(20) + worth(50)), 1e-9);
  EXPECT_NEAR(npv(three_months(60)), 100 * worth(30), 1e-9);
  EXPECT_NEAR(npv(three_months(59)), 100 * (worth(1) + worth(31)), 1e-9);
}

TEST(NetPresentValue, LooksAtItsWindowOnly) {
  const SampleResults source = three_months(0);
  EXPECT_NEAR(net_present_value(MonthlyResults(source), {0, 0, 1, 2}), 100 * worth(60), 1e-9);
}

TEST(NetPresentValue, BeforeCostsAddsBackWhatTheActionsCost) {
  SampleResults source = three_months(0);
  source.set("intervention_cost", [](const RunWindow&, std::size_t) { return 10.0; });
  source.set("benefit_cost", [](const RunWindow&, std::size_t) { return 2.0; });  // two segments
  source.set("care_cost", [](const RunWindow&, std::size_t segment) { return segment == 1; });
  const double before = net_present_value_before_costs(MonthlyResults(source), {0, 0, 0, 1});
  EXPECT_NEAR(before, 115 * worth(30), 1e-9);
}

TEST(DecisionDay, IsTheFirstActionOfAnyArm) {
  ResultFacts facts;
  facts.arms = {{"baseline", "", -1}, {"late", "", 300}, {"early", "", 90}};
  EXPECT_EQ(decision_day(facts), 90);
  EXPECT_EQ(decision_month(facts), 3u);
  facts.arms.resize(1);
  EXPECT_EQ(decision_day(facts), 0);
}

TEST(PaybackMonth, IsTheFirstThatStaysAboveZero) {
  EXPECT_EQ(payback_month(std::vector<double>{-5, 2, 2, 2, 2}), 4u);
  EXPECT_EQ(payback_month(std::vector<double>{1, 1, 1}), 1u);
  EXPECT_EQ(payback_month(std::vector<double>{-2, 2, 0}), 2u) << "earned back exactly";
}

TEST(PaybackMonth, ForgetsAMonthAfterWhichTheTotalFallsAgain) {
  EXPECT_EQ(payback_month(std::vector<double>{-1, 3, -4, 1, 2}), 5u);
}

TEST(PaybackMonth, IsNoneWhereTheRunEndsBelowZero) {
  EXPECT_EQ(payback_month(std::vector<double>{3, 1, -5}), std::nullopt);
  EXPECT_EQ(payback_month({}), std::nullopt);
}

TEST(PaybackMonth, BeginsWhereTheArmDoes) {
  EXPECT_EQ(payback_month(std::vector<double>{0, 0, -5, 3, 4}), 5u);
  EXPECT_EQ(payback_month(std::vector<double>{0, 0, 2}), 3u);
  EXPECT_FALSE(payback_month(std::vector<double>{0, 0, 0})) << "nothing was spent or earned";
}

RC_GTEST_PROP(PaybackMonth, ExistsJustWhereTheTotalEndsAtOrAboveZero,
              (std::vector<std::int16_t> draws)) {
  const std::vector<double> gains(draws.begin(), draws.end());
  const double total = std::accumulate(gains.begin(), gains.end(), 0.0);
  const bool anything = std::any_of(gains.begin(), gains.end(), [](double g) { return g != 0; });
  RC_ASSERT(payback_month(gains).has_value() == (anything && total >= 0));
}

}  // namespace
}  // namespace cxsim
