#include "model/recovery.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const RecoverySettings s = defaults<RecoverySettings>();

Mind<float> wronged(float satisfaction) {
  Mind<float> mind = settled_customer();
  mind.satisfaction = satisfaction;
  return mind;
}

TEST(RecoveryChance, GrowsWithSkillCultureAndAnalytics) {
  // .50 + .6 (.7 - .5) + .35 * .38 + .10 * .4
  EXPECT_NEAR(recovery_chance(.7f, .38f, .4f, s), .793, 1e-6);
  EXPECT_NEAR(recovery_chance(.5f, 0.0f, 0.0f, s), .5, 1e-6);
}

TEST(RecoveryChance, IsNeverNoneAndNeverCertain) {
  EXPECT_NEAR(recovery_chance(1.0f, 1.0f, 1.0f, s), .95, 1e-6);
  RecoverySettings hopeless = s;
  hopeless.chance_base = 0;
  EXPECT_NEAR(recovery_chance(0.0f, 0.0f, 0.0f, hopeless), .05, 1e-6);
}

TEST(RecoveryExperience, IsBestWhenPromptAndFirst) {
  EXPECT_NEAR(recovery_experience(wronged(0), 0.0f, false, s), .75, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(0), 5.0f, false, s), .625, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(0), 10.0f, false, s), .5, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(0), 30.0f, false, s), .5, 1e-6);
}

TEST(RecoveryExperience, IsWorseForThoseWhoHadOneBeforeAndForTheBitter) {
  EXPECT_NEAR(recovery_experience(wronged(0), 0.0f, true, s), .30, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(-.6f), 0.0f, false, s), .45, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(-.51f), 0.0f, false, s), .45, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(-.5f), 0.0f, false, s), .75, 1e-6);
  EXPECT_NEAR(recovery_experience(wronged(-.6f), 10.0f, true, s), -.25, 1e-6);
}

TEST(Recovery, MendsWhatItReaches) {
  Mind<float> mind = wronged(-.2f);
  be_recovered(mind, .7f, s);
  EXPECT_NEAR(mind.satisfaction, -.2 + .45 * .9, 1e-6);
  EXPECT_NEAR(mind.implicit, .08 + .01 * .92, 1e-6);
  EXPECT_NEAR(mind.commitment, .3 + .03 * .7, 1e-6);
  EXPECT_NEAR(mind.trust, .55 + .04 * .45, 1e-6);
}

// The paradox: a first good recovery leaves more satisfaction than there was before the harm.
TEST(Recovery, IsAParadoxOnlyOnce) {
  const float before = .3f, after_harm = .1f;
  Mind<float> first = wronged(after_harm), second = wronged(after_harm);
  be_recovered(first, recovery_experience(first, 0.0f, false, s), s);
  be_recovered(second, recovery_experience(second, 0.0f, true, s), s);
  EXPECT_GT(first.satisfaction, before);
  EXPECT_LT(second.satisfaction, before);
}

TEST(Recovery, ThatFailsIsADoubleDeviation) {
  Mind<float> mind = wronged(-.2f);
  be_failed_again(mind, s);
  EXPECT_NEAR(mind.satisfaction, -.2 - .3 * .8, 1e-6);
  EXPECT_NEAR(mind.trust, .484, 1e-6);
  EXPECT_NEAR(mind.implicit, .05, 1e-6);
  EXPECT_EQ(mind.commitment, .3f);
}

TEST(Recovery, IsToldAndCostsAsStated) {
  EXPECT_NEAR(s.told_share, .6, 1e-6);
  EXPECT_NEAR(s.told_importance, .5, 1e-6);
  EXPECT_NEAR(s.failed_told, -.8, 1e-6);
  EXPECT_NEAR(s.failed_told_importance, .8, 1e-6);
  EXPECT_EQ(s.cost, 25.0f);
  EXPECT_EQ(s.minutes, 20.0f);
}

}  // namespace
}  // namespace cxsim
