#include "analysis/studio/slider.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cxsim {
namespace {

constexpr Horizon horizon{720, 5000};

bool reaches(const Slider& slider, double value) {
  const double steps = (value - slider.low) / slider.step;
  return value >= slider.low && value <= slider.high && std::abs(steps - std::round(steps)) < 1e-6;
}

TEST(Slider, ShowsAShareWhole) {
  const Slider slider = slider_for({"share", share_range, .37}, horizon);
  EXPECT_EQ(slider.low, 0);
  EXPECT_EQ(slider.high, 1);
  EXPECT_TRUE(reaches(slider, .37));
  EXPECT_FALSE(slider.whole);
}

TEST(Slider, IsShorterWhereAShareIsSmall) {
  const Slider slider = slider_for({"per day", share_range, .0006}, horizon);
  EXPECT_GT(slider.high, .002);
  EXPECT_LT(slider.high, .01);
  EXPECT_TRUE(reaches(slider, .0006));
}

TEST(Slider, GoesToTheEndOfTheRunInDays) {
  const Slider slider = slider_for({"days", {0, 36500}, 90}, horizon);
  EXPECT_EQ(slider.low, 0);
  EXPECT_EQ(slider.high, 720);
  EXPECT_EQ(slider.step, 1);
  EXPECT_TRUE(slider.whole);
}

TEST(Slider, KeepsToTheRange) {
  EXPECT_EQ(slider_for({"days", {1, 365}, 8}, horizon).low, 1);
  EXPECT_EQ(slider_for({"days", {1, 365}, 8}, horizon).high, 365);
  EXPECT_EQ(slider_for({"share", {0, .99}, .2}, horizon).high, .99);
}

TEST(Slider, MovesItsEndsToAValueBeyondThem) {
  EXPECT_EQ(slider_for({"days", {0, 36500}, 2000}, horizon).high, 2000);
  EXPECT_EQ(slider_between(100, 1000, 100, {"people", {1, 2e8}, 54321, true}).high, 54321);
  EXPECT_EQ(slider_between(100, 1000, 100, {"people", {1, 2e8}, 7, true}).low, 7);
}

TEST(Slider, GoesToFourTimesAValueThatHasNoEnd) {
  EXPECT_EQ(slider_for({"currency", {0, 1e11}, 8000}, horizon).high, 40000);
  EXPECT_EQ(slider_for({"factor", {0, 1000}, 1}, horizon).high, 4);
  EXPECT_EQ(slider_for({"points", {}, -3}, horizon).low, -20);
}

TEST(Slider, HasASizeForMoneyThatIsNotSpentYet) {
  EXPECT_EQ(slider_for({"currency", {0, 1e11}, 0}, horizon).high, 20000);
  EXPECT_EQ(slider_for({"currency per day", {0, 1e9}, 0}, horizon).high, 50);
}

TEST(Slider, StaysAboveZeroWhereItHasTo) {
  const Slider slider = slider_for({"factor", positive_range, 1}, horizon);
  EXPECT_GE(slider.low, .01);
  EXPECT_TRUE(reaches(slider, 1));
}

// A browser moves a value that lies between two steps, and would show another than the run has.
TEST(Slider, HasEveryValueOnAStep) {
  for (const double value : {.0006, .013, .3333, .95, 1.15, 26., 1095., 33333.})
    for (const Range range : {Range{0, 1e9}, Range{-1e3, 1e6}, positive_range})
      EXPECT_TRUE(reaches(slider_for({"currency", range, value}, horizon), value)) << value;
  EXPECT_TRUE(reaches(slider_between(100, 100'000, 100, {"people", {1, 2e8}, 1234, true}), 1234));
}

}  // namespace
}  // namespace cxsim
