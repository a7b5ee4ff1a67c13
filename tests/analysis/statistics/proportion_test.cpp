#include "analysis/statistics/proportion.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cxsim {
namespace {

TEST(Proportion, AlwaysAndNeverHaveOneOpenEnd) {
  const Proportion always = proportion(10, 10), never = proportion(0, 10);
  EXPECT_NEAR(always.interval.low, std::pow(.025, .1), 1e-12);
  EXPECT_EQ(always.interval.high, 1);
  EXPECT_EQ(never.interval.low, 0);
  EXPECT_NEAR(never.interval.high, 1 - std::pow(.025, .1), 1e-12);
}

TEST(Proportion, HalfOfTenAsInPrintedTables) {
  const Proportion half = proportion(5, 10);
  EXPECT_NEAR(half.interval.low, .1871, 5e-5);
  EXPECT_NEAR(half.interval.high, .8129, 5e-5);
  EXPECT_EQ(share_of(half), .5);
}

TEST(Proportion, OfNothingIsUnknown) {
  EXPECT_TRUE(std::isnan(share_of(proportion(0, 0))));
  EXPECT_FALSE(is_known(proportion(0, 0).interval));
}

double chance_of(int count, int of, double p) {
  const double ways = std::tgamma(of + 1) / std::tgamma(count + 1) / std::tgamma(of - count + 1);
  return ways * std::pow(p, count) * std::pow(1 - p, of - count);
}

TEST(Proportion, CoversAtLeastNineteenInTwentyWhateverTheTruth) {
  constexpr int of = 12;
  for (const double truth : {.02, .1, .37, .5, .8, .97}) {
    double covered = 0;
    for (int count = 0; count <= of; ++count) {
      const Interval interval =
          proportion(static_cast<std::size_t>(count), static_cast<std::size_t>(of)).interval;
      if (interval.low <= truth && truth <= interval.high) covered += chance_of(count, of, truth);
    }
    EXPECT_GE(covered, .95) << truth;
  }
}

}  // namespace
}  // namespace cxsim
