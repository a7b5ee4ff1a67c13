#include "scenario/toml_tokens.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cxsim {
namespace {

TEST(TomlTokens, QuotesOnlyTheKeysThatNeedIt) {
  EXPECT_EQ(key_token("p_fail-2"), "p_fail-2");
  EXPECT_EQ(key_token("call centre"), "\"call centre\"");
  EXPECT_EQ(key_token("a.b"), "\"a.b\"");
  EXPECT_EQ(key_token(""), "\"\"");
}

TEST(TomlTokens, JoinsKeysWithDots) {
  EXPECT_EQ(join_key("", "company"), "company");
  EXPECT_EQ(join_key("touchpoint", "a.b"), "touchpoint.\"a.b\"");
}

TEST(TomlTokens, EscapesWhatATextCannotHold) {
  EXPECT_EQ(text_token("a\"b\\c\n\x7F"), "\"a\\\"b\\\\c\\n\\u007F\"");
  EXPECT_EQ(text_token("über"), "\"über\"");
}

TEST(TomlTokens, NumbersStayShortAndRecognisable) {
  EXPECT_EQ(number_token(0.1), "0.1");
  EXPECT_EQ(number_token(3), "3.0");
  EXPECT_EQ(number_token(-0.0), "-0.0");
  EXPECT_EQ(number_token(100000000), "100000000.0");
  EXPECT_EQ(number_token(1e22), "1e+22");
  EXPECT_EQ(number_token(-std::numeric_limits<double>::infinity()), "-inf");
  EXPECT_EQ(plain_number(3), "3");
  EXPECT_EQ(plain_number(std::numeric_limits<double>::quiet_NaN()), "nan");
}

}  // namespace
}  // namespace cxsim
