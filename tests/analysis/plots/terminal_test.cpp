#include "analysis/plots/terminal.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(Terminal, CountsLettersNotBytes) {
  EXPECT_EQ(letters_in("Käufer…"), 7U);
  EXPECT_EQ(at_right("ü", 3), "  ü");
  EXPECT_EQ(at_left("ü", 3), "ü  ");
  EXPECT_EQ(at_left("long", 2), "long");
}

TEST(Terminal, CutsAtEitherEnd) {
  EXPECT_EQ(kept_start("Käufer", 6), "Käufer");
  EXPECT_EQ(kept_start("Käufer", 4), "Käu…");
  EXPECT_EQ(kept_end("Käufer", 5), "…ufer");
  EXPECT_EQ(kept_end("Käufer", 1), "…");
  EXPECT_EQ(kept_start("Käufer", 0), "");
}

TEST(Terminal, WrapsBetweenWords) {
  EXPECT_EQ(wrapped("one two three", 10), "  one two\n  three\n");
  EXPECT_EQ(wrapped("one two three", 12, 4), "    one two\n    three\n");
  EXPECT_EQ(wrapped("", 10), "");
}

}  // namespace
}  // namespace cxsim
