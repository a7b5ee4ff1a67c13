#include "analysis/plots/interactions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "analysis/plots/plot_reading.hpp"
#include "analysis/plots/terminal.hpp"
#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

InteractionMap sample() {
  return {"What makes NPV vary",
          {"customer.trust.gain", "intervention.\"A & B\".effectiveness", "company.size"},
          {.42, .01, .05,   //
           .01, .29, .001,  //
           .05, .001, not_known}};
}

InteractionMap sized(std::size_t count) {
  InteractionMap map{"Many", {}, std::vector<double>(count * count, .001)};
  for (std::size_t k = 0; k < count; ++k)
    map.labels.push_back("section.parameter_" + std::to_string(k));
  return map;
}

TEST(InteractionsSvg, HasACellForEveryPairAndEveryParameter) {
  const std::string svg = interactions_svg(sample());
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_EQ(count_of(svg, "<rect class=\"cell\""), 5U);
  EXPECT_EQ(count_of(svg, "<rect class=\"gap\""), 1U);
  EXPECT_EQ(count_of(svg, "<rect class=\"alone\""), 3U);
  EXPECT_THAT(read_xml(svg).texts, AllOf(Contains("0.42"), Contains("0.29"), Contains("0.05"),
                                         Contains("0"), Contains("?")));
  EXPECT_TRUE(read_xml(svg).has_title_starting("company.size with customer.trust.gain: 0.050"));
  EXPECT_TRUE(
      read_xml(svg).has_title_starting("intervention.\"A & B\".effectiveness alone: 0.290"));
}

TEST(InteractionsSvg, ColoursTheLargestDarkest) {
  const std::string svg = interactions_svg(sample());
  EXPECT_EQ(count_of(svg, "style=\"fill: #152f5e\""), 1U);  // the dark end: .42 alone
}

TEST(InteractionsSvg, StaysOnThePageWithThirtyParametersAndCountsTheOthers) {
  const std::string svg = interactions_svg(sized(42));
  EXPECT_EQ(problem_of_page(svg), "");
  const auto cells = boxes_of(svg, "cell");
  ASSERT_EQ(cells.size(), 30U * 31 / 2);
  EXPECT_LE(cells.back().x + cells.back().width, 960 - 8);
  EXPECT_THAT(read_xml(svg).texts,
              Contains("and 12 more, each at most 0.0010, alone and in pairs"));
}

TEST(InteractionsSvg, StandsWithOneParameterNoneOrNoValues) {
  EXPECT_EQ(problem_of_page(interactions_svg(sized(1))), "");
  EXPECT_EQ(problem_of_page(interactions_svg(sized(0))), "");
  InteractionMap bare = sample();
  bare.values.clear();
  EXPECT_EQ(problem_of_page(interactions_svg(bare)), "");
  EXPECT_EQ(count_of(interactions_svg(bare), "<rect class=\"gap\""), 6U);
}

TEST(InteractionsText, IsATableBelowItsDiagonal) {
  EXPECT_EQ(interactions_text(sample(), 80),
            "What makes NPV vary\n"
            "\n"
            "                                            1    2    3\n"
            "   1  customer.trust.gain                0.42\n"
            "   2  intervention.\"A & B\".effectiveness 0.01 0.29\n"
            "   3  company.size                       0.05    0    ?\n"
            "\n"
            "  Strongest pairs\n"
            "  0.05  customer.trust.gain × company.size\n"
            "  0.01  customer.trust.gain × intervention.\"A & B\".effectiveness\n"
            "\n"
            "  On the diagonal each parameter alone (first order), below it what a pair adds\n"
            "  together; ? unknown.\n");
}

TEST(InteractionsText, StaysWithinItsWidthAndCountsTheOthers) {
  for (const int width : {60, 80, 120}) {
    std::istringstream lines(interactions_text(sized(42), width));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(letters_in(line), static_cast<std::size_t>(width)) << line;
  }
  EXPECT_THAT(interactions_text(sized(42), 80), HasSubstr("each at most 0.0010"));
}

}  // namespace
}  // namespace cxsim
