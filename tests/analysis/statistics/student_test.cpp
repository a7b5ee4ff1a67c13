#include "analysis/statistics/student.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cxsim {
namespace {

// The quantiles of printed tables: t(.975) with 4, 31 and 32 degrees of freedom.
constexpr double t4 = 2.776445, t31 = 2.039513, t32 = 2.036933, t9 = 2.262157;

double half_width(const Interval& interval) { return (interval.high - interval.low) / 2; }

TEST(TInterval, IsTheQuantileTimesTheStandardError) {
  const Interval interval = t_interval(3, 1.5, 5);
  EXPECT_NEAR(half_width(interval), t4 * 1.5 / std::sqrt(5.0), 1e-6);
  EXPECT_NEAR((interval.low + interval.high) / 2, 3, 1e-12);
}

TEST(TInterval, IsThePointWithoutSpreadAndUnknownBelowTwoValues) {
  EXPECT_EQ(t_interval(3, 0, 5).low, 3);
  EXPECT_EQ(t_interval(3, 0, 5).high, 3);
  EXPECT_FALSE(is_known(t_interval(3, not_known, 1)));
  EXPECT_FALSE(is_known(t_interval(not_known, not_known, 0)));
}

TEST(CountToHalve, IsTheFirstThatSuffices) {
  const double wanted = t9 / std::sqrt(10.0) / 2;
  ASSERT_GT(t31 / std::sqrt(32.0), wanted);
  ASSERT_LE(t32 / std::sqrt(33.0), wanted);
  EXPECT_EQ(count_to_halve(10), 33u);
}

TEST(CountToHalve, KnowsThatFewReplicationsLearnMuchFromOneMore) {
  EXPECT_EQ(count_to_halve(2), 3u);
  EXPECT_EQ(count_to_halve(1), std::nullopt);
  EXPECT_EQ(count_to_halve(0), std::nullopt);
}

TEST(CountToHalve, NearsFourTimesAsMany) {
  for (const std::size_t n : {3u, 7u, 50u, 1000u}) {
    const std::size_t halving = *count_to_halve(n);
    EXPECT_LE(half_width(t_interval(0, 1, halving)), half_width(t_interval(0, 1, n)) / 2);
    EXPECT_GT(half_width(t_interval(0, 1, halving - 1)), half_width(t_interval(0, 1, n)) / 2);
    EXPECT_LE(halving, 4 * n);
  }
  EXPECT_GT(*count_to_halve(1000), 3990u);
}

TEST(ExcludesZero, AsksForEitherSide) {
  EXPECT_TRUE(excludes_zero({1, 2}));
  EXPECT_TRUE(excludes_zero({-2, -1}));
  EXPECT_FALSE(excludes_zero({-1, 2}));
  EXPECT_FALSE(excludes_zero({0, 0}));
  EXPECT_FALSE(excludes_zero({}));
}

}  // namespace
}  // namespace cxsim
