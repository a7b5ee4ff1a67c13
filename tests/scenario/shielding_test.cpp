#include "scenario/shielding.hpp"

#include <gtest/gtest.h>

#include "scenario/source_text.hpp"

namespace cxsim {
namespace {

TEST(Shielding, GivesEveryByteBack) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  EXPECT_EQ(unshielded(shielded(all)), all);
  EXPECT_TRUE(is_utf8(shielded(all)));
}

TEST(Shielding, ShieldsItsOwnShields) {
  EXPECT_EQ(unshielded(shielded(shielded("ü"))), shielded("ü"));
}

TEST(Shielding, LeavesAsciiAloneAndLosesTheByteOrderMark) {
  EXPECT_EQ(shielded("a = 'b'\n"), "a = 'b'\n");
  EXPECT_EQ(shielded("\xEF\xBB\xBF"
                     "a"),
            "a");
}

TEST(Shielding, LeavesCharactersThatWereEscaped) {
  EXPECT_EQ(unshielded("ü\xF4\x80\x80\x80"), "ü\xF4\x80\x80\x80");
  EXPECT_EQ(unshielded("\xF4\x80"), "\xF4\x80");
}

TEST(Shielding, FindsEscapesThatSpellAShield) {
  EXPECT_EQ(unshieldable_escape("a = '\\U001000FC'"), 5U);
  EXPECT_EQ(unshieldable_escape("a = '\\U0001F600'"), std::nullopt);
}

}  // namespace
}  // namespace cxsim
