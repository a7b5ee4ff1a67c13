#include "analysis/statistics/information_value.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <numbers>

#include "known_functions.hpp"

namespace cxsim {
namespace {

// E max(0, D) - max(0, E D) of a normal D.
double worth_of_normal(double mean, double sd) {
  const boost::math::normal normal;
  return sd * boost::math::pdf(normal, mean / sd) -
         std::fabs(mean) * boost::math::cdf(normal, -std::fabs(mean) / sd);
}

double standard_normal(double u) { return boost::math::quantile(boost::math::normal(), u); }

struct Choice {
  UnitDesign design;
  std::vector<std::vector<double>> benefits;

  InformationValue value() const {
    return information_value(benefits, design.values, design.parameters);
  }
};

// The second arm's benefit over the first is normal, from two normal parameters and an idle one.
Choice normal_choice(std::size_t n, double mean, double first, double second, std::uint64_t seed) {
  Choice choice{latin_hypercube(n, 3, seed), {{}, {}}};
  for (std::size_t point = 0; point < n; ++point) {
    const auto u = choice.design.point(point);
    const double shared = 1e5 * u[2];
    choice.benefits[0].push_back(shared);
    choice.benefits[1].push_back(shared + mean + first * standard_normal(u[0]) +
                                 second * standard_normal(u[1]));
  }
  return choice;
}

// Uniform from low to high, by the first parameter; the second is noise.
Choice uniform_choice(std::size_t n, double low, double high, std::uint64_t seed) {
  Choice choice{random(n, 2, seed), {{}, {}}};
  for (std::size_t point = 0; point < n; ++point) {
    const auto u = choice.design.point(point);
    choice.benefits[0].push_back(0);
    choice.benefits[1].push_back(low + (high - low) * u[0] + 2 * (u[1] - .5));
  }
  return choice;
}

TEST(InformationValue, OfEverythingIsTheMeanOfTheBestLessTheBestMean) {
  const std::vector<std::vector<double>> benefits{{1, 5, 3}, {4, 1, 3}, {2, 2, 3}};
  const InformationValue value = information_value(benefits, {}, 0);
  EXPECT_EQ(value.points, 3u);
  EXPECT_EQ(value.best_arm, 0u);
  EXPECT_EQ(value.another_is_best.count, 1u);
  EXPECT_EQ(value.another_is_best.of, 3u);
  EXPECT_NEAR(value.everything.value, 4 - 3, 1e-12);
  EXPECT_GE(value.everything.interval.low, 0);
  EXPECT_TRUE(covers(value.everything.interval, 1));
}

TEST(InformationValue, OfNormalParametersIsAsInClosedForm) {
  const InformationValue value = normal_choice(2000, 1, 2, 1.5, 1).value();
  EXPECT_EQ(value.best_arm, 1u);
  const double probability = boost::math::cdf(boost::math::normal(), -1 / 2.5);
  EXPECT_NEAR(share_of(value.another_is_best), probability, .03);
  EXPECT_NEAR(value.everything.value, worth_of_normal(1, 2.5), .05);
  EXPECT_NEAR(value.parameters[0].value, worth_of_normal(1, 2), .05);
  EXPECT_NEAR(value.parameters[1].value, worth_of_normal(1, 1.5), .05);
  EXPECT_NEAR(value.parameters[2].value, 0, .02);
  EXPECT_TRUE(covers(value.everything.interval, worth_of_normal(1, 2.5)));
  EXPECT_TRUE(covers(value.parameters[0].interval, worth_of_normal(1, 2)));
  EXPECT_TRUE(covers(value.parameters[1].interval, worth_of_normal(1, 1.5)));
  EXPECT_TRUE(covers(value.parameters[2].interval, 0));
}

TEST(InformationValue, OfAUniformParameterIsCovered) {
  const double truth = 1.3 * 1.3 / 4 - .3;  // high^2 / (2 (high - low)) less the mean
  const int samples = 200;
  int covered = 0, idle_covered = 0;
  double mean = 0;
  for (std::uint64_t seed = 1; seed <= samples; ++seed) {
    const InformationValue value = uniform_choice(200, -.7, 1.3, seed).value();
    mean += value.parameters[0].value / samples;
    covered += covers(value.parameters[0].interval, truth) ? 1 : 0;
    idle_covered += covers(value.parameters[1].interval, truth) ? 1 : 0;
  }
  EXPECT_NEAR(mean, truth, .01);
  EXPECT_GT(covered, .89 * samples);
  EXPECT_LT(covered, .99 * samples);
  EXPECT_GT(idle_covered, .89 * samples);  // the noise is the same uniform, and as wide
}

TEST(InformationValue, IsZeroWhereOneArmIsAlwaysBest) {
  const InformationValue value = uniform_choice(100, 5, 6, 1).value();
  EXPECT_EQ(value.best_arm, 1u);
  EXPECT_EQ(value.another_is_best.count, 0u);
  EXPECT_EQ(value.everything.value, 0);
  EXPECT_EQ(value.parameters[0].value, 0);
  EXPECT_EQ(value.parameters[0].interval.high, 0);
}

TEST(InformationValue, ChoosesAmongManyArms) {
  // Three arms with triangular merits over one parameter: at 0, 1/2 and 1.
  Choice choice{sobol(1024, 1, 1), {{}, {}, {}}};
  for (const double u : choice.design.values)
    for (std::size_t arm = 0; arm < 3; ++arm)
      choice.benefits[arm].push_back(-std::pow(u - .5 * static_cast<double>(arm), 2));
  const InformationValue value = choice.value();
  EXPECT_EQ(value.best_arm, 1u);
  EXPECT_NEAR(share_of(value.another_is_best), .5, 1e-2);
  // Mean squared distance to the nearest: 1/48; to the middle: 1/12.
  EXPECT_NEAR(value.everything.value, 1.0 / 12 - 1.0 / 48, 1e-4);
  EXPECT_NEAR(value.parameters[0].value, 1.0 / 12 - 1.0 / 48, 1e-4);
}

TEST(InformationValue, LeavesOutWhatIsNotKnown) {
  Choice choice = normal_choice(200, 1, 2, 1, 1);
  const InformationValue before = choice.value();
  choice.benefits[0].push_back(1e9);
  choice.benefits[1].push_back(not_known);
  choice.design.values.insert(choice.design.values.end(), {.5, .5, .5});
  const InformationValue after = choice.value();
  EXPECT_EQ(after.points, 200u);
  EXPECT_EQ(after.everything.value, before.everything.value);
  EXPECT_EQ(after.parameters[0].interval.high, before.parameters[0].interval.high);
  choice.design.values[0] = not_known;
  EXPECT_NE(choice.value().parameters[0].value, before.parameters[0].value);
  EXPECT_EQ(choice.value().parameters[1].value, before.parameters[1].value);
}

TEST(InformationValue, IsUnknownOfTooFew) {
  for (std::size_t n = 0; n < 10; ++n) {
    const InformationValue value = normal_choice(n, 1, 2, 1, 1).value();
    EXPECT_TRUE(std::isnan(value.parameters[0].value));
    EXPECT_FALSE(is_known(value.parameters[0].interval));
    EXPECT_EQ(std::isnan(value.everything.value), n < 2);
  }
  EXPECT_EQ(information_value({}, {}, 0).points, 0u);
}

TEST(InformationValue, IsZeroWithoutAChoice) {
  const std::vector<std::vector<double>> one{std::vector<double>(20, 3)};
  const std::vector<double> rows(20, .5);
  const InformationValue value = information_value(one, rows, 1);
  EXPECT_EQ(value.everything.value, 0);
  EXPECT_EQ(value.parameters[0].value, 0);
}

}  // namespace
}  // namespace cxsim
