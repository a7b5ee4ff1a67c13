#include "model/perception.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const PerceptionSettings s = defaults<PerceptionSettings>();

float perceived(float delivered, float believed) {
  return perceive(delivered, believed, stranger(), s);
}

TEST(Perception, IsWhatIsDeliveredWhereItIsWhatWasBelieved) {
  EXPECT_FLOAT_EQ(perceived(.7f, .7f), .7f);
}

TEST(Perception, IsPulledTowardANearBelief) {
  // .25 * .2 (1 - .04 / .25) = .042
  EXPECT_NEAR(perceived(.6f, .8f), .642, 1e-6);
  EXPECT_NEAR(perceived(.8f, .6f), .758, 1e-6);
}

TEST(Perception, NeitherAssimilatesNorContrastsAtTheTurningPoint) {
  EXPECT_NEAR(perceived(.25f, .75f), .25, 1e-6);
  EXPECT_NEAR(perceived(.75f, .25f), .75, 1e-6);
}

TEST(Perception, ContrastsBeyondIt) {
  // .25 * .7 (1 - .49 / .25) = -.168
  EXPECT_NEAR(perceived(.2f, .9f), .032, 1e-6);
  EXPECT_NEAR(perceived(.9f, .2f), 1.0, 1e-6);
  EXPECT_NEAR(perceived(.8f, .1f), .968, 1e-6);
}

TEST(Perception, IsGildedByMemoryAndColouredByMood) {
  Mind<float> mind = stranger();
  mind.satisfaction = .5f;
  mind.implicit = .25f;
  EXPECT_NEAR(perceive(.7f, .7f, mind, s), .7 + .04 * .75, 1e-6);
  mind = stranger();
  mind.valence = -.4f;
  EXPECT_NEAR(perceive(.7f, .7f, mind, s), .7 - .02, 1e-6);
}

RC_GTEST_PROP(Perception, LiesBetweenDeliveryAndANearBelief, ()) {
  const float delivered = static_cast<float>(*rc::gen::inRange(0, 1001)) * .001f;
  const float distance = static_cast<float>(*rc::gen::inRange(0, 500)) * .001f;
  const float believed = delivered + distance;
  const float found = perceived(delivered, believed);
  RC_ASSERT(found >= delivered - 1e-6f || found == 1.0f);
  RC_ASSERT(found <= believed + 1e-6f);
}

RC_GTEST_PROP(Perception, NeverFallsWhereMoreIsDelivered, ()) {
  const float believed = static_cast<float>(*rc::gen::inRange(0, 1001)) * .001f;
  const float less = static_cast<float>(*rc::gen::inRange(0, 1000)) * .001f;
  RC_ASSERT(perceived(less, believed) <= perceived(less + .001f, believed) + 1e-6f);
}

}  // namespace
}  // namespace cxsim
