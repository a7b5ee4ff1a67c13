#include "experiments/design.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace cxsim {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::ElementsAreArray;

std::vector<double> column(const UnitDesign& design, std::size_t parameter) {
  std::vector<double> values;
  for (std::size_t point = 0; point < design.points(); ++point)
    values.push_back(design.point(point)[parameter]);
  return values;
}

void expect_inside(const UnitDesign& design) {
  EXPECT_THAT(design.values, Each(testing::AllOf(testing::Gt(0), testing::Lt(1))));
}

void expect_one_in_each_stratum(const std::vector<double>& values) {
  std::vector<int> strata(values.size(), 0);
  for (const double value : values)
    ++strata[static_cast<std::size_t>(value * static_cast<double>(values.size()))];
  EXPECT_THAT(strata, Each(1));
}

// The shorter design is how the longer one starts.
void expect_begins_with(const UnitDesign& longer, const UnitDesign& shorter) {
  ASSERT_LT(shorter.values.size(), longer.values.size());
  EXPECT_TRUE(std::equal(shorter.values.begin(), shorter.values.end(), longer.values.begin()));
}

TEST(Grid, CrossesAllLevelsLastFastest) {
  const UnitDesign design = grid(std::vector<std::size_t>{2, 1, 3});
  ASSERT_EQ(design.points(), 6u);
  EXPECT_THAT(column(design, 0), ElementsAre(0, 0, 0, 1, 1, 1));
  EXPECT_THAT(column(design, 1), Each(.5));
  EXPECT_THAT(column(design, 2), ElementsAre(0, .5, 1, 0, .5, 1));
}

TEST(Designs, OfNothingAreEmpty) {
  EXPECT_EQ(grid({}).points(), 0u);
  EXPECT_EQ(one_at_a_time({}).points(), 0u);
  EXPECT_EQ(sobol(4, 0, 1).points(), 0u);
  EXPECT_EQ(latin_hypercube(0, 3, 1).points(), 0u);
  EXPECT_EQ(saltelli(0, 3, 1).points(), 0u);
}

TEST(LatinHypercube, HasOneValueInEachStratumWithinIt) {
  for (const std::size_t n : {1u, 7u, 1000u}) {
    const UnitDesign design = latin_hypercube(n, 3, 5);
    ASSERT_EQ(design.points(), n);
    expect_inside(design);
    for (std::size_t j = 0; j < 3; ++j) expect_one_in_each_stratum(column(design, j));
  }
}

TEST(LatinHypercube, OrdersEachParameterAndSeedAnew) {
  const UnitDesign design = latin_hypercube(50, 2, 5);
  EXPECT_NE(column(design, 0), column(design, 1));
  EXPECT_NE(design.values, latin_hypercube(50, 2, 6).values);
  EXPECT_EQ(design.values, latin_hypercube(50, 2, 5).values);
}

TEST(Sobol, FillsEveryParameterEvenlyAtAPowerOfTwo) {
  const UnitDesign design = sobol(256, 40, 3);
  expect_inside(design);
  for (std::size_t j = 0; j < 40; ++j) expect_one_in_each_stratum(column(design, j));
}

TEST(Sobol, FillsTheFirstTwoParametersEvenlyTogether) {
  const UnitDesign design = sobol(256, 2, 3);
  std::set<std::pair<int, int>> cells;
  for (std::size_t point = 0; point < 256; ++point)
    cells.emplace(static_cast<int>(design.point(point)[0] * 16),
                  static_cast<int>(design.point(point)[1] * 16));
  EXPECT_EQ(cells.size(), 256u);
}

TEST(Sobol, IsTheSequenceOfJoeAndKuoUnderAShift) {
  const UnitDesign design = sobol(4, 3, 9);
  const auto unshifted = [&](std::size_t point, std::size_t j) {
    const auto bits = [&](std::size_t at) {
      return static_cast<std::uint64_t>(std::ldexp(design.point(at)[j], 53));
    };
    return std::ldexp(static_cast<double>(bits(point) ^ bits(0)), -53);
  };
  // new-joe-kuo-6: the first points of three dimensions, in Gray-code order.
  const double expected[4][3] = {{0, 0, 0}, {.5, .5, .5}, {.75, .25, .25}, {.25, .75, .75}};
  for (std::size_t point = 0; point < 4; ++point)
    for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(unshifted(point, j), expected[point][j]);
}

TEST(Sobol, ExtendsAShorterOneAndShiftsWithTheSeed) {
  expect_begins_with(sobol(100, 5, 1), sobol(37, 5, 1));
  EXPECT_NE(sobol(1, 5, 1).values, sobol(1, 5, 2).values);
}

TEST(Sobol, KnowsItsLargestDimension) {
  EXPECT_EQ(sobol(3, largest_sobol_dimensions, 1).points(), 3u);
  EXPECT_THROW(sobol(3, largest_sobol_dimensions + 1, 1), std::invalid_argument);
}

TEST(Sobol, IsUniformOverSeeds) {
  double sum = 0;
  for (std::uint64_t seed = 0; seed < 4000; ++seed) sum += sobol(1, 1, seed).values[0];
  EXPECT_NEAR(sum / 4000, .5, 4 / std::sqrt(12.0 * 4000));
}

TEST(Saltelli, TakesOneParameterOfBInEachMixedPoint) {
  const UnitDesign design = saltelli(8, 3, 4), base = sobol(8, 6, 4);
  ASSERT_EQ(design.points(), 8u * 5);
  for (std::size_t block = 0; block < 8; ++block) {
    const auto a = design.point(block * 5), b = design.point(block * 5 + 1);
    EXPECT_THAT(a, ElementsAreArray(base.point(block).first(3)));
    EXPECT_THAT(b, ElementsAreArray(base.point(block).last(3)));
    EXPECT_THAT(design.point(block * 5 + 2), ElementsAre(b[0], a[1], a[2]));
    EXPECT_THAT(design.point(block * 5 + 3), ElementsAre(a[0], b[1], a[2]));
    EXPECT_THAT(design.point(block * 5 + 4), ElementsAre(a[0], a[1], b[2]));
  }
}

TEST(Saltelli, ExtendsAShorterOne) { expect_begins_with(saltelli(9, 4, 1), saltelli(4, 4, 1)); }

TEST(Morris, MovesEachParameterOnceByTwoThirds) {
  const UnitDesign design = morris(20, 6, 2);
  ASSERT_EQ(design.points(), 20u * 7);
  for (std::size_t t = 0; t < 20; ++t) {
    std::set<std::size_t> moved;
    for (std::size_t step = 0; step < 6; ++step) {
      const auto from = design.point(t * 7 + step), to = design.point(t * 7 + step + 1);
      for (std::size_t j = 0; j < 6; ++j)
        if (from[j] != to[j]) {
          EXPECT_NEAR(std::fabs(from[j] - to[j]), 2.0 / 3, 1e-15);
          EXPECT_TRUE(moved.insert(j).second);
        }
      EXPECT_EQ(moved.size(), step + 1);
    }
  }
}

TEST(Morris, StartsOnAllLevelsInAllOrders) {
  const UnitDesign design = morris(200, 2, 2);
  std::set<double> starts;
  int first_moves_first = 0;
  for (std::size_t t = 0; t < 200; ++t) {
    starts.insert(design.point(3 * t)[0]);
    first_moves_first += design.point(3 * t)[0] != design.point(3 * t + 1)[0] ? 1 : 0;
  }
  EXPECT_THAT(starts, ElementsAre(0, 1.0 / 3, 2.0 / 3, 1));
  EXPECT_NEAR(first_moves_first, 100, 4 * std::sqrt(50.0));
}

TEST(Morris, ExtendsAShorterOne) { expect_begins_with(morris(9, 4, 1), morris(4, 4, 1)); }

TEST(OneAtATime, StartsFromTheScenarioAndCrossesEachParameter) {
  const UnitDesign design = one_at_a_time(std::vector<std::size_t>{2, 3});
  ASSERT_EQ(design.points(), 6u);
  using testing::IsNan;
  EXPECT_THAT(column(design, 0), ElementsAre(IsNan(), 0, 1, IsNan(), IsNan(), IsNan()));
  EXPECT_THAT(column(design, 1), ElementsAre(IsNan(), IsNan(), IsNan(), 0, .5, 1));
}

TEST(Random, DependsOnSeedAndPointOnly) {
  const UnitDesign design = random(50, 3, 8);
  expect_inside(design);
  expect_begins_with(design, random(20, 3, 8));
  EXPECT_NE(design.values, random(50, 3, 9).values);
}

TEST(Random, IsUniformAndItsParametersAreUnrelated) {
  const std::size_t n = 10'000;
  const UnitDesign design = random(n, 2, 8);
  double sum = 0, product = 0;
  for (std::size_t point = 0; point < n; ++point) {
    sum += design.point(point)[0];
    product += (design.point(point)[0] - .5) * (design.point(point)[1] - .5);
  }
  const auto count = static_cast<double>(n);
  EXPECT_NEAR(sum / count, .5, 4 / std::sqrt(12 * count));
  EXPECT_NEAR(product / count, 0, 4 / (12 * std::sqrt(count)));
}

}  // namespace
}  // namespace cxsim
