#include "company/concert.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/chance.hpp"

namespace cxsim {
namespace {

const ConcertSettings settings = defaults<ConcertSettings>();

float together(const std::vector<float>& weights, const std::vector<float>& each, float alignment) {
  return in_concert(weights, each, alignment, settings);
}

double power_mean(const std::vector<float>& weights, const std::vector<float>& each, double r) {
  double sum = 0;
  for (std::size_t d = 0; d < weights.size(); ++d)
    sum += static_cast<double>(weights[d]) * std::pow(static_cast<double>(each[d]), r);
  return std::pow(sum, 1 / r);
}

TEST(Capability, IsOneAtTheReferenceAndFallsUnderOverload) {
  EXPECT_FLOAT_EQ(capability(.7f, 0, .5f, settings), 1);
  EXPECT_FLOAT_EQ(capability(.63f, .14f, .85f, settings), 1.1f) << "a bonus adds to the ability";
  EXPECT_FLOAT_EQ(capability(.7f, 0, 1.05f, settings), .9f);
  EXPECT_FLOAT_EQ(capability(1, .5f, 0, settings), 1.6f) << "the most";
  EXPECT_FLOAT_EQ(capability(.01f, 0, 1, settings), .1f) << "the least";
}

TEST(Empathy, IsShownAsMoraleLets) {
  EXPECT_FLOAT_EQ(shown_empathy(.8f, .6f, settings), .8f);
  EXPECT_FLOAT_EQ(shown_empathy(.8f, 0, settings), .56f);
  EXPECT_FLOAT_EQ(shown_empathy(.8f, 1, settings), .96f);
}

TEST(Concert, OfOneDepartmentIsItsOwnCapability) {
  for (const float alignment : {0.0f, .5f, .8f, 1.0f})
    EXPECT_NEAR(together({0, 1, 0}, {.2f, .9f, 1.5f}, alignment), .9, 1e-5);
}

TEST(Concert, IsThePowerMeanWithTheExponentOfItsAlignment) {
  const std::vector<float> weights{.5f, .3f, .2f}, each{.9f, 1.3f, .6f};
  for (const float alignment : {0.0f, .2f, .4f, .58f, .75f, .9f, 1.0f})
    EXPECT_NEAR(together(weights, each, alignment),
                power_mean(weights, each, -4 + 5 * static_cast<double>(alignment)), 1e-5)
        << alignment;
}

TEST(Concert, NearTheGeometricMeanTakesTheSmallestExponent) {
  const std::vector<float> weights{.5f, .5f}, each{.5f, 1.2f};
  EXPECT_NEAR(together(weights, each, .8f), power_mean(weights, each, .05), 1e-4);
  EXPECT_NEAR(together(weights, each, .795f), power_mean(weights, each, .05), 1e-4);
}

TEST(Concert, FullyAlignedIsTheWeightedMean) {
  EXPECT_NEAR(together({.25f, .75f}, {.4f, 1.2f}, 1), 1.0, 1e-5);
}

// In silos the weakest link counts: far below the mean, and hardly moved by the strong.
TEST(Concert, InSilosIsNearTheWeakestLink) {
  const std::vector<float> weights{.5f, .5f};
  EXPECT_NEAR(together(weights, {.5f, 1.5f}, 0), .5 * std::pow(2.0, .25), .01);
  EXPECT_LT(together(weights, {.5f, 1.6f}, 0) - together(weights, {.5f, 1.0f}, 0), .02);
  EXPECT_GT(together(weights, {.7f, 1.0f}, 0) - together(weights, {.5f, 1.0f}, 0), .15);
}

TEST(Concert, StaysWithinItsBounds) {
  EXPECT_EQ(together({1}, {.1f}, .5f), .3f);
  EXPECT_EQ(together({1}, {1.6f}, .5f), 1.4f);
}

TEST(Concert, NeverFallsWithAlignment) {
  Dice dice(8);
  for (int round = 0; round < 300; ++round) {
    const float share = .01f + .98f * dice.uniform();
    const std::vector<float> weights{share, 1 - share};
    const std::vector<float> each{.3f + dice.uniform(), .3f + dice.uniform()};
    float before = 0;
    for (int step = 0; step <= 20; ++step) {
      const float found = together(weights, each, static_cast<float>(step) / 20);
      EXPECT_GE(found, before - 2e-5f) << share << ' ' << each[0] << ' ' << each[1];
      before = found;
    }
  }
}

}  // namespace
}  // namespace cxsim
