#include "model/loyalty.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "people.hpp"

namespace cxsim {
namespace {

const LoyaltySettings s = defaults<LoyaltySettings>();

float look(float satisfaction, float exits = 0, bool hostile = false) {
  Mind<float> mind = settled_customer();
  mind.satisfaction = satisfaction;
  mind.neighbour_exits = exits;
  return look_chance(look_factors(mind, hostile, s), s);
}

TEST(Looking, IsForTheDissatisfied) {
  EXPECT_NEAR(look(0), .16, 1e-6);
  EXPECT_NEAR(look(.2f), .0878099, 1e-6);
  EXPECT_GT(look(-.3f), look(-.2f));
}

TEST(Looking, FollowsNeighboursWhoLeft) {
  EXPECT_NEAR(look(.2f, 1) / look(.2f), 1.8, 1e-5);
  EXPECT_NEAR(look(.2f, 2) / look(.2f), 2.6, 1e-5);
}

TEST(Looking, IsTwiceAsLikelyForTheHostile) { EXPECT_NEAR(look(-.1f, 0, true), .431955, 1e-6); }

TEST(Looking, StopsSoonerForTheDelightedWhereThatIsOn) {
  LoyaltySettings delighting = s;
  delighting.look_delight = 10;
  const auto factor = [&](float satisfaction) {
    Mind<float> mind = settled_customer();
    mind.satisfaction = satisfaction;
    return look_factors(mind, false, delighting).satisfaction;
  };
  EXPECT_NEAR(factor(.3f), std::exp(-3 * .3 - 10 * .1), 1e-6);
  EXPECT_NEAR(factor(.2f), std::exp(-3 * .2), 1e-6);
  EXPECT_NEAR(factor(-.4f), std::exp(3 * .4), 1e-5);
  EXPECT_EQ(s.look_delight, 0.0f);
}

TEST(Looking, IsNeverCertain) {
  EXPECT_NEAR(look(-1), .95, 1e-6);
  EXPECT_NEAR(look(-1, 10, true), .95, 1e-6);
}

TEST(Looking, IsTheProductOfItsFactors) {
  Mind<float> mind = settled_customer();
  mind.neighbour_exits = .5f;
  const LookFactors<float> f = look_factors(mind, true, s);
  EXPECT_NEAR(f.base, .16, 1e-6);
  EXPECT_NEAR(f.satisfaction, .548812, 1e-6);
  EXPECT_NEAR(f.neighbours, 1.4, 1e-6);
  EXPECT_NEAR(f.hostility, 2, 1e-6);
  EXPECT_NEAR(look_chance(f, s), .16 * .548812 * 1.4 * 2, 1e-6);
}

TEST(Leaving, IsHeldBackByPreferenceAndInertiaAlike) {
  EXPECT_NEAR(leave_chance(.3f, .9f), .231475, 1e-6);
  EXPECT_NEAR(leave_chance(-.6f, .9f), .425557, 1e-6);
  EXPECT_NEAR(leave_chance(0.0f, 0.0f), .5, 1e-6);
  EXPECT_FLOAT_EQ(leave_chance(.9f, .3f), leave_chance(.3f, .9f));
  EXPECT_GT(leave_chance(-1.0f, 0.0f), leave_chance(0.0f, 0.0f));
}

TEST(Loyalty, IsReviewedEveryThirtyDays) { EXPECT_EQ(s.period, 30.0f); }

}  // namespace
}  // namespace cxsim
