#include "model/complaint.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const ComplaintSettings s = defaults<ComplaintSettings>();

TEST(BadEpisode, IsBadEnoughAndMattersEnough) {
  EXPECT_TRUE(is_bad_episode(-.26f, 1.0f, s));
  EXPECT_TRUE(is_bad_episode(-.26f, .15f, s)) << "using the product counts";
  EXPECT_FALSE(is_bad_episode(-.25f, 1.0f, s));
  EXPECT_TRUE(is_bad_episode(-.26f, .101f, s));
  EXPECT_FALSE(is_bad_episode(-.9f, .10f, s));
  EXPECT_FALSE(is_bad_episode(.5f, 1.0f, s));
}

float voice(float experience, float commitment) {
  Mind<float> mind = settled_customer();
  mind.commitment = commitment;
  return voice_chance(mind, experience, s);
}

TEST(Voice, IsRareAndGrowsWithTheHarm) {
  EXPECT_NEAR(voice(-.5f, .5f), .043107, 1e-6);
  EXPECT_NEAR(voice(-1, 0), .075858, 1e-6);
  EXPECT_LT(voice(-.3f, 0), voice(-.6f, 0));
}

TEST(Voice, IsRaisedByTheCommitted) { EXPECT_LT(voice(-.5f, .1f), voice(-.5f, .9f)); }

TEST(Hearing, TakesFeedbackAndUnderstanding) {
  EXPECT_NEAR(hearing_chance(.4f, .6f, s), .32, 1e-6);
  EXPECT_NEAR(hearing_chance(.4f, 0.0f, s), .2, 1e-6);
  EXPECT_NEAR(hearing_chance(1.0f, 1.0f, s), 1, 1e-6);
  EXPECT_EQ(hearing_chance(0.0f, 1.0f, s), 0.0f);
}

TEST(BeingIgnored, HurtsTwice) {
  Mind<float> mind = settled_customer();
  mind.satisfaction = -.2f;
  be_ignored(mind, s);
  EXPECT_NEAR(mind.satisfaction, -.2 - .175 * .8, 1e-6);
  EXPECT_NEAR(mind.trust, .495, 1e-6);
  EXPECT_NEAR(mind.implicit, .05, 1e-6);
  EXPECT_EQ(mind.commitment, .3f);
}

TEST(BeingIgnored, HasABottom) {
  Mind<float> mind = settled_customer();
  for (int k = 0; k < 200; ++k) be_ignored(mind, s);
  EXPECT_NEAR(mind.satisfaction, -1, 1e-5);
  EXPECT_EQ(mind.implicit, -1.0f);
  EXPECT_NEAR(mind.trust, 0, 1e-5);
}

}  // namespace
}  // namespace cxsim
