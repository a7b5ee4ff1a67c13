#include "model/fading.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "people.hpp"

namespace cxsim {
namespace {

const FadingSettings s = defaults<FadingSettings>();

Mind<float> stirred() {
  Mind<float> mind = settled_customer();
  mind.expectation_offset = .4f;
  mind.valence = -.8f;
  mind.arousal = .6f;
  mind.satisfaction = .6f;
  mind.implicit = .2f;
  mind.trust = .9f;
  mind.commitment = .8f;
  mind.cynicism = .4f;
  mind.equity = -.6f;
  mind.neighbour_exits = 2;
  return mind;
}

Mind<float> after(float days, Mind<float> mind = stirred()) {
  fade(mind, days, s);
  return mind;
}

TEST(Fading, HalvesEachStateInItsOwnTime) {
  EXPECT_NEAR(after(1).valence, -.4, 1e-6);
  EXPECT_NEAR(after(.25f).arousal, .3, 1e-6);
  EXPECT_NEAR(after(540).commitment, .4, 1e-6);
  EXPECT_NEAR(after(730).trust, .7, 1e-6);
  EXPECT_NEAR(after(270).cynicism, .2, 1e-6);
  EXPECT_NEAR(after(180).equity, -.3, 1e-6);
  EXPECT_NEAR(after(540).expectation_offset, .2, 1e-6);
  EXPECT_NEAR(after(30).neighbour_exits, 1, 1e-6);
  EXPECT_NEAR(after(1460).implicit, .1, 1e-6);
}

TEST(Fading, BringsExplicitMemoryToTheSubconsciousTraceItHadBefore) {
  // .2 + (.6 - .2) / 2, from the trace before it fades itself to .2 * 2^-.25.
  EXPECT_NEAR(after(365).satisfaction, .4, 1e-6);
  EXPECT_NEAR(after(365).implicit, .168179, 1e-6);
  Mind<float> bitter_beneath = stirred();
  bitter_beneath.satisfaction = 0;
  bitter_beneath.implicit = -.4f;
  EXPECT_NEAR(after(365, bitter_beneath).satisfaction, -.2, 1e-6);
}

TEST(Fading, LeavesBeliefsAlone) {
  const Beliefs<float> belief = after(1000).belief;
  EXPECT_EQ(belief.product, .74f);
  EXPECT_EQ(belief.service, .74f);
  EXPECT_EQ(belief.ux, .74f);
  EXPECT_EQ(belief.brand, .74f);
}

TEST(Fading, ChangesNothingInNoTime) {
  const Mind<float> before = stirred(), now = after(0);
  EXPECT_EQ(now.valence, before.valence);
  EXPECT_EQ(now.arousal, before.arousal);
  EXPECT_EQ(now.implicit, before.implicit);
  EXPECT_EQ(now.commitment, before.commitment);
  EXPECT_EQ(now.cynicism, before.cynicism);
  EXPECT_FLOAT_EQ(now.satisfaction, before.satisfaction);
  EXPECT_FLOAT_EQ(now.trust, before.trust);
}

TEST(Fading, EndsInANeutralMind) {
  const Mind<float> end = after(1e6f);
  EXPECT_NEAR(end.valence, 0, 1e-6);
  EXPECT_NEAR(end.arousal, 0, 1e-6);
  EXPECT_NEAR(end.satisfaction, .2, 1e-6) << "one long wait ends at the trace it began with";
  EXPECT_NEAR(end.implicit, 0, 1e-6);
  EXPECT_NEAR(end.trust, .5, 1e-6);
  EXPECT_NEAR(end.commitment, 0, 1e-6);
  EXPECT_NEAR(end.cynicism, 0, 1e-6);
  EXPECT_NEAR(end.neighbour_exits, 0, 1e-6);
}

TEST(Fading, ForgivesDistrustAsItForgetsTrust) {
  Mind<float> distrusting = stirred();
  distrusting.trust = .1f;
  EXPECT_NEAR(after(730, distrusting).trust, .3, 1e-6);
}

RC_GTEST_PROP(Fading, ComposesWhereItIsPurelyExponential, ()) {
  const float first = static_cast<float>(*rc::gen::inRange(0, 4000)) * .25f;
  const float second = static_cast<float>(*rc::gen::inRange(0, 4000)) * .25f;
  const Mind<float> once = after(first + second), twice = after(second, after(first));
  const auto same = [](float a, float b) { return std::fabs(a - b) <= 2e-6f; };
  RC_ASSERT(same(once.valence, twice.valence));
  RC_ASSERT(same(once.arousal, twice.arousal));
  RC_ASSERT(same(once.implicit, twice.implicit));
  RC_ASSERT(same(once.commitment, twice.commitment));
  RC_ASSERT(same(once.trust, twice.trust));
  RC_ASSERT(same(once.cynicism, twice.cynicism));
  RC_ASSERT(same(once.equity, twice.equity));
  RC_ASSERT(same(once.expectation_offset, twice.expectation_offset));
  RC_ASSERT(same(once.neighbour_exits, twice.neighbour_exits));
}

// The trace that explicit memory fades to is fading too: a visit in between makes a difference.
TEST(Fading, OfSatisfactionDependsOnTheVisitsBetween) {
  EXPECT_NEAR(after(730).satisfaction, .3, 1e-6);
  EXPECT_NEAR(after(365, after(365)).satisfaction, .284090, 1e-6);
}

}  // namespace
}  // namespace cxsim
