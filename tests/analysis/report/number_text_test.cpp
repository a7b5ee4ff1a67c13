#include "analysis/report/number_text.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

constexpr Format whole{0}, tenths{1}, percent{2, true};

TEST(NumberText, SetsThousandsApart) {
  EXPECT_EQ(shown(1234567.4, whole), "1,234,567");
  EXPECT_EQ(shown(-1234.56, tenths), "-1,234.6");
  EXPECT_EQ(shown(999, whole), "999");
}

TEST(NumberText, TurnsSharesIntoPercent) { EXPECT_EQ(shown(.01234, percent), "1.23"); }

TEST(NumberText, NeverShowsMinusZeroOrNan) {
  EXPECT_EQ(shown(-.04, tenths), "0.0");
  EXPECT_EQ(shown(not_known, tenths), "-");
  EXPECT_EQ(shown_change(not_known, tenths), "-");
  EXPECT_EQ(shown_change(Interval{}, tenths), "-");
}

TEST(NumberText, GivesChangesTheirSign) {
  EXPECT_EQ(shown_change(1234.0, whole), "+1,234");
  EXPECT_EQ(shown_change(-1234.0, whole), "-1,234");
  EXPECT_EQ(shown_change(.01, tenths), "0.0");
  EXPECT_EQ(shown_change(Interval{-2, 4.5}, tenths), "-2.0 to +4.5");
}

}  // namespace
}  // namespace cxsim
