#include "company/root_cause.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "company/maturity.hpp"

namespace cxsim {
namespace {

const OuterLoopSettings settings = defaults<OuterLoopSettings>();

Levers levers_of_stage(int stage) {
  return {default_stages[static_cast<std::size_t>(stage - 1)].levers, defaults<PolicyLevers>()};
}

float level_after(int days, float level, const LoopRates& rates) {
  for (int day = 0; day < days; ++day) level = next_level(level, rates, settings);
  return level;
}

TEST(LoopRates, AreWhatTheStagesGiveByHand) {
  const LoopRates third = loop_rates(levers_of_stage(3), .7f, Ownership::other, settings);
  EXPECT_NEAR(third.fixing, .25 * .4 * .7 * (.3 + .7 * .4), 1e-6);
  EXPECT_NEAR(third.growth, .6 * (1 - .38), 1e-6);
  const LoopRates sixth = loop_rates(levers_of_stage(6), 1, Ownership::cx_owner, settings);
  EXPECT_NEAR(sixth.fixing, 1.4 * .88, 1e-6) << "its own causes need no alignment";
  EXPECT_NEAR(sixth.growth, .6 * .08, 1e-6);
}

TEST(InitialLevel, IsTheSteadyState) {
  for (int stage = 1; stage <= 6; ++stage) {
    const LoopRates rates = loop_rates(levers_of_stage(stage), .7f, Ownership::other, settings);
    const double settled =
        1.25 * static_cast<double>(rates.growth) / static_cast<double>(rates.fixing + rates.growth);
    const float level = initial_level(rates, settings);
    EXPECT_NEAR(level, std::max(.2, settled), 1e-6) << stage;
    EXPECT_NEAR(level_after(365, level, rates), level, 1e-4) << "and stays";
  }
}

TEST(InitialLevel, StaysWithinItsBounds) {
  EXPECT_EQ(initial_level({100, .01f}, settings), .2f);
  EXPECT_EQ(initial_level({0, .5f}, settings), 1.25f);
  EXPECT_EQ(initial_level({0, 0}, settings), 1) << "nothing moves it";
}

// dr/dt = -f r + g (w - r) from r0 is s + (r0 - s) e^-(f+g)t; a day's Euler step is close to it.
TEST(NextLevel, FollowsTheClosedForm) {
  const LoopRates rates{.8f, .3f};
  const double settled = 1.25 * .3 / 1.1;
  for (const double start : {.3, 1.0, 2.9})
    for (const int days : {1, 30, 365, 1500}) {
      const double exact = settled + (start - settled) * std::exp(-1.1 * days / 365.0);
      EXPECT_NEAR(level_after(days, static_cast<float>(start), rates), exact, .003)
          << start << " after " << days;
    }
}

TEST(NextLevel, IsOneEulerStepOfADay) {
  EXPECT_NEAR(next_level(1, {.365f, .73f}, settings), 1 + (-.365 + .73 * .25) / 365, 1e-6);
}

TEST(NextLevel, StaysWithinItsBounds) {
  EXPECT_EQ(next_level(.2f, {1000, 0}, settings), .2f);
  EXPECT_EQ(level_after(5000, .2f, {0, 3}), level_after(6000, .2f, {0, 3})) << "settled";
  OuterLoopSettings wild = settings;
  wild.worst = 10;
  EXPECT_EQ(next_level(2.99f, {0, 100}, wild), 3);
}

TEST(Hearing, ForgetsOneInAHundredADay) {
  Hearing hearing;
  listen(hearing, 10, 4, settings);
  listen(hearing, 5, 1, settings);
  EXPECT_FLOAT_EQ(hearing.bad_episodes, 10 * .99f + 5);
  EXPECT_FLOAT_EQ(hearing.heard, 4 * .99f + 1);
  EXPECT_FLOAT_EQ(share_heard(hearing, settings), 4.96f / 14.9f);
}

TEST(Hearing, IsAssumedUntilEnoughHasHappened) {
  EXPECT_EQ(share_heard({0, 0}, settings), .1f);
  EXPECT_EQ(share_heard({5, 5}, settings), .1f);
  EXPECT_FLOAT_EQ(share_heard({5.01f, 5.01f}, settings), 1);
}

}  // namespace
}  // namespace cxsim
