#include "model/word_of_mouth.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const WordOfMouthSettings s = defaults<WordOfMouthSettings>();

float told(float experience, bool hostile = false) {
  return messages_expected(experience, 1.0f, 1.0f, hostile, s);
}

TEST(Telling, IsAnAsymmetricU) {
  EXPECT_NEAR(told(.5f), .80, 1e-6);
  EXPECT_NEAR(told(-.5f), 1.425, 1e-6);
  EXPECT_NEAR(told(-.5f) / told(.5f), 1.78125, 1e-5);
  EXPECT_NEAR(told(0), .05, 1e-6);
  EXPECT_NEAR(told(1), 3.05, 1e-6);
  EXPECT_NEAR(told(-1), 5.55, 1e-6);
}

TEST(Telling, GrowsWithImportanceTalkativenessAndHostility) {
  EXPECT_NEAR(messages_expected(.5f, .15f, 1.0f, false, s), .12, 1e-6);
  EXPECT_NEAR(messages_expected(.5f, 1.0f, 2.5f, false, s), 2.0, 1e-6);
  EXPECT_NEAR(told(-.5f, true), 1.425 * 1.5, 1e-6);
  EXPECT_NEAR(told(.5f, true), .8 * 1.5, 1e-6);
}

RC_GTEST_PROP(Telling, IsLivelierTheFurtherFromNeutral, ()) {
  const float x = static_cast<float>(*rc::gen::inRange(0, 1000)) * .001f;
  RC_ASSERT(told(x) < told(x + .001f));
  RC_ASSERT(told(-x) < told(-x - .001f));
  RC_ASSERT(x == 0 || told(-x) > told(x));
}

Mind<float> having_heard(float experience, float weight, bool customer, float commitment = .3f) {
  Mind<float> mind = settled_customer();
  mind.commitment = commitment;
  hear(mind, experience, weight, customer, s);
  return mind;
}

TEST(Hearing, MovesEveryFacetOfAStrangersBelief) {
  // .74 + .06 (.74 + .15 - .74)
  const Beliefs<float> belief = having_heard(.5f, 1, false).belief;
  EXPECT_NEAR(belief.product, .749, 1e-6);
  EXPECT_NEAR(belief.service, .749, 1e-6);
  EXPECT_NEAR(belief.ux, .749, 1e-6);
  EXPECT_NEAR(belief.brand, .749, 1e-6);
}

TEST(Hearing, TakesTheBadMoreToHeart) {
  EXPECT_NEAR(having_heard(-.5f, 1, false).belief.brand, .74 - .09 * .15, 1e-6);
}

TEST(Hearing, MovesCustomersLessAndTheCommittedLeast) {
  EXPECT_NEAR(having_heard(-.5f, 1, true, 0).belief.brand, .74 - .045 * .15, 1e-6);
  EXPECT_NEAR(having_heard(-.5f, 1, true, .5f).belief.brand, .74 - .045 * .7 * .15, 1e-6);
  EXPECT_NEAR(having_heard(-.5f, 1, true, 1).belief.brand, .74 - .045 * .4 * .15, 1e-6);
  EXPECT_NEAR(having_heard(-.5f, 1, false, 1).belief.brand, .74 - .09 * .15, 1e-6)
      << "what is left of commitment shields no former customer";
}

TEST(Hearing, HasALimitHoweverVivid) {
  // News: x = -.9, w = 5; then .06 * 5 * 1.5 = .45, and .6 at the most.
  EXPECT_NEAR(having_heard(-.9f, 5, false).belief.brand, .74 - .45 * .27, 1e-6);
  EXPECT_NEAR(having_heard(-.9f, 100, false).belief.brand, .74 - .6 * .27, 1e-6);
}

TEST(Hearing, ConveysAQualityWithinRange) {
  EXPECT_NEAR(having_heard(1, 100, false).belief.brand, .74 + .6 * .26, 1e-6);
}

TEST(Hearing, ConvergesToWhatIsConveyed) {
  for (const float x : {-1.0f, -.4f, 0.0f, .3f, 1.0f}) {
    Mind<float> mind = settled_customer();
    mind.belief = {.1f, .4f, .74f, 1.0f};
    for (int k = 0; k < 1000; ++k) hear(mind, x, 1.0f, false, s);
    const float conveyed = x > .87f ? 1.0f : .74f + .3f * x;
    EXPECT_NEAR(mind.belief.product, conveyed, 1e-5) << x;
    EXPECT_NEAR(mind.belief.brand, conveyed, 1e-5) << x;
  }
}

TEST(Hearing, MakesStrangersLookSoonAsStated) {
  EXPECT_NEAR(s.interest_above, .2, 1e-6);
  EXPECT_NEAR(s.interest_chance, .15, 1e-6);
  EXPECT_EQ(s.interest_delay, 20.0f);
  EXPECT_EQ(s.interest_patience, 30.0f);
}

TEST(Hearing, WeighsAnUnplannedEncounterAsStated) {
  EXPECT_EQ(s.encounter_weight, 2.0f);
  EXPECT_EQ(s.encounter_slope, 2.0f);
  EXPECT_NEAR(s.encounter_noise, .3, 1e-6);
}

TEST(NeighbourExit, AddsUp) {
  Mind<float> mind = settled_customer();
  see_neighbour_leave(mind);
  see_neighbour_leave(mind);
  EXPECT_EQ(mind.neighbour_exits, 2.0f);
}

}  // namespace
}  // namespace cxsim
