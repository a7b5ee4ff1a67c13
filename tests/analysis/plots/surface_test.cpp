#include "analysis/plots/surface.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/plots/plot_reading.hpp"
#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// -100 and 300 over each of two values of y: zero at x = 1.25.
Surface sample() {
  Surface surface;
  surface.title = "NPV over two parameters";
  surface.outcome = "NPV, EUR";
  surface.x = {"customer.trust.gain", "1/day", {1, 2}, false, {}};
  surface.y = {"company.size", "1", {10, 1000}, true, {}};
  surface.mean = {-100, 300, -100, 300};
  return surface;
}

TEST(SurfaceSvg, DrawsTheContourWhereTheSignTurns) {
  const std::string svg = surface_svg(sample());
  EXPECT_EQ(problem_of_page(svg), "");
  const auto tiles = boxes_of(svg, "tile");
  const ReadBox left = tiles.at(0), right = tiles.at(1), upper = tiles.at(2);
  // Cells meet half way; their middles stand at x = 1 and x = 2, and at the two values of y.
  EXPECT_NEAR(left.x + left.width, right.x, .11);
  const double middle = left.x + left.width / 2, next = right.x + right.width / 2;
  const std::regex contour("class=\"contour\" d=\"M([0-9.]+) ([0-9.]+)L([0-9.]+) ([0-9.]+)\"");
  std::smatch ends;
  ASSERT_TRUE(std::regex_search(svg, ends, contour));
  EXPECT_NEAR(std::stod(ends[1]), middle + .25 * (next - middle), .15);
  EXPECT_NEAR(std::stod(ends[3]), middle + .25 * (next - middle), .15);
  EXPECT_LT(upper.y, left.y);                   // large values of y stand above
  EXPECT_NEAR(upper.height, left.height, .11);  // in logarithms both cells are as high
}

TEST(SurfaceSvg, HasNoContourWhereTheSignStays) {
  Surface surface = sample();
  for (double& mean : surface.mean) mean += 1000;
  const std::string svg = surface_svg(surface);
  EXPECT_THAT(read_xml(svg).texts, Not(Contains("zero: here the sign turns")));
  EXPECT_EQ(count_of(svg, "<path class=\"contour\""), 0U);
}

TEST(SurfaceSvg, ShowsRunsUnknownCellsAndNumbersThatFit) {
  Surface surface = sample();
  surface.mean[2] = not_known;
  surface.sample_x = {1.2, 1.9, 55};  // the last lies outside
  surface.sample_y = {20, 900, 20};
  const std::string svg = surface_svg(surface);
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_EQ(count_of(svg, "<circle class=\"sample\""), 3U);  // two, and what they mean
  EXPECT_THAT(read_xml(svg).texts, AllOf(Contains("unknown"), Contains("300"), Contains("-100"),
                                         Contains("log scale"), Contains("1/day")));
}

TEST(SurfaceSvg, NamesListedTexts) {
  Surface surface = sample();
  surface.y = {"company.stage", "", {0, 1}, false, {"slow & steady", "fast"}};
  const std::string svg = surface_svg(surface);
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_THAT(read_xml(svg).texts, AllOf(Contains("slow & steady"), Contains("fast")));
}

TEST(SurfaceSvg, StandsWithoutValues) {
  EXPECT_EQ(problem_of_page(surface_svg({})), "");
  Surface surface = sample();
  surface.mean.clear();
  EXPECT_EQ(problem_of_page(surface_svg(surface)), "");
  EXPECT_THAT(surface_text(surface, 80), HasSubstr("unknown"));
}

TEST(SurfaceText, IsATableWithTheLargestValueAbove) {
  Surface surface = sample();
  surface.mean[3] = not_known;
  EXPECT_EQ(surface_text(surface, 80),
            "NPV over two parameters\n"
            "  NPV, EUR\n"
            "  across: customer.trust.gain, 1/day\n"
            "  down: company.size\n"
            "\n"
            "               1        2\n"
            "  1,000     -100  unknown\n"
            "     10     -100      300\n");
}

TEST(SurfaceText, ChoosesEvenlyFromAFineGrid) {
  Surface surface = sample();
  surface.x.at.clear();
  surface.mean.clear();
  for (int k = 0; k < 101; ++k) surface.x.at.push_back(k);
  surface.mean.assign(202, 1);
  const std::string text = surface_text(surface, 200);
  EXPECT_THAT(text, AllOf(HasSubstr("        0        9       18 "), HasSubstr("      100\n")));
}

}  // namespace
}  // namespace cxsim
