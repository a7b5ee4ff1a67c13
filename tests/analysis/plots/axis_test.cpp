#include "analysis/plots/axis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace cxsim {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> words_of(const PlotAxis& axis) {
  std::vector<std::string> words;
  for (const double tick : axis.ticks) words.push_back(tick_text(axis, tick));
  return words;
}

TEST(PlotAxis, BeginsAndEndsAtTicksAroundTheData) {
  const PlotAxis axis = axis_around({-75000, 825900}, 10);
  EXPECT_EQ(axis.range.low, -200000);
  EXPECT_EQ(axis.range.high, 1000000);
  EXPECT_THAT(words_of(axis), ElementsAre("-200,000", "0", "200,000", "400,000", "600,000",
                                          "800,000", "1,000,000"));
}

TEST(PlotAxis, NeverHasMoreTicksThanAreAllowed) {
  EXPECT_THAT(words_of(axis_around({.71, .93}, 4)), ElementsAre("0.7", "0.8", "0.9", "1.0"));
  EXPECT_THAT(words_of(axis_around({.71, .93}, 3)), ElementsAre("0.6", "0.8", "1.0"));
}

TEST(PlotAxis, EndsWithTheDataWhereItIsAskedTo) {
  const PlotAxis axis = axis_within({.02, .3}, PlotScale::linear, 4);
  EXPECT_EQ(axis.range.low, .02);
  EXPECT_EQ(axis.range.high, .3);
  EXPECT_THAT(words_of(axis), ElementsAre("0.1", "0.2", "0.3"));
}

TEST(PlotAxis, CountsInDecadesOnALogarithmicScale) {
  const PlotAxis axis = axis_within({.001, 10}, PlotScale::logarithmic, 6);
  EXPECT_THAT(words_of(axis), ElementsAre("0.001", "0.01", "0.1", "1", "10"));
  EXPECT_NEAR(place_on(axis, .1), .5, 1e-12);
  EXPECT_THAT(words_of(axis_within({1, 100}, PlotScale::logarithmic, 7)),
              ElementsAre("1", "2", "5", "10", "20", "50", "100"));
}

TEST(PlotAxis, IsLinearWhereAValueHasNoLogarithm) {
  EXPECT_EQ(axis_within({0, 10}, PlotScale::logarithmic, 5).scale, PlotScale::linear);
}

TEST(PlotAxis, GivesASingleValueRoom) {
  const PlotAxis axis = axis_around({50, 50}, 5);
  EXPECT_LT(axis.range.low, 50);
  EXPECT_GT(axis.range.high, 50);
  EXPECT_NEAR(place_on(axis_within({7, 7}, PlotScale::linear, 5), 7), .5, 1e-12);
}

TEST(PlotAxis, StandsWithoutData) {
  const PlotAxis axis = axis_around({}, 5);
  EXPECT_EQ(axis.range.low, 0);
  EXPECT_EQ(axis.range.high, 1);
}

TEST(PlotAxis, TakesNoNoticeOfWhatIsNotANumber) {
  DataRange range;
  range.add({not_known, 3, std::numeric_limits<double>::infinity(), -2});
  EXPECT_EQ(range.low, -2);
  EXPECT_EQ(range.high, 3);
}

TEST(PlotAxis, EndsEvenWhereValuesDifferInTheirLastDigitsOnly) {
  EXPECT_LE(axis_around({1e16, 1e16 + 2}, 8).ticks.size(), 8U);
}

RC_GTEST_PROP(PlotAxis, HoldsAllOfTheDataAndItsTicksAreEven, ()) {
  const double a = static_cast<double>(*rc::gen::inRange(-1000000, 1000000)) / 7;
  const double b = static_cast<double>(*rc::gen::inRange(-1000000, 1000000)) / 7;
  const auto most = *rc::gen::inRange<std::size_t>(3, 12);
  const PlotAxis axis = axis_around({std::min(a, b), std::max(a, b)}, most);
  RC_ASSERT(axis.range.holds(a) && axis.range.holds(b));
  RC_ASSERT(axis.ticks.size() >= 2 && axis.ticks.size() <= most);
  RC_ASSERT(std::abs(place_on(axis, axis.ticks.front())) < 1e-9);
  RC_ASSERT(std::abs(place_on(axis, axis.ticks.back()) - 1) < 1e-9);
  const double lead = axis.step / std::pow(10, std::floor(std::log10(axis.step) + 1e-9));
  RC_ASSERT(std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6);
}

TEST(FormatOver, TellsAHundredthOfTheRange) {
  EXPECT_EQ(format_over({0, 150000}).decimals, 0);
  EXPECT_EQ(format_over({.71, .93}).decimals, 3);
  EXPECT_EQ(format_over({.5, .5}).decimals, 3);
  EXPECT_EQ(format_over({}).decimals, 0);
}

TEST(NumberWords, SayWhatIsUnknown) {
  EXPECT_EQ(known_text(not_known, {0}), "unknown");
  EXPECT_EQ(known_text(1234.5, {1}), "1,234.5");
  EXPECT_EQ(short_number(1500000), "1,500,000");
  EXPECT_EQ(short_number(.0125), "0.0125");
  EXPECT_EQ(unit_text("1"), "");
  EXPECT_EQ(unit_text("EUR"), "EUR");
}

}  // namespace
}  // namespace cxsim
