#include "interventions/timing.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

Timing timing(std::int64_t start, float ramp, float duration, float half_life) {
  Timing t = defaults<Timing>();
  t.start = start;
  t.ramp = ramp;
  t.duration = duration;
  t.half_life = half_life;
  return t;
}

TEST(Timing, ActsAtOnceAndForGoodByDefault) {
  const Timing t = timing(10, 0, 0, 0);
  EXPECT_EQ(strength_on(t, 9), 0);
  EXPECT_EQ(strength_on(t, 10), 1);
  EXPECT_EQ(strength_on(t, 36500), 1);
}

TEST(Timing, RampsUpInAStraightLine) {
  const Timing t = timing(10, 20, 0, 0);
  EXPECT_EQ(strength_on(t, 10), 0);
  EXPECT_FLOAT_EQ(strength_on(t, 15), .25f);
  EXPECT_FLOAT_EQ(strength_on(t, 20), .5f);
  EXPECT_EQ(strength_on(t, 30), 1);
  EXPECT_EQ(strength_on(t, 31), 1);
}

TEST(Timing, EndsAtOnceWithoutAHalfLife) {
  const Timing t = timing(10, 0, 5, 0);
  EXPECT_EQ(strength_on(t, 14), 1);
  EXPECT_EQ(strength_on(t, 15), 0);
}

TEST(Timing, FadesByHalfEachHalfLife) {
  const Timing t = timing(10, 0, 5, 30);
  EXPECT_EQ(strength_on(t, 15), 1) << "just ended";
  EXPECT_FLOAT_EQ(strength_on(t, 45), .5f);
  EXPECT_FLOAT_EQ(strength_on(t, 75), .25f);
}

TEST(Timing, FadesFromWhatTheRampReached) {
  const Timing t = timing(0, 40, 10, 30);
  EXPECT_FLOAT_EQ(strength_on(t, 10), .25f);
  EXPECT_FLOAT_EQ(strength_on(t, 40), .125f);
}

TEST(Timing, StrengthScalesEffectsAndCostsAndEffectivenessEffectsOnly) {
  Timing t = timing(0, 0, 3, 0);
  t.capex = 100;
  t.opex = 7;
  t.strength = 2;
  t.effectiveness = .25f;
  EXPECT_FLOAT_EQ(strength_on(t, 1), .5f);
  EXPECT_DOUBLE_EQ(cost_on(t, 0), 214);
  EXPECT_DOUBLE_EQ(cost_on(t, 1), 14);
}

TEST(Timing, CostsItsCapexOnceAndItsOpexWhileItIsKeptUp) {
  Timing t = timing(5, 30, 10, 300);
  t.capex = 1000;
  t.opex = 3;
  double total = 0;
  for (std::int64_t day = 0; day < 100; ++day) total += cost_on(t, day);
  EXPECT_DOUBLE_EQ(total, 1000 + 10 * 3) << "fading is free";
  EXPECT_EQ(cost_on(t, 4), 0);
  EXPECT_EQ(cost_on(t, 15), 0);
  EXPECT_GT(strength_on(t, 15), 0);
}

TEST(Timing, CostsNothingThatIsNotDone) {
  Timing t = timing(0, 0, 0, 0);
  t.capex = t.opex = 50;
  t.strength = 0;
  EXPECT_EQ(cost_on(t, 0), 0);
  EXPECT_EQ(strength_on(t, 0), 0);
}

}  // namespace
}  // namespace cxsim
