#include "analysis/statistics/bootstrap.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cxsim {
namespace {

const std::vector<double> skewed{1, 1, 1, 2, 2, 3, 4, 6, 12, 40};

TEST(BootstrapInterval, IsTheSameEveryTime) {
  const Interval once = bootstrap_interval(skewed), twice = bootstrap_interval(skewed);
  EXPECT_EQ(once.low, twice.low);
  EXPECT_EQ(once.high, twice.high);
}

TEST(BootstrapInterval, IsUnknownBelowTwoValuesAndThePointWithoutSpread) {
  EXPECT_FALSE(is_known(bootstrap_interval({})));
  EXPECT_FALSE(is_known(bootstrap_interval(std::vector{3.0})));
  const Interval point = bootstrap_interval(std::vector{.1, .1, .1});
  EXPECT_EQ(point.low, .1);
  EXPECT_EQ(point.high, .1);
}

TEST(BootstrapInterval, OfTwoValuesSpansThem) {
  const Interval interval = bootstrap_interval(std::vector{0.0, 1.0});
  EXPECT_EQ(interval.low, 0);
  EXPECT_EQ(interval.high, 1);
}

TEST(BootstrapInterval, MovesAndGrowsWithTheValues) {
  const Interval plain = bootstrap_interval(skewed);
  std::vector<double> moved = skewed;
  for (double& value : moved) value = 16 * value - 64;  // exact in binary
  const Interval after = bootstrap_interval(moved);
  EXPECT_NEAR(after.low, 16 * plain.low - 64, 1e-9);
  EXPECT_NEAR(after.high, 16 * plain.high - 64, 1e-9);
}

TEST(BootstrapInterval, LeansTowardTheLongTail) {
  const double mean = 7.2;
  const Interval right = bootstrap_interval(skewed);
  EXPECT_GT(right.high - mean, 1.5 * (mean - right.low));
  std::vector<double> mirrored = skewed;
  for (double& value : mirrored) value = -value;
  const Interval left = bootstrap_interval(mirrored);
  EXPECT_GT(-mean - left.low, 1.5 * (left.high + mean));
}

TEST(BootstrapInterval, StaysWithinTheValues) {
  const Interval interval = bootstrap_interval(skewed);
  EXPECT_GE(interval.low, 1);
  EXPECT_LE(interval.high, 40);
  EXPECT_LT(interval.low, interval.high);
}

TEST(BootstrapInterval, DrawsBeyondOneBatchOfLuck) {
  std::vector<double> many(200, 0);
  std::fill(many.begin() + 100, many.end(), 1.0);
  const Interval interval = bootstrap_interval(many);
  EXPECT_NEAR(interval.low, .5 - 1.96 * .5 / 14.142, .01);
  EXPECT_NEAR(interval.high, .5 + 1.96 * .5 / 14.142, .01);
}

// What published intervals rest on.
TEST(BootstrapInterval, KeepsItsLuck) {
  const Interval interval = bootstrap_interval(skewed);
  EXPECT_NEAR(interval.low, 2.8, 1e-9);
  EXPECT_NEAR(interval.high, 20.429744402576489, 1e-9);
}

TEST(Resample, DrawsEveryPlaceWithReplacement) {
  std::vector<std::uint32_t> places(500), again(500), other(500);
  resample(3, places);
  resample(3, again);
  resample(4, other);
  EXPECT_EQ(places, again);
  EXPECT_NE(places, other);
  std::sort(places.begin(), places.end());
  EXPECT_LT(places.back(), 500u);
  const auto distinct = std::unique(places.begin(), places.end()) - places.begin();
  EXPECT_NEAR(static_cast<double>(distinct), 500 * (1 - std::exp(-1)), 40);
}

TEST(PercentileInterval, SpansNineteenInTwentyOfWhatIsKnown) {
  std::vector<double> statistics{not_known};
  for (int k = 200; k >= 0; --k) statistics.push_back(k);
  const Interval interval = percentile_interval(statistics);
  EXPECT_NEAR(interval.low, 5, 1e-9);
  EXPECT_NEAR(interval.high, 195, 1e-9);
  EXPECT_FALSE(is_known(percentile_interval({})));
  EXPECT_FALSE(is_known(percentile_interval({1, not_known, not_known})));
}

}  // namespace
}  // namespace cxsim
