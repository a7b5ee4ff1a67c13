#include "model/expectation.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const ExpectationSettings s = defaults<ExpectationSettings>();

TEST(Expectation, IsTheMarketsAndOnesOwn) {
  Mind<float> mind = stranger();
  mind.expectation_offset = .1f;
  EXPECT_NEAR(normative_expectation(mind, .72f), .82, 1e-6);
  mind.expectation_offset = .5f;
  EXPECT_EQ(normative_expectation(mind, .72f), 1.0f);
  mind.expectation_offset = -.5f;
  EXPECT_EQ(normative_expectation(mind, .3f), 0.0f);
}

TEST(FeltGap, IsHalfFeltInsideTheZoneOfTolerance) {
  EXPECT_NEAR(felt_gap(0.0f, s), 0, 1e-7);
  EXPECT_NEAR(felt_gap(.05f, s), .025, 1e-7);
  EXPECT_NEAR(felt_gap(-.06f, s), -.03, 1e-7);
}

TEST(FeltGap, IsFullyFeltAboveTheZoneAndTwiceBelow) {
  EXPECT_NEAR(felt_gap(.17f, s), .135, 1e-6);
  EXPECT_NEAR(felt_gap(-.17f, s), -.235, 1e-6);
}

TEST(FeltGap, HasNoJumpAtTheZonesEdges) {
  EXPECT_NEAR(felt_gap(.07f, s), felt_gap(.070001f, s), 3e-6);
  EXPECT_NEAR(felt_gap(-.07f, s), felt_gap(-.070001f, s), 3e-6);
  EXPECT_NEAR(felt_gap(.07f, s), .035, 1e-6);
  EXPECT_NEAR(felt_gap(-.07f, s), -.035, 1e-6);
}

TEST(FeltGap, WeighsLossesByLossAversionWithoutAZone) {
  ExpectationSettings none = s;
  none.tolerance = 0;
  for (const float gap : {.01f, .1f, .25f, .8f}) {
    EXPECT_NEAR(felt_gap(-gap, none) / felt_gap(gap, none), -2, 1e-5) << gap;
    none.loss_aversion = 2.25f;
    EXPECT_NEAR(felt_gap(-gap, none) / felt_gap(gap, none), -2.25, 1e-5) << gap;
    none.loss_aversion = 2;
  }
}

RC_GTEST_PROP(FeltGap, GrowsWithTheGapAndKeepsItsSign, ()) {
  const float gap = static_cast<float>(*rc::gen::inRange(-1000, 1000)) * .001f;
  RC_ASSERT(felt_gap(gap, s) < felt_gap(gap + .001f, s));
  RC_ASSERT(gap == 0 || (felt_gap(gap, s) > 0) == (gap > 0));
}

float ratcheted(float offset, float gap, float importance) {
  Mind<float> mind = stranger();
  mind.expectation_offset = offset;
  ratchet_expectation(mind, gap, importance, s);
  return mind.expectation_offset;
}

TEST(Ratchet, RisesFasterThanItFalls) {
  EXPECT_NEAR(ratcheted(0, .1f, 1), .005, 1e-7);
  EXPECT_NEAR(ratcheted(0, -.1f, 1), -.002, 1e-7);
  EXPECT_EQ(ratcheted(.2f, 0, 1), .2f);
}

TEST(Ratchet, TurnsByTheImportanceOfTheJourney) {
  EXPECT_NEAR(ratcheted(0, .2f, .15f), .0015, 1e-7);
  EXPECT_EQ(ratcheted(.1f, .2f, 0), .1f);
}

TEST(Ratchet, StopsAtItsEnds) {
  EXPECT_EQ(ratcheted(.499f, 1, 1), .5f);
  EXPECT_EQ(ratcheted(-.499f, -1, 1), -.5f);
}

}  // namespace
}  // namespace cxsim
