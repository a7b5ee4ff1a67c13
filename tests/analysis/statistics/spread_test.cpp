#include "analysis/statistics/spread.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cxsim {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Spread, InterpolatesBetweenOrderStatistics) {
  const Spread s = spread_of({4, 1, 3, 2});
  EXPECT_DOUBLE_EQ(s.mean, 2.5);
  EXPECT_DOUBLE_EQ(s.p50, 2.5);
  EXPECT_DOUBLE_EQ(s.p5, 1.15);
  EXPECT_DOUBLE_EQ(s.p95, 3.85);
  EXPECT_DOUBLE_EQ(s.sd, std::sqrt(5.0 / 3));
}

TEST(Spread, LeavesOutWhatIsUnknown) {
  EXPECT_EQ(spread_of({nan, 2, nan, 4}).mean, 3);
  EXPECT_TRUE(std::isnan(spread_of({nan}).mean));
  EXPECT_TRUE(std::isnan(spread_of({}).p50));
}

TEST(Spread, OfOneValueHasNoDeviation) {
  const Spread s = spread_of({7});
  EXPECT_EQ(s.p5, 7);
  EXPECT_TRUE(std::isnan(s.sd));
}

TEST(Spread, OfEqualValuesIsExactlyNone) {
  const Spread s = spread_of({.1, .1, .1});
  EXPECT_EQ(s.mean, .1);
  EXPECT_EQ(s.sd, 0);
}

}  // namespace
}  // namespace cxsim
