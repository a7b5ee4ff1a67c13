#include "base/number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cxsim {
namespace {

TEST(Number, SelectsMinimumMaximumAndMagnitude) {
  EXPECT_EQ(select(true, 1.0f, 2.0f), 1.0f);
  EXPECT_EQ(select(false, 1.0f, 2.0f), 2.0f);
  EXPECT_EQ(min_of(1.0f, 2.0f), 1.0f);
  EXPECT_EQ(min_of(2.0f, 1.0f), 1.0f);
  EXPECT_EQ(max_of(1.0f, 2.0f), 2.0f);
  EXPECT_EQ(max_of(2.0f, 1.0f), 2.0f);
  EXPECT_EQ(magnitude(-.3f), .3f);
  EXPECT_EQ(magnitude(.3f), .3f);
}

TEST(Number, RoundsTiesToEven) {
  EXPECT_EQ(round_to_whole(.5f), 0.0f);
  EXPECT_EQ(round_to_whole(1.5f), 2.0f);
  EXPECT_EQ(round_to_whole(2.5f), 2.0f);
  EXPECT_EQ(round_to_whole(-.5f), 0.0f);
  EXPECT_EQ(round_to_whole(-1.5f), -2.0f);
  EXPECT_EQ(round_to_whole(2.51f), 3.0f);
}

TEST(Number, RoundsAndFloorsAsTheStandardLibraryDoes) {
  for (int k = -400000; k <= 400000; ++k) {
    const float x = static_cast<float>(k) * 0.0371f;
    ASSERT_EQ(round_to_whole(x), std::nearbyint(x)) << x;
    ASSERT_EQ(floor_of(x), std::floor(x)) << x;
  }
  EXPECT_EQ(floor_of(-1e-7f), -1.0f);
  EXPECT_EQ(floor_of(3.0f), 3.0f);
  EXPECT_EQ(floor_of(-3.0f), -3.0f);
  EXPECT_EQ(floor_of(4194303.5f), 4194303.0f);
}

TEST(Number, ScalesByPowersOfTwo) {
  EXPECT_EQ(scale_by_power_of_two(1.0f, 0.0f), 1.0f);
  EXPECT_EQ(scale_by_power_of_two(1.5f, 10.0f), 1536.0f);
  EXPECT_EQ(scale_by_power_of_two(1.0f, -126.0f), std::numeric_limits<float>::min());
  EXPECT_EQ(scale_by_power_of_two(1.0f, 127.0f), 0x1p127f);
}

TEST(Number, DecomposesIntoAMantissaAroundOneAndAnExponent) {
  for (float x = std::numeric_limits<float>::min(); x < 1e38f; x *= 1.37f) {
    const auto [mantissa, exponent] = decompose(x);
    EXPECT_GE(mantissa, std::sqrt(.5f) * (1 - 1e-6f));
    EXPECT_LT(mantissa, std::sqrt(2.0f) * (1 + 1e-6f));
    EXPECT_EQ(std::ldexp(mantissa, static_cast<int>(exponent)), x);
  }
  EXPECT_EQ(decompose(1.0f).mantissa, 1.0f);
  EXPECT_EQ(decompose(1.0f).exponent, 0.0f);
}

TEST(Number, ClampsToRanges) {
  EXPECT_EQ(clamp(2.0f, -.5f, .5f), .5f);
  EXPECT_EQ(clamp(-2.0f, -.5f, .5f), -.5f);
  EXPECT_EQ(clamp(.1f, -.5f, .5f), .1f);
  EXPECT_EQ(positive_part(-1.0f), 0.0f);
  EXPECT_EQ(positive_part(.2f), .2f);
  EXPECT_EQ(as_share(1.2f), 1.0f);
  EXPECT_EQ(as_share(-.2f), 0.0f);
  EXPECT_EQ(as_signed_unit(-1.2f), -1.0f);
  EXPECT_EQ(as_signed_unit(1.2f), 1.0f);
}

}  // namespace
}  // namespace cxsim
