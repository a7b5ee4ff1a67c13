#include "analysis/statistics/elementary_effects.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "known_functions.hpp"

namespace cxsim {
namespace {

std::vector<ElementaryEffects> effects_of(
    const std::function<double(std::span<const double>)>& function, std::size_t parameters,
    std::size_t trajectories, std::uint64_t seed = 1) {
  const UnitDesign design = morris(trajectories, parameters, seed);
  const KnownFunction f{parameters, function, {}, {}};
  return elementary_effects(design.values, parameters, f.over(design));
}

double linear(std::span<const double> u) { return 5 + 3 * u[0] - 2 * u[1] + 0 * u[2]; }
double with_interaction(std::span<const double> u) { return u[0] * u[1] + u[2]; }

TEST(ElementaryEffects, AreAsComputedByHand) {
  // Two parameters, two trajectories of three points; the second goes the other way.
  const std::vector<double> rows{0, 0, .5, 0, .5, .5, 1, 1, 1, .5, .5, .5};
  const std::vector<double> values{1, 2, 6, 4, 5, 9};
  const auto found = elementary_effects(rows, 2, values);
  EXPECT_EQ(found[0].count, 2u);  // 1 / .5 and 4 / -.5
  EXPECT_EQ(found[0].mean, -3);
  EXPECT_EQ(found[0].absolute, 5);
  EXPECT_NEAR(found[0].sd, 10 / std::sqrt(2), 1e-12);
  EXPECT_EQ(found[1].count, 2u);  // 4 / .5 and 1 / -.5
  EXPECT_EQ(found[1].mean, 3);
  EXPECT_EQ(found[1].absolute, 5);
  EXPECT_EQ(found[1].absolute_interval.low, 2);
  EXPECT_EQ(found[1].absolute_interval.high, 8);
}

TEST(ElementaryEffects, OfALineAreItsCoefficients) {
  const auto found = effects_of(linear, 3, 8);
  const double coefficients[] = {3, -2, 0};
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_EQ(found[j].count, 8u);
    EXPECT_NEAR(found[j].mean, coefficients[j], 1e-12);
    EXPECT_NEAR(found[j].absolute, std::fabs(coefficients[j]), 1e-12);
    EXPECT_NEAR(found[j].sd, 0, 1e-12);
  }
}

// The effect of one is the other's value at random: mean 1/2 and variance 5/36 over four levels.
TEST(ElementaryEffects, SpreadWhereParametersInteract) {
  const auto found = effects_of(with_interaction, 3, 2000);
  for (std::size_t j = 0; j < 2; ++j) {
    EXPECT_NEAR(found[j].absolute, .5, .03);
    EXPECT_NEAR(found[j].sd, std::sqrt(5.0 / 36), .02);
  }
  EXPECT_NEAR(found[2].absolute, 1, 1e-12);
  EXPECT_NEAR(found[2].sd, 0, 1e-12);
}

TEST(ElementaryEffects, OfBothSignsDoNotCancelInTheAbsoluteMean) {
  const auto v_shape = [](std::span<const double> u) { return u[0] * (2 * u[1] - 1); };
  const auto found = effects_of(v_shape, 2, 2000);
  EXPECT_NEAR(found[0].mean, 0, .05);
  EXPECT_NEAR(found[0].absolute, 2.0 / 3, .03);  // of 2u - 1 at the levels: 1, 1/3, 1/3, 1
}

TEST(ElementaryEffects, AreCovered) {
  int covered = 0;
  const int samples = 200;
  for (std::uint64_t seed = 1; seed <= samples; ++seed)
    covered += covers(effects_of(with_interaction, 3, 30, seed)[0].absolute_interval, .5) ? 1 : 0;
  EXPECT_GT(covered, .89 * samples);
  EXPECT_LT(covered, .99 * samples);
}

TEST(ElementaryEffects, LeaveOutWhatIsNotKnown) {
  const UnitDesign design = morris(4, 3, 1);
  std::vector<double> values = KnownFunction{3, linear, {}, {}}.over(design);
  values[5] = not_known;  // within the second trajectory, two steps
  const auto found = elementary_effects(design.values, 3, values);
  EXPECT_EQ(found[0].count + found[1].count + found[2].count, 10u);
  EXPECT_NEAR(found[0].absolute, 3, 1e-12);
}

TEST(ElementaryEffects, AreUnknownWithoutAStep) {
  const auto found = elementary_effects({}, 2, {});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].count, 0u);
  EXPECT_TRUE(std::isnan(found[0].absolute));
  const auto two_at_once =
      elementary_effects(std::vector<double>{0, 0, 1, 1, 1, 1}, 2, std::vector<double>{1, 2, 3});
  EXPECT_EQ(two_at_once[0].count + two_at_once[1].count, 0u);
}

TEST(ElementaryEffects, OfOneTrajectoryHaveNoSpread) {
  const auto found = effects_of(linear, 3, 1);
  EXPECT_NEAR(found[0].absolute, 3, 1e-12);
  EXPECT_TRUE(std::isnan(found[0].sd));
  EXPECT_FALSE(is_known(found[0].absolute_interval));
}

}  // namespace
}  // namespace cxsim
