#include "model/advertising.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const AdvertisingSettings s = defaults<AdvertisingSettings>();
constexpr float reference = .0006f, market = .72f;

Mind<float> having_seen(float promise, float rate, float cynicism = 0, float offset = 0) {
  Mind<float> mind = stranger();
  mind.cynicism = cynicism;
  mind.expectation_offset = offset;
  take_in_advertising(mind, promise, rate, market, s);
  return mind;
}

TEST(Advertising, MovesBeliefTowardThePromise) {
  const Beliefs<float> belief = having_seen(.8f, reference).belief;
  EXPECT_NEAR(belief.brand, .74 + .35 * .06, 1e-6);
  EXPECT_NEAR(belief.product, .74 + .175 * .06, 1e-6);
  EXPECT_NEAR(belief.service, .74 + .175 * .06, 1e-6);
  EXPECT_NEAR(belief.ux, .74 + .175 * .06, 1e-6);
}

TEST(Advertising, PersuadesWithLoudnessUpToALimit) {
  EXPECT_NEAR(having_seen(.8f, .0003f).belief.brand, .74 + .175 * .06, 1e-6);
  EXPECT_NEAR(having_seen(.8f, .0009f).belief.brand, .74 + .525 * .06, 1e-6);
  EXPECT_NEAR(having_seen(.8f, .0012f).belief.brand, .74 + .6 * .06, 1e-6);
  EXPECT_NEAR(having_seen(.8f, .1f).belief.brand, .74 + .6 * .06, 1e-6);
  EXPECT_EQ(having_seen(.8f, 0).belief.brand, .74f);
}

TEST(Advertising, PersuadesTheCynicalLess) {
  EXPECT_NEAR(having_seen(.8f, reference, .5f).belief.brand, .74 + .175 * .06, 1e-6);
  EXPECT_EQ(having_seen(.8f, reference, 1).belief.brand, .74f);
  // Twice the reference rate: .35 * .7 * 2 = .49, below the most.
  EXPECT_NEAR(having_seen(.8f, .01f, .3f).belief.brand, .74 + .49 * .06, 1e-6);
}

TEST(Advertising, OfAModestPromiseLowersBelief) {
  EXPECT_NEAR(having_seen(.6f, reference).belief.brand, .74 - .35 * .14, 1e-6);
}

TEST(Advertising, RaisesExpectationToAnExplicitPromise) {
  EXPECT_NEAR(having_seen(.8f, reference).expectation_offset, .25 * .08, 1e-6);
  EXPECT_NEAR(having_seen(.8f, reference, 0, .04f).expectation_offset, .04 + .25 * .04, 1e-6);
  EXPECT_NEAR(having_seen(.8f, reference, 1).expectation_offset, .02, 1e-6)
      << "the cynical do not believe it, and hold the firm to it";
}

TEST(Advertising, NeverLowersExpectation) {
  EXPECT_EQ(having_seen(.7f, reference).expectation_offset, 0.0f);
  EXPECT_EQ(having_seen(.8f, reference, 0, .2f).expectation_offset, .2f);
}

}  // namespace
}  // namespace cxsim
