#include "experiments/diary_words.hpp"

#include <gtest/gtest.h>

#include "experiments/diary_dates.hpp"

namespace cxsim {
namespace {

TEST(DiaryDates, CountFromTheStartDate) {
  const DiaryDates dates("2026-01-01");
  EXPECT_EQ(dates.date(0), "1 January 2026");
  EXPECT_EQ(dates.date(-365), "1 January 2025");
  EXPECT_EQ(dates.date(789), "29 February 2028");
  EXPECT_EQ(dates.days(4, 4), "5 January 2026");
  EXPECT_EQ(dates.days(4, 9), "5 to 10 January 2026");
  EXPECT_EQ(dates.days(28, 33), "29 January to 3 February 2026");
  EXPECT_EQ(dates.days(-2, 1), "30 December 2025 to 2 January 2026");
  EXPECT_EQ(dates.months(0, 100), "January to April 2026");
  EXPECT_EQ(dates.months(-40, 0), "November 2025 to January 2026");
  EXPECT_EQ(DiaryDates("soon").date(7), "day 7");
}

TEST(DiaryWords, WriteNumbersTheWayTheFieldDoes) {
  EXPECT_EQ(words::plain(.74f), ".74");
  EXPECT_EQ(words::plain(1), "1.00");
  EXPECT_EQ(words::with_sign(-.21f), "−.21");
  EXPECT_EQ(words::with_sign(.004f), ".00");
  EXPECT_EQ(words::percent(.163f), "16%");
  EXPECT_EQ(words::percent(.004f), ".4%");
  EXPECT_EQ(words::percent(.0098f), "1%");
  EXPECT_EQ(words::listed({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(words::in_sentence("Unclear bills"), "unclear bills");
  EXPECT_EQ(words::in_sentence("SIM card"), "SIM card");
}

TEST(DiaryWords, NameFeelingsByPleasureAndArousal) {
  EXPECT_EQ(words::feeling(.6f, .5f), "delighted");
  EXPECT_EQ(words::feeling(.6f, .1f), "happy");
  EXPECT_EQ(words::feeling(0, 0), "unmoved");
  EXPECT_EQ(words::feeling(-.3f, .5f), "annoyed");
  EXPECT_EQ(words::feeling(-.6f, .7f), "furious");
}

}  // namespace
}  // namespace cxsim
