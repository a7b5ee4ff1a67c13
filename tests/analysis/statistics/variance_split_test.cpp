#include "analysis/statistics/variance_split.hpp"

#include <gtest/gtest.h>

#include <numbers>
#include <vector>

#include "support/chance.hpp"

namespace cxsim {
namespace {

double standard_normal(Dice& dice) {
  const double radius = std::sqrt(-2 * std::log(1 - static_cast<double>(dice.uniform())));
  return radius * std::cos(2 * std::numbers::pi * static_cast<double>(dice.uniform()));
}

struct Truth {
  std::size_t points, replications;
  double parameters, luck, together;  // standard deviations
};

std::vector<double> drawn(const Truth& truth, Dice& dice) {
  std::vector<double> of_replication, values;
  for (std::size_t r = 0; r < truth.replications; ++r)
    of_replication.push_back(truth.luck * standard_normal(dice));
  for (std::size_t p = 0; p < truth.points; ++p) {
    const double of_point = 100 + truth.parameters * standard_normal(dice);
    for (std::size_t r = 0; r < truth.replications; ++r)
      values.push_back(of_point + of_replication[r] + truth.together * standard_normal(dice));
  }
  return values;
}

TEST(VarianceSplit, IsAsTheTableOfVarianceSays) {
  // Two points, two replications. Point means 2 and 6, replication means 3 and 5, mean 4: mean
  // squares 16, 4 and, from rests of -1, 1, 1 and -1, 4.
  const VarianceSplit split = variance_split(std::vector<double>{0, 4, 6, 6}, 2);
  EXPECT_EQ(split.points, 2u);
  EXPECT_NEAR(split.parameters.variance, 6, 1e-12);
  EXPECT_NEAR(split.luck.variance, 0, 1e-12);
  EXPECT_NEAR(split.together.variance, 4, 1e-12);
  EXPECT_NEAR(split.parameters.share, .6, 1e-12);
  EXPECT_NEAR(split.together.share, .4, 1e-12);
}

TEST(VarianceSplit, IsUnbiased) {
  Dice dice(3);
  Sample parameters, luck, together;
  for (int sample = 0; sample < 4000; ++sample) {
    const VarianceSplit split = variance_split(drawn({12, 6, 2, 3, .5}, dice), 6);
    parameters.add(split.parameters.variance);
    luck.add(split.luck.variance);
    together.add(split.together.variance);
  }
  expect_mean(parameters, 4, std::sqrt(parameters.variance()));
  expect_mean(luck, 9, std::sqrt(luck.variance()));
  expect_mean(together, .25, std::sqrt(together.variance()));
}

TEST(VarianceSplit, ComesNearWithManyOfBoth) {
  Dice dice(5);
  const VarianceSplit split = variance_split(drawn({400, 400, 1, 2, 2}, dice), 400);
  EXPECT_NEAR(split.parameters.share, 1.0 / 9, .04);
  EXPECT_NEAR(split.luck.share, 4.0 / 9, .08);
  EXPECT_NEAR(split.together.share, 4.0 / 9, .08);
}

TEST(VarianceSplit, SaysWhereAnEstimateFellBelowZero) {
  // Crossed: all is interaction, the means do not differ.
  const VarianceSplit split = variance_split(std::vector<double>{1, -1, -1, 1}, 2);
  EXPECT_TRUE(split.parameters.was_negative);
  EXPECT_TRUE(split.luck.was_negative);
  EXPECT_FALSE(split.together.was_negative);
  EXPECT_EQ(split.parameters.variance, 0);
  EXPECT_EQ(split.together.share, 1);
}

TEST(VarianceSplit, LeavesOutPointsThatAreNotKnown) {
  const VarianceSplit split = variance_split(std::vector<double>{0, 4, not_known, 50, 6, 6}, 2);
  EXPECT_EQ(split.points, 2u);
  EXPECT_NEAR(split.parameters.variance, 6, 1e-12);
}

TEST(VarianceSplit, IsUnknownWithoutASecondOfEach) {
  for (const VarianceSplit& split : {variance_split(std::vector<double>{1, 2, 3}, 1),
                                     variance_split(std::vector<double>{1, 2, 3}, 3),
                                     variance_split({}, 2), variance_split({}, 0)}) {
    EXPECT_TRUE(std::isnan(split.parameters.variance));
    EXPECT_TRUE(std::isnan(split.luck.share));
  }
}

TEST(VarianceSplit, OfAConstantHasNoShares) {
  const VarianceSplit split = variance_split(std::vector<double>(6, .1), 2);
  EXPECT_EQ(split.parameters.variance, 0);
  EXPECT_TRUE(std::isnan(split.parameters.share));
}

}  // namespace
}  // namespace cxsim
