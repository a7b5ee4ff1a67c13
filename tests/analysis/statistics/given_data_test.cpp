#include "analysis/statistics/given_data.hpp"

#include <gtest/gtest.h>

#include "known_functions.hpp"

namespace cxsim {
namespace {

void expect_first_order(const KnownFunction& f, std::size_t n, double within) {
  const UnitDesign design = latin_hypercube(n, f.parameters, 1);
  const std::vector<FirstOrder> found =
      given_data_first_order(design.values, f.parameters, f.over(design));
  ASSERT_EQ(found.size(), f.parameters);
  for (std::size_t j = 0; j < f.parameters; ++j) {
    EXPECT_EQ(found[j].points, n);
    EXPECT_NEAR(found[j].share, f.first[j], within) << "parameter " << j;
    EXPECT_TRUE(covers(found[j].interval, f.first[j])) << "parameter " << j;
  }
}

TEST(GivenDataFirstOrder, OfIshigamiIsFoundOnALatinHypercube) {
  expect_first_order(ishigami(), 2000, .04);
}

TEST(GivenDataFirstOrder, OfSobolGIsFoundOnALatinHypercube) {
  expect_first_order(sobol_g(), 1000, .05);
}

TEST(GivenDataFirstOrder, IsTheAdjustedShareBetweenLevels) {
  // Two levels of six. Means 1 and 3; squares within 8, in all 8 + 12: 1 - (8 / 10) / (20 / 11).
  const std::vector<double> u{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
  const std::vector<double> y{0, 2, 0, 2, 1, 1, 2, 4, 2, 4, 3, 3};
  const FirstOrder found = given_data_first_order(u, 1, y).front();
  EXPECT_NEAR(found.share, 1 - .8 / (20.0 / 11), 1e-12);
  EXPECT_TRUE(covers(found.interval, found.share));
  EXPECT_GT(found.interval.low, 0);
  EXPECT_LT(found.interval.high, 1);
}

TEST(GivenDataFirstOrder, IsCovered) {
  const KnownFunction f = ishigami();
  const int samples = 60;
  std::vector<double> covered(3, 0), mean(3, 0);
  for (std::uint64_t seed = 1; seed <= samples; ++seed) {
    const UnitDesign design = random(200, 3, seed);
    const auto found = given_data_first_order(design.values, 3, f.over(design));
    for (std::size_t j = 0; j < 3; ++j) {
      covered[j] += covers(found[j].interval, f.first[j]) ? 1.0 / samples : 0;
      mean[j] += found[j].share / samples;
    }
  }
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_GT(covered[j], .87);
    EXPECT_NEAR(mean[j], f.first[j], .03);
  }
}

TEST(GivenDataFirstOrder, IsUnknownOfTooFewAndOfConstants) {
  const KnownFunction f = ishigami();
  for (std::size_t n = 0; n < 10; ++n) {
    const UnitDesign design = random(n, 3, 1);
    const FirstOrder found = given_data_first_order(design.values, 3, f.over(design))[1];
    EXPECT_EQ(found.points, n);
    EXPECT_TRUE(std::isnan(found.share));
    EXPECT_FALSE(is_known(found.interval));
  }
  const UnitDesign design = random(10, 3, 1);
  EXPECT_TRUE(is_known(given_data_first_order(design.values, 3, f.over(design))[1].interval));
  const std::vector<double> constant(10, .1);
  EXPECT_TRUE(std::isnan(given_data_first_order(design.values, 3, constant)[0].share));
}

TEST(GivenDataFirstOrder, LeavesOutWhatIsNotKnown) {
  const KnownFunction f = ishigami();
  UnitDesign design = random(50, 3, 1);
  std::vector<double> y = f.over(design);
  const auto before = given_data_first_order(design.values, 3, y);
  design.values.insert(design.values.end(), {not_known, .5, .5});
  y.push_back(not_known);
  const auto after = given_data_first_order(design.values, 3, y);
  EXPECT_EQ(after[2].points, 50u);
  EXPECT_EQ(after[2].share, before[2].share);
  EXPECT_EQ(after[2].interval.high, before[2].interval.high);
}

TEST(GivenDataInteractions, OfIshigamiAreFoundOnALatinHypercube) {
  const KnownFunction f = ishigami();
  const UnitDesign design = latin_hypercube(2000, 3, 1);
  const std::vector<double> found = given_data_interactions(design.values, 3, f.over(design));
  EXPECT_NEAR(found[0 * 3 + 2], f.total[2], .03);
  EXPECT_EQ(found[2 * 3 + 0], found[0 * 3 + 2]);
  EXPECT_NEAR(found[0 * 3 + 1], 0, .01);
  EXPECT_NEAR(found[1 * 3 + 2], 0, .01);
  EXPECT_TRUE(std::isnan(found[1 * 3 + 1]));
}

TEST(GivenDataInteractions, OfSobolGAreFoundOnALatinHypercube) {
  const KnownFunction f = sobol_g();
  const UnitDesign design = latin_hypercube(1500, 8, 1);
  const std::vector<double> found = given_data_interactions(design.values, 8, f.over(design));
  EXPECT_NEAR(found[0 * 8 + 1], .0597, .012);  // closed form
  EXPECT_NEAR(found[0 * 8 + 2], .0079, .006);
  EXPECT_NEAR(found[4 * 8 + 5], 0, .004);
}

TEST(GivenDataInteractions, OfAProductAreFoundOnAGrid) {
  const std::vector<std::size_t> levels{5, 5, 3};
  UnitDesign design = grid(levels);
  std::vector<double> y;
  for (std::size_t point = 0; point < design.points(); ++point)
    y.push_back(design.point(point)[0] * design.point(point)[1]);
  const std::vector<double> found = given_data_interactions(design.values, 3, y);
  // Over five levels the variance is 1/8 and the squared mean 1/4, so the shares are (1/8)^2 to
  // 1/32 and 1/32.
  // The points are taken for a random sample, in which nine columns of single parameters would have
  // taken up as many of 75 degrees of freedom.
  EXPECT_NEAR(found[1], .2 * 74 / 66, 1e-9);
  EXPECT_NEAR(found[2], 0, 1e-9);
}

TEST(GivenDataInteractions, AreFoundBesideAParameterThatOutshinesThem) {
  const UnitDesign design = latin_hypercube(200, 3, 1);
  std::vector<double> y;
  for (std::size_t point = 0; point < design.points(); ++point) {
    const auto u = design.point(point);
    y.push_back(10 * u[2] + (u[0] - .5) * (u[1] - .5));
  }
  const double truth = (1.0 / 144) / (100.0 / 12 + 1.0 / 144);
  EXPECT_NEAR(given_data_interactions(design.values, 3, y)[1], truth, truth / 5);
}

TEST(GivenDataInteractions, AreUnknownOfTooFewAndOfConstants) {
  const KnownFunction f = ishigami();
  for (std::size_t n = 0; n < 10; ++n) {
    const UnitDesign design = random(n, 3, 1);
    EXPECT_TRUE(std::isnan(given_data_interactions(design.values, 3, f.over(design))[1]));
  }
  for (std::size_t n = 10; n < 40; ++n) {
    const UnitDesign design = random(n, 3, 1);
    EXPECT_GE(given_data_interactions(design.values, 3, f.over(design))[1], 0);
    EXPECT_TRUE(
        std::isnan(given_data_interactions(design.values, 3, std::vector<double>(n, .1))[1]));
  }
}

}  // namespace
}  // namespace cxsim
