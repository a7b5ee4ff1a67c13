#include "model/memory.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const MemorySettings s = defaults<MemorySettings>();

Mind<float> remembering(float experience, float effort = 0, float importance = 1,
                        Mind<float> mind = settled_customer()) {
  remember(mind, experience, effort, importance, s);
  return mind;
}

TEST(Memory, MovesSatisfactionTowardTheJourney) {
  // .2 + .3 (.5 + .6) (.6 - .2)
  EXPECT_NEAR(remembering(.6f).satisfaction, .332, 1e-6);
  EXPECT_NEAR(remembering(.6f, 0, .15f).satisfaction, .2198, 1e-6);
}

TEST(Memory, RecallsWhatIsWorseThanRememberedHalfAsMuchAgain) {
  // .2 + .3 (.5 + .4) 1.5 (-.4 - .2)
  EXPECT_NEAR(remembering(-.4f).satisfaction, -.043, 1e-6);
  // Good, but below what was remembered: .2 + .3 (.5 + .1) 1.5 (.1 - .2)
  EXPECT_NEAR(remembering(.1f).satisfaction, .173, 1e-6);
}

TEST(Memory, LetsOnlyStirringMomentsIntoTheSubconscious) {
  EXPECT_EQ(remembering(0.0f).implicit, .08f);
  // .08 + .05 * .6 (.6 - .08)
  EXPECT_NEAR(remembering(.6f).implicit, .0956, 1e-6);
  // .08 + .05 * .4 * 1.5 (-.4 - .08)
  EXPECT_NEAR(remembering(-.4f).implicit, .0656, 1e-6);
}

TEST(Memory, CommitsByGoodJourneysAsFarAsTheFirmIsTrusted) {
  // .3 + .06 * .6 * 2 * .55 * .7
  EXPECT_NEAR(remembering(.6f).commitment, .32772, 1e-6);
  Mind<float> distrusting = settled_customer();
  distrusting.trust = 0;
  EXPECT_EQ(remembering(.6f, 0, 1, distrusting).commitment, .3f);
}

TEST(Memory, LosesCommitmentToBadJourneysWhateverTheTrust) {
  // .3 + .15 (-.4) .3
  EXPECT_NEAR(remembering(-.4f).commitment, .282, 1e-6);
}

TEST(Memory, CountsWhatIsOwedByExperienceAndUnfairEffort) {
  EXPECT_NEAR(remembering(.6f, 3).equity, .06, 1e-6);
  EXPECT_NEAR(remembering(.6f, 5).equity, .1 * (.6 - .1), 1e-6);
  EXPECT_NEAR(remembering(-.4f, 5, .6f).equity, .06 * (-.4 - .1), 1e-6);
}

TEST(Memory, LeavesTrustAndCynicismAlone) {
  EXPECT_EQ(remembering(-1).trust, .55f);
  EXPECT_EQ(remembering(-1).cynicism, 0.0f);
}

TEST(Memory, KeepsTheBadLongerThanItKeepsTheGood) {
  Mind<float> neutral = stranger();
  const float up = remembering(.5f, 0, 1, neutral).satisfaction;
  const float down = remembering(-.5f, 0, 1, neutral).satisfaction;
  EXPECT_NEAR(-down / up, 1.5, 1e-5);
}

}  // namespace
}  // namespace cxsim
