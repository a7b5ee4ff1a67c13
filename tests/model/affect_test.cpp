#include "model/affect.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const AffectSettings s = defaults<AffectSettings>();

TEST(Reaction, AnswersTheFeltGapAndThePerformance) {
  // tanh((.135 + .25 * .4) / .45)
  EXPECT_NEAR(reaction(.135f, .9f, 1.0f, s), .479413, 1e-6);
  // tanh(1.2 (-.235 - .25 * .2) / .45)
  EXPECT_NEAR(reaction(-.235f, .3f, 1.2f, s), -.641077, 1e-6);
}

TEST(Reaction, IsMildlyGoodWhereHighExpectationsAreMet) {
  EXPECT_GT(reaction(0.0f, .8f, 1.0f, s), .1f);
  EXPECT_EQ(reaction(0.0f, .5f, 1.0f, s), 0.0f);
}

TEST(Reaction, IsStrongerInTheReactive) {
  EXPECT_GT(reaction(.2f, .8f, 1.5f, s), reaction(.2f, .8f, 1.0f, s));
  EXPECT_LT(reaction(-.3f, .4f, 1.5f, s), reaction(-.3f, .4f, 1.0f, s));
}

RC_GTEST_PROP(Reaction, GrowsWithGapAndPerformanceAndStaysWithinOne, ()) {
  const float felt = static_cast<float>(*rc::gen::inRange(-2000, 1000)) * .001f;
  const float perceived = static_cast<float>(*rc::gen::inRange(0, 1000)) * .001f;
  const float x = reaction(felt, perceived, 1.0f, s);
  RC_ASSERT(x >= -1.0f && x <= 1.0f);
  RC_ASSERT(x <= reaction(felt + .001f, perceived, 1.0f, s) + 1e-6f);
  RC_ASSERT(x <= reaction(felt, perceived + .001f, 1.0f, s) + 1e-6f);
}

Mind<float> feeling(float valence, float arousal, float x) {
  Mind<float> mind = stranger();
  mind.valence = valence;
  mind.arousal = arousal;
  feel(mind, x, s);
  return mind;
}

TEST(Feeling, MovesMoodTowardTheReaction) {
  EXPECT_NEAR(feeling(0, 0, .5f).valence, .3, 1e-6);
  EXPECT_NEAR(feeling(.4f, 0, -.6f).valence, -.2, 1e-6);
  EXPECT_NEAR(feeling(.5f, 0, .5f).valence, .5, 1e-6);
}

TEST(Feeling, ArousesByWhatIsStrongerThanTheArousalThereIs) {
  EXPECT_NEAR(feeling(0, 0, .5f).arousal, .35, 1e-6);
  EXPECT_NEAR(feeling(0, .2f, -.6f).arousal, .48, 1e-6);
  EXPECT_EQ(feeling(0, .6f, .5f).arousal, .6f) << "a weaker reaction does not calm";
}

}  // namespace
}  // namespace cxsim
