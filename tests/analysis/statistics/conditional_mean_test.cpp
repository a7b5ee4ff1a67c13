#include "analysis/statistics/conditional_mean.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "known_functions.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::IsNan;

struct Pairs {
  std::vector<double> u, y;
};

// y = f(u) and noise of the given standard deviation, from a second parameter.
Pairs noisy(const std::function<double(double)>& f, double sd, std::size_t n, std::uint64_t seed) {
  const UnitDesign design = latin_hypercube(n, 2, seed);
  Pairs pairs;
  for (std::size_t point = 0; point < n; ++point) {
    pairs.u.push_back(design.point(point)[0]);
    pairs.y.push_back(f(pairs.u.back()) + sd * std::sqrt(12) * (design.point(point)[1] - .5));
  }
  return pairs;
}

double wave(double u) { return std::sin(6 * u); }

TEST(ConditionalMean, FindsAPolynomialExactly) {
  const auto cubic = [](double u) { return 1e4 + 2 * u - 3 * u * u * u; };
  const Pairs pairs = noisy(cubic, 0, 60, 1);
  const std::vector<double> at{.1, .5, .9};
  const ConditionalMean mean = conditional_mean(pairs.u, pairs.y, at);
  EXPECT_EQ(mean.points, 60u);
  EXPECT_FALSE(mean.by_level);
  EXPECT_GE(mean.degree, 3u);
  for (std::size_t i = 0; i < 60; ++i) EXPECT_NEAR(mean.fitted[i], pairs.y[i], 1e-7);
  for (const CurvePoint& point : mean.curve) {
    EXPECT_NEAR(point.mean, cubic(point.u), 1e-7);
    EXPECT_NEAR(point.band.low, cubic(point.u), 1e-6);
    EXPECT_NEAR(point.band.high, cubic(point.u), 1e-6);
  }
}

TEST(ConditionalMean, SaysTheSameAtItsPointsAsOnItsCurve) {
  const Pairs pairs = noisy(wave, 1, 200, 1);
  const ConditionalMean mean = conditional_mean(pairs.u, pairs.y, pairs.u);
  for (std::size_t i = 0; i < 200; ++i) EXPECT_NEAR(mean.curve[i].mean, mean.fitted[i], 1e-9);
}

TEST(ConditionalMean, AveragesOverWhatElseVaries) {
  const KnownFunction f = ishigami();
  const UnitDesign design = latin_hypercube(2000, 3, 1);
  std::vector<double> u;
  for (std::size_t point = 0; point < 2000; ++point) u.push_back(design.point(point)[1]);
  double squares = 0;
  const ConditionalMean mean = conditional_mean(u, f.over(design));
  for (std::size_t point = 0; point < 2000; ++point) {
    const double truth = 7 * std::pow(std::sin(std::numbers::pi * (2 * u[point] - 1)), 2);
    squares += (mean.fitted[point] - truth) * (mean.fitted[point] - truth) / 2000;
  }
  EXPECT_LT(std::sqrt(squares), .35);  // of an outcome whose standard deviation is 3.7
}

TEST(ConditionalMean, StaysFlatWhereThereIsNothing) {
  int flat = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Pairs pairs = noisy([](double) { return 5.0; }, 1, 200, seed);
    flat += conditional_mean(pairs.u, pairs.y).degree == 0 ? 1 : 0;
  }
  EXPECT_GT(flat, 60);
}

TEST(ConditionalMean, IsCoveredByItsBand) {
  const std::vector<double> at{.05, .25, .5, .75, .95};
  double covered = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Pairs pairs = noisy(wave, 1, 300, seed);
    for (const CurvePoint& point : conditional_mean(pairs.u, pairs.y, at).curve)
      covered += covers(point.band, wave(point.u)) ? 1.0 / 1000 : 0;
  }
  EXPECT_GT(covered, .89);
  EXPECT_LT(covered, .975);
}

TEST(ConditionalMean, IsTheMeanAtEachOfFewValues) {
  const std::vector<double> u{0, 0, 0, 0, .2, .2, .2, .2, 1, 1, 1, 1};
  const std::vector<double> y{1, 2, 3, 2, 9, 9, 9, 9, 4, 4, 6, 6};
  const ConditionalMean mean = conditional_mean(u, y, std::vector{0.0, .3, 2.0});
  EXPECT_TRUE(mean.by_level);
  EXPECT_EQ(mean.degree, 2u);
  EXPECT_NEAR(mean.fitted[1], 2, 1e-12);
  EXPECT_NEAR(mean.fitted[4], 9, 1e-12);
  EXPECT_NEAR(mean.curve[0].mean, 2, 1e-12);
  EXPECT_NEAR(mean.curve[1].mean, 9, 1e-12);
  EXPECT_NEAR(mean.curve[2].mean, 5, 1e-12);
  EXPECT_NEAR(mean.curve[1].band.low, 9, 1e-12);
  EXPECT_NEAR(mean.curve[1].band.high, 9, 1e-12);
  EXPECT_LT(mean.curve[0].band.low, 2);
  EXPECT_GT(mean.curve[0].band.high, 2);
}

TEST(ConditionalMean, HasABandAtLevelsThatAResampleOftenMisses) {
  std::vector<double> u, y;
  for (int i = 0; i < 26; ++i) {
    u.push_back(i % 13);
    y.push_back(i);
  }
  for (const CurvePoint& point : conditional_mean(u, y, u).curve) {
    EXPECT_NEAR(point.band.low, point.u, 1e-9);
    EXPECT_NEAR(point.band.high, point.u + 13, 1e-9);
  }
}

TEST(ConditionalMean, StaysAtItsEndsBeyondThePoints) {
  const Pairs pairs = noisy([](double u) { return u; }, 0, 50, 1);
  const auto [low, high] = std::minmax_element(pairs.u.begin(), pairs.u.end());
  const ConditionalMean mean = conditional_mean(pairs.u, pairs.y, std::vector{-1.0, 2.0});
  EXPECT_NEAR(mean.curve[0].mean, *low, 1e-9);
  EXPECT_NEAR(mean.curve[1].mean, *high, 1e-9);
}

TEST(ConditionalMean, LeavesOutWhatIsNotKnown) {
  Pairs pairs = noisy(wave, .1, 40, 1);
  const ConditionalMean before = conditional_mean(pairs.u, pairs.y);
  pairs.u.insert(pairs.u.begin() + 3, not_known);
  pairs.y.insert(pairs.y.begin() + 3, 7);
  pairs.u.push_back(.5);
  pairs.y.push_back(not_known);
  const ConditionalMean after = conditional_mean(pairs.u, pairs.y);
  EXPECT_EQ(after.points, 40u);
  ASSERT_EQ(after.fitted.size(), 42u);
  EXPECT_THAT(after.fitted[3], IsNan());
  EXPECT_THAT(after.fitted[41], IsNan());
  EXPECT_EQ(after.fitted[0], before.fitted[0]);
  EXPECT_EQ(after.fitted[4], before.fitted[3]);
}

TEST(ConditionalMean, IsUnknownBelowTenPoints) {
  for (std::size_t n = 0; n < 10; ++n) {
    const Pairs pairs = noisy(wave, 1, n, 1);
    const ConditionalMean mean = conditional_mean(pairs.u, pairs.y, std::vector{.5});
    EXPECT_EQ(mean.points, n);
    EXPECT_THAT(mean.fitted, testing::Each(IsNan()));
    ASSERT_EQ(mean.curve.size(), 1u);
    EXPECT_THAT(mean.curve[0].mean, IsNan());
    EXPECT_FALSE(is_known(mean.curve[0].band));
  }
  const Pairs ten = noisy(wave, 1, 10, 1);
  EXPECT_TRUE(is_known(conditional_mean(ten.u, ten.y, std::vector{.5}).curve[0].band));
}

TEST(ConditionalMean, OfOneValueIsTheMean) {
  const std::vector<double> u(12, .5), y{1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3};
  const ConditionalMean mean = conditional_mean(u, y, std::vector{.1});
  EXPECT_EQ(mean.degree, 0u);
  EXPECT_NEAR(mean.curve[0].mean, 2, 1e-12);
}

TEST(UnitRanks, AreMidwayAndSharedByTies) {
  EXPECT_THAT(unit_ranks(std::vector{30.0, 10.0, not_known, 20.0, 20.0}),
              ElementsAre(.875, .125, IsNan(), .5, .5));
}

}  // namespace
}  // namespace cxsim
