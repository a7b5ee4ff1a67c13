#include "analysis/plots/text_fit.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

constexpr TextFrame frame{100, 13, 9, 2};

TEST(TextFit, KeepsShortWordsOnOneLargeLine) {
  const TextBlock block = fit_text("Website", frame);
  EXPECT_EQ(block.lines, std::vector<std::string>{"Website"});
  EXPECT_EQ(block.size, 13);
}

TEST(TextFit, WrapsBetweenWords) {
  EXPECT_EQ(fit_text("Installation at home", frame).lines,
            (std::vector<std::string>{"Installation at", "home"}));
}

TEST(TextFit, ShrinksAWordThatIsTooLong) {
  const TextBlock block = fit_text("Customer-relations", frame);
  EXPECT_EQ(block.lines.size(), 1U);
  EXPECT_LT(block.size, 13);
}

TEST(TextFit, CutsWhatNeverFits) {
  const TextBlock block = fit_text(std::string(200, 'm'), frame);
  ASSERT_EQ(block.lines.size(), 2U);
  EXPECT_EQ(block.size, 9);
  EXPECT_EQ(block.lines[1].substr(block.lines[1].size() - 3), "…");
  for (const std::string& line : block.lines) EXPECT_LE(text_width(line, 9), 100);
}

TEST(TextFit, BreaksBetweenLettersOnly) {
  std::string umlauts;
  for (int k = 0; k < 60; ++k) umlauts += "ü";
  for (const std::string& line : fit_text(umlauts, frame).lines) {
    const std::string letters = line.substr(0, line.find("…"));
    EXPECT_EQ(letters.size() % 2, 0U);
    EXPECT_EQ(letters.substr(0, 2), "ü");
  }
}

TEST(TextFit, HasNoLinesForNoWords) { EXPECT_TRUE(fit_text("  ", frame).lines.empty()); }

}  // namespace
}  // namespace cxsim
