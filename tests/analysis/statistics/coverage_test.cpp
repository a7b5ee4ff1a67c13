// How often the intervals cover the truth, over many seeded samples.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

#include "analysis/statistics/paired.hpp"
#include "support/chance.hpp"

namespace cxsim {
namespace {

double standard_normal(Dice& dice) {
  const double radius = std::sqrt(-2 * std::log(1 - static_cast<double>(dice.uniform())));
  return radius * std::cos(2 * std::numbers::pi * static_cast<double>(dice.uniform()));
}

double exponential(Dice& dice) { return -std::log(1 - static_cast<double>(dice.uniform())); }

struct Coverage {
  double t = 0, bootstrap = 0;  // shares of samples
};

bool covers(const Interval& interval, double truth) {
  return interval.low <= truth && truth <= interval.high;
}

// The luck both arms share is large; the difference is what is drawn.
Coverage coverage_of(const std::function<double(Dice&)>& difference, double truth,
                     std::size_t pairs, int samples) {
  Dice dice(7);
  Coverage coverage;
  for (int sample = 0; sample < samples; ++sample) {
    std::vector<double> arm, against;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
      against.push_back(1000 * exponential(dice));
      arm.push_back(against.back() + difference(dice));
    }
    const PairedDifference paired = paired_difference(arm, against);
    coverage.t += covers(paired.t, truth) ? 1.0 / samples : 0;
    coverage.bootstrap += covers(paired.bootstrap, truth) ? 1.0 / samples : 0;
  }
  return coverage;
}

TEST(Coverage, OfTIsNineteenInTwentyForNormalDifferences) {
  constexpr int samples = 1000;
  const Coverage coverage = coverage_of(standard_normal, 0, 5, samples);
  expect_count(coverage.t * samples, samples, .95);
}

// The bootstrap knows no small samples: its intervals are a little short.
TEST(Coverage, OfTheBootstrapComesNearForTwentyNormalDifferences) {
  const Coverage coverage = coverage_of(standard_normal, 0, 20, 600);
  EXPECT_GT(coverage.bootstrap, .89);
  EXPECT_LT(coverage.bootstrap, .97);
}

TEST(Coverage, OfBothComesNearForSkewedDifferences) {
  const Coverage coverage = coverage_of(exponential, 1, 30, 600);
  EXPECT_GT(coverage.t, .88);
  EXPECT_LT(coverage.t, .97);
  EXPECT_GT(coverage.bootstrap, .88);
  EXPECT_LT(coverage.bootstrap, .97);
}

}  // namespace
}  // namespace cxsim
