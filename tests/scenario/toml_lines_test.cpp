#include "scenario/toml_lines.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(TomlLines, CountsFromOneAndDropsLineEnds) {
  EXPECT_EQ(line_of("a\r\nb\n", 1), "a");
  EXPECT_EQ(line_of("a\r\nb\n", 2), "b");
  EXPECT_EQ(line_of("a\r\nb\n", 4), "");
  EXPECT_EQ(line_number("a\nb", 2), 2);
}

TEST(TomlLines, TellsHeadersFromLists) {
  EXPECT_TRUE(looks_like_header("  [company] "));
  EXPECT_TRUE(looks_like_header("[[touchpoint.step]]"));
  EXPECT_FALSE(looks_like_header("[1, 2]"));
  EXPECT_FALSE(looks_like_header("[company"));
  EXPECT_FALSE(looks_like_header("[]"));
}

TEST(TomlLines, OnlyAWholeLineStandsAlone) {
  EXPECT_TRUE(stands_alone("company.stage = [1, 2]"));
  EXPECT_FALSE(stands_alone("a = [1, 2"));
  EXPECT_FALSE(stands_alone("a = {b = 1"));
  EXPECT_FALSE(stands_alone("a = '''open"));
  EXPECT_FALSE(stands_alone("{ from = 'a' },"));
  EXPECT_FALSE(stands_alone("[a]"));
}

}  // namespace
}  // namespace cxsim
