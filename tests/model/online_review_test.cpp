#include "model/online_review.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const OnlineReviewSettings s = defaults<OnlineReviewSettings>();

TEST(OnlineReview, IsWrittenMostlyByTheStirred) {
  EXPECT_NEAR(review_chance(0.0f, 1.0f, s), .002, 1e-7);
  EXPECT_NEAR(review_chance(.6f, 1.0f, s), .02, 1e-7);
  EXPECT_NEAR(review_chance(-.6f, 1.0f, s), .0344, 1e-7);
  EXPECT_NEAR(review_chance(-.6f, .15f, s), .00516, 1e-7);
}

TEST(OnlineReview, GivesOneToFiveWholeStars) {
  EXPECT_EQ(stars_given(0.0f, 0.0f, s), 3.0f);
  EXPECT_EQ(stars_given(.5f, 0.0f, s), 5.0f);
  EXPECT_EQ(stars_given(.1f, 0.0f, s), 4.0f);
  EXPECT_EQ(stars_given(-.2f, 0.0f, s), 3.0f);
  EXPECT_EQ(stars_given(-.4f, 0.0f, s), 2.0f);
  EXPECT_EQ(stars_given(-1.0f, 0.0f, s), 1.0f);
  EXPECT_EQ(stars_given(1.0f, 3.0f, s), 5.0f);
  EXPECT_EQ(stars_given(0.0f, 1.0f, s), 4.0f);
  EXPECT_EQ(stars_given(0.0f, -3.0f, s), 2.0f);
}

TEST(OnlineReview, TurnsExperienceAndNoiseIntoStarsAsStated) {
  // A star begins at 3.3 + 3x + .4 noise = 4.5 and 3.5.
  EXPECT_EQ(stars_given(.39f, 0.0f, s), 4.0f);
  EXPECT_EQ(stars_given(.41f, 0.0f, s), 5.0f);
  EXPECT_EQ(stars_given(0.0f, .49f, s), 3.0f);
  EXPECT_EQ(stars_given(0.0f, .51f, s), 4.0f);
}

TEST(Reputation, IsAMeanThatLaterForgets) {
  Reputation reputation{s.initial_reputation, s.initial_count};
  EXPECT_NEAR(reputation.level, .62, 1e-6);
  EXPECT_EQ(reputation.count, 60.0f);
  publish(reputation, 5, s);
  EXPECT_NEAR(reputation.level, .62 + .38 / 61, 1e-6);
  EXPECT_EQ(reputation.count, 61.0f);
  publish(reputation, 1, s);
  EXPECT_NEAR(reputation.level, (.62 * 60 + 1) / 62, 1e-6);
}

TEST(Reputation, RestsOnAtMostAsManyReviewsAsAreRemembered) {
  Reputation reputation{.5f, 399};
  publish(reputation, 5, s);
  EXPECT_NEAR(reputation.level, .5 + .5 / 400, 1e-6);
  EXPECT_EQ(reputation.count, 400.0f);
  publish(reputation, 5, s);
  EXPECT_EQ(reputation.count, 400.0f);
  const float before = reputation.level;
  publish(reputation, 5, s);
  EXPECT_NEAR(reputation.level, before + (1 - before) / 401, 1e-6);
}

TEST(Reputation, EndsAtWhatIsGivenAgainAndAgain) {
  Reputation reputation{.62f, 60};
  for (int k = 0; k < 20000; ++k) publish(reputation, 4, s);
  EXPECT_NEAR(reputation.level, .75, 1e-4);
}

}  // namespace
}  // namespace cxsim
