#include "analysis/statistics/survival.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace cxsim {
namespace {

// Six lives: ends at 1, 3, 3 and 5; last seen alive at 2 and 5.
const std::vector<Lifetime> six = {{1, true}, {2, false}, {3, true},
                                   {3, true}, {5, true},  {5, false}};

TEST(Survival, IsTheProductOfWhatEachAgeLeaves) {
  const std::vector<SurvivalStep> steps = kaplan_meier(six);
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[0].at_risk, 6);
  EXPECT_EQ(steps[1].at_risk, 4);
  EXPECT_EQ(steps[1].ended, 2);
  EXPECT_EQ(steps[2].at_risk, 2);
  EXPECT_NEAR(steps[0].survival, 5. / 6, 1e-12);
  EXPECT_NEAR(steps[1].survival, 5. / 12, 1e-12);
  EXPECT_NEAR(steps[2].survival, 5. / 24, 1e-12);
}

TEST(Survival, HasGreenwoodsIntervalOnTheLogLogScale) {
  const std::vector<SurvivalStep> steps = kaplan_meier(six);
  // 1 / (6 * 5) + 2 / (4 * 2)
  const double greenwood = 1. / 30 + 1. / 4, s = 5. / 12;
  const double factor = std::exp(1.959963984540054 * std::sqrt(greenwood) / std::log(s));
  EXPECT_NEAR(steps[1].interval.low, std::pow(s, 1 / factor), 1e-9);
  EXPECT_NEAR(steps[1].interval.high, std::pow(s, factor), 1e-9);
}

TEST(Survival, IsOneUntilSomebodyEndsAndHoldsBetweenSteps) {
  const std::vector<SurvivalStep> steps = kaplan_meier(six);
  EXPECT_EQ(survival_at(steps, 0).survival, 1);
  EXPECT_NEAR(survival_at(steps, 1).survival, 5. / 6, 1e-12);
  EXPECT_NEAR(survival_at(steps, 4).survival, 5. / 12, 1e-12);
  EXPECT_NEAR(survival_at(steps, 99).survival, 5. / 24, 1e-12);
  EXPECT_EQ(survival_at(kaplan_meier({}), 7).survival, 1);
}

TEST(Survival, ReachesZeroWhereTheLastOnesEnd) {
  const std::vector<Lifetime> two = {{1, true}, {2, true}};
  const std::vector<SurvivalStep> steps = kaplan_meier(two);
  EXPECT_EQ(steps.back().survival, 0);
  EXPECT_FALSE(is_known(steps.back().interval));
}

// Exponential lives, censored at random: the truth lies in the interval nineteen times in twenty.
TEST(Survival, CoversTheTruthAsOftenAsItSays) {
  std::mt19937_64 luck(7);
  std::exponential_distribution<double> life(1. / 40), seen(1. / 60);
  constexpr int trials = 2000, people = 200, age = 30;
  int covered = 0;
  for (int trial = 0; trial < trials; ++trial) {
    std::vector<Lifetime> lives;
    for (int k = 0; k < people; ++k) {
      const double ends = life(luck), last_seen = seen(luck);
      lives.push_back({static_cast<std::int32_t>(std::ceil(std::min(ends, last_seen) * 10)),
                       ends <= last_seen});
    }
    const Interval interval = survival_at(kaplan_meier(lives), 10 * age).interval;
    const double truth = std::exp(-age / 40.);
    covered += interval.low <= truth && truth <= interval.high ? 1 : 0;
  }
  // Four standard errors of a binomial share.
  EXPECT_NEAR(static_cast<double>(covered) / trials, .95, 4 * std::sqrt(.95 * .05 / trials));
}

}  // namespace
}  // namespace cxsim
