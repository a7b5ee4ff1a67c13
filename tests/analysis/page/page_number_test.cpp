#include "analysis/page/page_number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cxsim {
namespace {

std::string text_of(double value, int digits = digits_in_charts) {
  return page_number(value, digits).dump();
}

TEST(PageNumber, KeepsSixDigits) {
  EXPECT_EQ(text_of(.1234567), "0.123457");
  EXPECT_EQ(text_of(-12345.678), "-12345.7");
  EXPECT_EQ(text_of(1.0 / 3), "0.333333");
  EXPECT_EQ(text_of(1e-9 / 3), "3.33333e-10");
  EXPECT_EQ(text_of(.1F), "0.1") << "what single precision adds is not shown";
}

TEST(PageNumber, WritesWholeNumbersAsSuch) {
  EXPECT_EQ(text_of(0), "0");
  EXPECT_EQ(text_of(-0.0), "0");
  EXPECT_EQ(text_of(5000), "5000");
  EXPECT_EQ(text_of(12345678), "12345700");
  EXPECT_EQ(text_of(12345678, digits_in_tables), "12345678");
  EXPECT_EQ(text_of(999999.7), "1000000");
}

TEST(PageNumber, KnowsWhatIsNotKnown) {
  for (const double value : {not_known, std::numeric_limits<double>::infinity()})
    EXPECT_EQ(text_of(value), "null");
}

TEST(PageNumber, ShortensEveryNumberWithin) {
  Json json{{"a", 1.23456789}, {"b", {0.1, 7, "9.87654321", nullptr, 2.0}}, {"c", true}};
  shorten(json, 3);
  EXPECT_EQ(json.dump(), R"({"a":1.23,"b":[0.1,7,"9.87654321",null,2],"c":true})");
}

}  // namespace
}  // namespace cxsim
