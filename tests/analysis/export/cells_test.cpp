#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/export/dates.hpp"
#include "analysis/export/table_column.hpp"
#include "analysis/export/xes_attribute.hpp"

namespace cxsim {
namespace {

TableColumn column(NumberType type) { return {"x", "x", "1", "", type, {}, 0, {}}; }

std::string cell(const TableColumn& column, const ColumnValues& values) {
  std::string text;
  append_cell(text, column, values, 0);
  return text;
}

TEST(Cells, AreTheShortestTextThatReadsBack) {
  EXPECT_EQ(cell(column(NumberType::float32), std::vector<float>{0.1f}), "0.1");
  EXPECT_EQ(cell(column(NumberType::float64), std::vector<double>{static_cast<double>(0.1f)}),
            "0.10000000149011612");
  EXPECT_EQ(cell(column(NumberType::float64), std::vector<double>{-2500}), "-2500");
  EXPECT_EQ(cell(column(NumberType::int64), std::vector<std::int64_t>{9'007'199'254'740'993}),
            "9007199254740993");
}

TEST(Cells, AreEmptyWhereThereIsNoNumber) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(cell(column(NumberType::float32), std::vector<float>{nan}), "");
  TableColumn day = column(NumberType::int32);
  day.absent = -999999;
  EXPECT_EQ(cell(day, std::vector<std::int64_t>{-999999}), "");
  EXPECT_EQ(cell(day, std::vector<std::int64_t>{-1}), "-1");
}

TEST(Cells, NameWhatANumberStandsFor) {
  TableColumn flag = column(NumberType::int8);
  flag.names = {"low", "high"};
  flag.first_name = 1;
  EXPECT_EQ(cell(flag, std::vector<std::int64_t>{2}), "high");
  EXPECT_EQ(cell(flag, std::vector<std::int64_t>{0}), "0");
  EXPECT_EQ(cell(flag, std::vector<std::int64_t>{3}), "3");
}

TEST(Dates, GoOnOverTheEndsOfMonthsAndYears) {
  const auto start = date_in("2024-01-01 00:00:00");
  ASSERT_TRUE(start);
  EXPECT_EQ(date_text(*start, 59), "2024-02-29");
  EXPECT_EQ(date_text(*start, -1), "2023-12-31");
  EXPECT_FALSE(date_in("2024-02-30"));
  EXPECT_FALSE(date_in("soon"));
}

TEST(XesAttributes, EscapeWhatXmlReserves) {
  EXPECT_EQ(xes_text("title", "a<b> & \"c\"\n'd'"),
            "<string key=\"title\" value=\"a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;\"/>");
  EXPECT_EQ(xes_whole("day", -3), "<int key=\"day\" value=\"-3\"/>");
}

}  // namespace
}  // namespace cxsim
