#include "analysis/statistics/paired.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace cxsim {
namespace {

TEST(PairedDifference, ByHand) {
  const PairedDifference d =
      paired_difference(std::vector{11.0, 22.0, 33.0, 44.0, 55.0},
                        std::vector{10.0, 20.0, 30.0, 40.0, 50.0});  // 1 2 3 4 5
  EXPECT_EQ(d.count, 5u);
  EXPECT_DOUBLE_EQ(d.spread.mean, 3);
  EXPECT_DOUBLE_EQ(d.spread.sd, std::sqrt(2.5));
  EXPECT_DOUBLE_EQ(d.spread.p5, 1.2);
  EXPECT_DOUBLE_EQ(d.spread.p50, 3);
  EXPECT_DOUBLE_EQ(d.spread.p95, 4.8);
  EXPECT_NEAR(d.t.low, 3 - 2.776445 * std::sqrt(.5), 1e-6);
  EXPECT_NEAR(d.t.high, 3 + 2.776445 * std::sqrt(.5), 1e-6);
  EXPECT_EQ(d.above_zero.count, 5u);
  EXPECT_TRUE(d.count_to_halve.has_value());
}

TEST(PairedDifference, LeavesOutPairsThatAreNotWhole) {
  const PairedDifference d = paired_difference(std::vector{1.0, not_known, 3.0, 9.0},
                                               std::vector{0.0, 1.0, not_known, 5.0});
  EXPECT_EQ(d.count, 2u);
  EXPECT_DOUBLE_EQ(d.spread.mean, 2.5);
  EXPECT_EQ(d.above_zero.of, 2u);
}

TEST(PairedDifference, OfOnePairHasNoInterval) {
  const PairedDifference d = paired_difference(std::vector{2.0}, std::vector{5.0});
  EXPECT_EQ(d.spread.mean, -3);
  EXPECT_TRUE(std::isnan(d.spread.sd));
  EXPECT_FALSE(is_known(d.t));
  EXPECT_FALSE(is_known(d.bootstrap));
  EXPECT_EQ(d.above_zero.count, 0u);
  EXPECT_EQ(d.count_to_halve, std::nullopt);
}

TEST(PairedDifference, OfNoPairKnowsNothing) {
  const PairedDifference d = paired_difference({}, {});
  EXPECT_EQ(d.count, 0u);
  EXPECT_TRUE(std::isnan(d.spread.mean));
  EXPECT_FALSE(is_known(d.t));
}

// Three tenths added up and divided by three are not a tenth in binary.
TEST(PairedDifference, WithoutSpreadIsAPointThatNothingHalves) {
  const PairedDifference d = paired_difference(std::vector{.1, .1, .1}, std::vector{0.0, 0.0, 0.0});
  EXPECT_EQ(d.spread.sd, 0);
  EXPECT_EQ(d.t.low, .1);
  EXPECT_EQ(d.t.high, .1);
  EXPECT_EQ(d.bootstrap.low, .1);
  EXPECT_EQ(d.count_to_halve, std::nullopt);
}

TEST(PairedDifference, CountsOnlyWhatIsAboveZero) {
  const PairedDifference d =
      paired_difference(std::vector{0.0, -1.0, 2.0}, std::vector{0.0, 0.0, 0.0});
  EXPECT_EQ(d.above_zero.count, 1u);
  EXPECT_EQ(d.above_zero.of, 3u);
}

RC_GTEST_PROP(PairedDifference, TurnsItsSignWithTheArms, (std::vector<std::int16_t> draws)) {
  std::vector<double> arm, against;
  for (const std::int16_t draw : draws) {
    arm.push_back(draw);
    against.push_back(static_cast<double>(arm.size()));
  }
  const PairedDifference one = paired_difference(arm, against);
  const PairedDifference other = paired_difference(against, arm);
  RC_ASSERT(one.count == other.count);
  if (one.count == 0) return;
  RC_ASSERT(std::abs(one.spread.mean + other.spread.mean) < 1e-6);
  RC_ASSERT(std::abs(one.spread.p5 + other.spread.p95) < 1e-6);
  if (one.count > 1) RC_ASSERT(std::abs(one.t.low + other.t.high) < 1e-6);
}

}  // namespace
}  // namespace cxsim
