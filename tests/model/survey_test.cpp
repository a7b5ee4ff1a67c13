#include "model/survey.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const SurveySettings s = defaults<SurveySettings>();

TEST(Csat, IsOneToFiveWholePoints) {
  EXPECT_EQ(csat(0.0f, 0.0f, s), 4.0f);
  EXPECT_EQ(csat(.3f, 0.0f, s), 5.0f);
  EXPECT_EQ(csat(1.0f, 0.0f, s), 5.0f);
  EXPECT_EQ(csat(-.3f, 0.0f, s), 3.0f);
  EXPECT_EQ(csat(-.6f, 0.0f, s), 2.0f);
  EXPECT_EQ(csat(-1.0f, 0.0f, s), 1.0f);
  EXPECT_EQ(csat(0.0f, 2.0f, s), 5.0f);
  EXPECT_EQ(csat(0.0f, -2.0f, s), 3.0f);
}

TEST(Csat, IsSatisfiedFromWhereItRoundsToFour) {
  EXPECT_NEAR(s.satisfied_reaction, -.133, 1e-6);
  EXPECT_GE(csat(s.satisfied_reaction, 0.0f, s), s.satisfied_score);
  EXPECT_LT(csat(s.satisfied_reaction - .001f, 0.0f, s), s.satisfied_score);
}

TEST(Csat, VariesAsStated) {
  // A point begins at 3.9 + .35 noise = 4.5.
  EXPECT_EQ(csat(0.0f, 1.70f, s), 4.0f);
  EXPECT_EQ(csat(0.0f, 1.73f, s), 5.0f);
}

TEST(Csat, IsAnsweredByTheStirredAndLessAfterFailures) {
  EXPECT_NEAR(csat_response_chance(0.0f, false, s), .10, 1e-6);
  EXPECT_NEAR(csat_response_chance(-.5f, false, s), .16, 1e-6);
  EXPECT_NEAR(csat_response_chance(.5f, false, s), .16, 1e-6);
  EXPECT_NEAR(csat_response_chance(-.5f, true, s), .08, 1e-6);
}

TEST(Recommending, StartsFromANeutralLevel) {
  Mind<float> mind = stranger();
  mind.commitment = .3f;
  EXPECT_NEAR(recommend_level(mind, false, s), 6.5, 1e-5);
}

TEST(Recommending, AddsUpWhatIsFeltAndRemembered) {
  Mind<float> mind = stranger();
  mind.satisfaction = .4f;
  mind.commitment = .5f;
  mind.trust = .7f;
  mind.implicit = .2f;
  mind.valence = -.5f;
  // 6.5 + 2.2 + .3 + .3 + .3 - .4
  EXPECT_NEAR(recommend_level(mind, false, s), 9.2, 1e-5);
  EXPECT_NEAR(recommend_level(mind, true, s), 6.2, 1e-5);
}

TEST(Recommending, IsAWholePointFromZeroToTen) {
  EXPECT_EQ(recommend_score(8.49f, 0.0f, s), 8.0f);
  EXPECT_EQ(recommend_score(8.5f, 0.0f, s), 9.0f) << "a half goes up, not to the even";
  EXPECT_EQ(recommend_score(9.5f, 0.0f, s), 10.0f);
  EXPECT_EQ(recommend_score(14.0f, 0.0f, s), 10.0f);
  EXPECT_EQ(recommend_score(-3.0f, 0.0f, s), 0.0f);
  EXPECT_EQ(recommend_score(7.0f, 1.0f, s), 8.0f);
  EXPECT_EQ(recommend_score(7.0f, -1.0f, s), 6.0f);
}

TEST(Recommending, VariesAsStated) {
  // A point begins at 7 + 1.1 noise = 8.5.
  EXPECT_EQ(recommend_score(7.0f, 1.36f, s), 8.0f);
  EXPECT_EQ(recommend_score(7.0f, 1.37f, s), 9.0f);
}

TEST(Recommending, IsAnsweredMoreByTheCommittedAndThePleased) {
  Mind<float> mind = stranger();
  EXPECT_NEAR(nps_response_chance(mind, s), .05, 1e-6);
  mind.commitment = .5f;
  EXPECT_NEAR(nps_response_chance(mind, s), .14, 1e-6);
  mind.satisfaction = .5f;
  EXPECT_NEAR(nps_response_chance(mind, s), .20, 1e-6);
  mind.satisfaction = -.5f;
  EXPECT_NEAR(nps_response_chance(mind, s), .165, 1e-6);
}

TEST(EffortScore, IsNotAskedForUnlessAScenarioDoes) { EXPECT_EQ(s.ces_response, 0.0f); }

TEST(EffortScore, TurnsEffortAndNoiseIntoPointsAsStated) {
  // A point begins at 7.5 - .6 effort + .5 noise = 6.5.
  EXPECT_EQ(effort_score(1.6f, 0.0f, s), 7.0f);
  EXPECT_EQ(effort_score(1.7f, 0.0f, s), 6.0f);
  EXPECT_EQ(effort_score(2.0f, .39f, s), 6.0f);
  EXPECT_EQ(effort_score(2.0f, .41f, s), 7.0f);
}

TEST(EffortScore, FallsWithEffort) {
  EXPECT_EQ(effort_score(0.0f, 0.0f, s), 7.0f);
  EXPECT_EQ(effort_score(2.0f, 0.0f, s), 6.0f);
  EXPECT_EQ(effort_score(5.0f, 0.0f, s), 4.0f);
  EXPECT_EQ(effort_score(30.0f, 0.0f, s), 1.0f);
  EXPECT_EQ(effort_score(4.0f, 2.0f, s), 6.0f);
}

}  // namespace
}  // namespace cxsim
