#include "model/episode.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

#include "people.hpp"

namespace cxsim {
namespace {

const EpisodeSettings s = defaults<EpisodeSettings>();

Episode<float> of_contacts(std::initializer_list<float> reactions, float effort = 0) {
  Episode<float> episode = fresh_episode<float>();
  for (const float x : reactions) live_through(episode, x, effort, s);
  return episode;
}

TEST(Episode, KeepsPeakEndSumAndEffort) {
  const Episode<float> e = of_contacts({.2f, .6f, .1f}, .5f);
  EXPECT_EQ(e.peak, .6f);
  EXPECT_EQ(e.end, .1f);
  EXPECT_NEAR(e.sum, .9, 1e-6);
  EXPECT_NEAR(e.effort, 1.5, 1e-6);
}

TEST(Episode, LetsABadContactBecomeThePeakSooner) {
  EXPECT_EQ(of_contacts({.5f, -.41f}).peak, -.41f);
  EXPECT_EQ(of_contacts({.5f, -.39f}).peak, .5f);
  EXPECT_EQ(of_contacts({-.41f, .5f}).peak, -.41f);
  EXPECT_EQ(of_contacts({-.39f, .5f}).peak, .5f);
}

TEST(Episode, KeepsTheFirstOfTwoEqualPeaks) {
  EXPECT_EQ(of_contacts({.5f, -.4f}).peak, .5f);
  EXPECT_EQ(of_contacts({-.4f, .5f}).peak, -.4f);
}

TEST(Handoff, IsFeltRememberedAndLabour) {
  Mind<float> mind = stranger();
  mind.valence = .2f;
  Episode<float> e = of_contacts({.3f});
  repeat_oneself(mind, e, 1.2f, s);  // y = -.42, which stirs 1.25 as much: .525
  EXPECT_NEAR(mind.valence, .2 + .5 * (-.42 - .2), 1e-6);
  EXPECT_NEAR(e.sum, .3 - .21, 1e-6);
  EXPECT_NEAR(e.peak, -.42, 1e-6);
  EXPECT_NEAR(e.end, .5 * (.3 - .42), 1e-6);
  EXPECT_NEAR(e.effort, 1, 1e-6);
}

TEST(Handoff, DoesNotOutdoAStrongerPeak) {
  Mind<float> mind = stranger();
  Episode<float> e = of_contacts({.8f});
  repeat_oneself(mind, e, 1.0f, s);
  EXPECT_EQ(e.peak, .8f);
}

TEST(Handoff, HurtsNobodyMoreThanFully) {
  Mind<float> mind = stranger();
  Episode<float> e = fresh_episode<float>();
  repeat_oneself(mind, e, 10.0f, s);
  EXPECT_EQ(e.peak, -1.0f);
}

TEST(Handoff, LosesInformationAsOftenAsStated) { EXPECT_NEAR(s.handoff_loss, .35, 1e-6); }

float remembered(const Episode<float>& e, float contacts, float resolved = 1,
                 float importance = 1) {
  return remembered_experience(e, contacts, resolved, importance, 0.0F, s);
}

TEST(Remembering, IsPeakEndMeanAndOutcome) {
  // .7 (.6 + .1) / 2 + .3 * .9 / 3 + .25
  EXPECT_NEAR(remembered(of_contacts({.2f, .6f, .1f}), 3), .245 + .09 + .25, 1e-6);
}

TEST(Remembering, RewardsAResolutionThatMattered) {
  const Episode<float> e = of_contacts({0.0f});
  EXPECT_NEAR(remembered(e, 1, 1, .31f), .25, 1e-6);
  EXPECT_NEAR(remembered(e, 1, 1, .30f), 0, 1e-6);
  EXPECT_NEAR(remembered(e, 1, 1, .15f), 0, 1e-6);
}

TEST(Remembering, ResentsWhatStaysUnresolvedHoweverSmall) {
  const Episode<float> e = of_contacts({0.0f});
  EXPECT_NEAR(remembered(e, 1, 0, 1), -.5, 1e-6);
  EXPECT_NEAR(remembered(e, 1, 0, .15f), -.5, 1e-6);
}

TEST(Remembering, MindsEffortBeyondTwo) {
  Episode<float> e = of_contacts({0.0f});
  e.effort = 2;
  EXPECT_NEAR(remembered(e, 1), .25, 1e-6);
  e.effort = 5;
  EXPECT_NEAR(remembered(e, 1), .25 - .18, 1e-6);
}

TEST(Remembering, NeglectsDurationWhereEveryContactIsAlike) {
  EXPECT_NEAR(remembered(of_contacts({.2f}), 1), remembered(of_contacts({.2f, .2f, .2f, .2f}), 4),
              1e-6);
}

TEST(Remembering, IsColouredByWhatElseWasOnTheirMindWhereThatIsOn) {
  const Episode<float> e = of_contacts({.2f, .6f, .1f});
  EXPECT_EQ(remembered_experience(e, 3.0f, 1.0f, 1.0f, 1.5f, s), remembered(e, 3));
  EpisodeSettings coloured = s;
  coloured.recall_noise = .2f;
  EXPECT_NEAR(remembered_experience(e, 3.0f, 1.0f, 1.0f, 1.5f, coloured),
              .245 + .09 + .25 + 1.5 * .2, 1e-6);
  EXPECT_EQ(remembered_experience(e, 3.0f, 1.0f, 1.0f, 9.0f, coloured), 1.0f);
}

TEST(Remembering, StaysWithinOne) {
  EXPECT_EQ(remembered(of_contacts({1.0f}), 1), 1.0f);
  EXPECT_EQ(remembered(of_contacts({-1.0f}), 1, 0), -1.0f);
}

TEST(Remembering, HoldsABadEndAgainstAGoodJourney) {
  EXPECT_LT(remembered(of_contacts({.5f, .5f, -.5f}), 3),
            remembered(of_contacts({-.5f, .5f, .5f}), 3));
}

}  // namespace
}  // namespace cxsim
