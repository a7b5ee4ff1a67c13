#include "model/belief.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const BeliefSettings s = defaults<BeliefSettings>();
constexpr FacetsOf<float> call{0, .9f, .1f, 0};

Mind<float> having_seen(float perceived, float arousal = 0, float importance = 1,
                        const BeliefSettings& settings = s) {
  Mind<float> mind = stranger();
  mind.arousal = arousal;
  learn(mind, perceived, .74f, call, importance, settings);
  return mind;
}

TEST(Believing, SeesTheFirmThroughTheFacetsOfATouchpoint) {
  const Beliefs<float> belief{.9f, .5f, .7f, .3f};
  EXPECT_NEAR(believed_quality(belief, FacetMix{.1f, .2f, .4f, .3f}), .56, 1e-6);
  EXPECT_NEAR(believed_quality(belief, FacetsOf<float>{0, 1, 0, 0}), .5, 1e-6);
}

TEST(Learning, MovesTheFacetsThatWereTouched) {
  const Beliefs<float> belief = having_seen(.84f).belief;
  EXPECT_NEAR(belief.service, .74 + .15 * .9 * .1, 1e-6);
  EXPECT_NEAR(belief.ux, .74 + .15 * .1 * .1, 1e-6);
  EXPECT_EQ(belief.product, .74f);
  EXPECT_EQ(belief.brand, .74f);
}

TEST(Learning, IsFasterFromDisappointment) {
  EXPECT_NEAR(having_seen(.64f).belief.service, .74 - 1.5 * .15 * .9 * .1, 1e-6);
}

TEST(Learning, IsFasterFromWhatStirsAndFromWhatMatters) {
  EXPECT_NEAR(having_seen(.84f, .6f).belief.service, .74 + .15 * 1.6 * .9 * .1, 1e-6);
  EXPECT_NEAR(having_seen(.84f, .6f, .5f).belief.service, .74 + .075 * 1.6 * .9 * .1, 1e-6);
  EXPECT_EQ(having_seen(.84f, .6f, 0).belief.service, .74f);
}

TEST(Learning, HasAFastestPace) {
  BeliefSettings fast = s;
  fast.rate = 1;
  EXPECT_NEAR(having_seen(.14f, 1, 1, fast).belief.service, .74 - .9 * .9 * .6, 1e-6);
}

// Disappointment is with the touchpoint as a whole, whichever way a single facet moves.
TEST(Learning, ComparesWithTheBeliefOfAllFacetsTogether) {
  Mind<float> mind = stranger();
  mind.belief.ux = .2f;
  learn(mind, .5f, .686f, call, 1.0f, s);
  EXPECT_NEAR(mind.belief.ux, .2 + 1.5 * .15 * .1 * .3, 1e-6);
  EXPECT_NEAR(mind.belief.service, .74 - 1.5 * .15 * .9 * .24, 1e-6);
}

TEST(Learning, EndsAtWhatIsPerceivedAgainAndAgain) {
  Mind<float> mind = stranger();
  for (int k = 0; k < 3000; ++k)
    learn(mind, .9f, believed_quality(mind.belief, call), call, 1.0f, s);
  EXPECT_NEAR(mind.belief.service, .9, 1e-5);
  EXPECT_NEAR(mind.belief.ux, .9, 1e-5);
}

}  // namespace
}  // namespace cxsim
