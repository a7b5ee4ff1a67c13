#include "model/trust.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const TrustSettings s = defaults<TrustSettings>();
constexpr float promise = .8f, claim = .3f;

Mind<float> judging(float perceived, float importance = 1, float trust = .5f, float cynicism = 0,
                    float loudness = claim) {
  Mind<float> mind = stranger();
  mind.trust = trust;
  mind.cynicism = cynicism;
  judge_promise(mind, perceived, promise, loudness, importance, s);
  return mind;
}

TEST(Promise, KeptBuildsTrustSlowly) {
  EXPECT_NEAR(judging(.9f).trust, .515, 1e-6);
  EXPECT_NEAR(judging(.9f, .6f, .8f).trust, .8 + .03 * .6 * .2, 1e-6);
}

TEST(Promise, MissedByALittleIsForgiven) {
  EXPECT_NEAR(judging(.71f).trust, .515, 1e-6);
  EXPECT_EQ(judging(.71f).cynicism, 0.0f);
}

TEST(Promise, BrokenCostsTrustFastUpToAFullLoss) {
  // A shortfall of .25: half of the .30 beyond the forgiven .10.
  EXPECT_NEAR(judging(.55f).trust, .5 - .15 * .5 * .5, 1e-6);
  EXPECT_NEAR(judging(.4f).trust, .5 - .15 * .5, 1e-6);
  EXPECT_NEAR(judging(.1f).trust, .5 - .15 * .5, 1e-6);
  EXPECT_NEAR(judging(.55f, .15f, .8f).trust, .8 - .15 * .15 * .8 * .5, 1e-6);
}

TEST(Promise, BrokenBreedsCynicismByItsLoudness) {
  // .7 * .3 * .4
  EXPECT_NEAR(judging(.3f).cynicism, .084, 1e-6);
  EXPECT_NEAR(judging(.3f, .5f, .5f, .4f, 1).cynicism, .4 + .7 * .5 * .4 * .6, 1e-6);
  EXPECT_EQ(judging(.3f, 1, .5f, 0, 0).cynicism, 0.0f) << "who claims nothing breeds none";
}

TEST(Promise, NeverCostsMoreThanAllTrust) {
  Mind<float> mind = stranger();
  for (int k = 0; k < 500; ++k) judge_promise(mind, 0.0f, 1.0f, 1.0f, 1.0f, s);
  EXPECT_GE(mind.trust, 0.0f);
  EXPECT_LT(mind.trust, 1e-6f);
  EXPECT_LE(mind.cynicism, 1.0f);
  EXPECT_GT(mind.cynicism, .999f);
}

TEST(Hostility, BeginsAboveTheUpperThresholdAndEndsBelowTheLower) {
  EXPECT_FALSE(turns_hostile(.54f, false, s));
  EXPECT_FALSE(turns_hostile(s.hostile_above, false, s));
  EXPECT_TRUE(turns_hostile(.56f, false, s));
  EXPECT_TRUE(turns_hostile(.31f, true, s));
  EXPECT_TRUE(turns_hostile(s.calm_below, true, s));
  EXPECT_FALSE(turns_hostile(.29f, true, s));
  EXPECT_FALSE(turns_hostile(.40f, false, s)) << "between them nothing changes";
  EXPECT_TRUE(turns_hostile(.40f, true, s));
}

}  // namespace
}  // namespace cxsim
