#include "analysis/plots/effects.hpp"

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
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

EffectCurve rising() {
  EffectCurve curve;
  curve.label = "customer.trust.gain";
  curve.unit = "1/day";
  curve.x = {0, 1, 2};
  curve.mean = {0, 35, 70};
  curve.low = {-10, 25, 60};
  curve.high = {10, 45, 80};
  return curve;
}

EffectCurve listed() {
  EffectCurve curve;
  curve.label = "company.stage";
  curve.x = {0, 1, 2};
  curve.categories = {"slow & steady", "middling", "fast"};
  curve.mean = {70, 0, 30};
  return curve;
}

Effects sample() { return {"Main effects", "NPV, EUR", {rising(), listed()}}; }

// The numbers of the last path of a kind; the key to the marks comes first.
std::vector<double> path_of(const std::string& svg, const std::string& kind) {
  const std::regex path("<path class=\"" + kind + "\"[^>]* d=\"([^\"]*)\"");
  std::string last;
  for (std::sregex_iterator at(svg.begin(), svg.end(), path), end; at != end; ++at) last = (*at)[1];
  std::vector<double> numbers;
  const std::string steps = std::regex_replace(last, std::regex("[A-Za-z]"), " ");
  std::istringstream text(steps);
  for (double number; text >> number;) numbers.push_back(number);
  return numbers;
}

TEST(EffectsSvg, DrawsCurveAndBandAtTheirValues) {
  const std::string svg = effects_svg(sample());
  const ReadBox frame = boxes_of(svg, "frame").at(0);
  // The axis runs from -20 to 80, the first panel from 0 to 2.
  const auto y_of = [&](double value) { return frame.y + (80 - value) / 100 * frame.height; };
  const auto curve = path_of(svg, "curve");
  ASSERT_EQ(curve.size(), 6U);
  EXPECT_NEAR(curve[0], frame.x, .1);
  EXPECT_NEAR(curve[1], y_of(0), .1);
  EXPECT_NEAR(curve[2], frame.x + frame.width / 2, .1);
  EXPECT_NEAR(curve[3], y_of(35), .1);
  EXPECT_NEAR(curve[4], frame.x + frame.width, .1);
  EXPECT_NEAR(curve[5], y_of(70), .1);
  const auto band = path_of(svg, "band");
  ASSERT_EQ(band.size(), 12U);  // there above, and back below
  EXPECT_NEAR(band[1], y_of(10), .1);
  EXPECT_NEAR(band[11], y_of(-10), .1);
}

TEST(EffectsSvg, NamesEveryPanelAndEveryListedText) {
  const std::string svg = effects_svg(sample());
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_THAT(read_xml(svg).texts,
              AllOf(Contains("gain"), Contains("customer.trust"), Contains("slow & steady"),
                    Contains("fast"), Contains("1/day"), Contains("95% band of the mean")));
}

TEST(EffectsSvg, BreaksTheCurveWhereItIsUnknown) {
  Effects effects = sample();
  effects.curves.pop_back();
  EffectCurve& curve = effects.curves[0];
  curve.x = {0, 1, 2, 3, 4};
  curve.mean = {1, 2, not_known, 4, 5};
  curve.low = curve.high = {};
  const std::string svg = effects_svg(effects);
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_EQ(count_of(svg, "<path class=\"curve\""), 2U);
}

TEST(EffectsSvg, SaysWhatIsUnknown) {
  Effects effects = sample();
  effects.curves[0].mean = {not_known, not_known, not_known};
  effects.curves[1].mean.clear();
  const std::string svg = effects_svg(effects);
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_EQ(count_of(svg, ">unknown</text>"), 2U);
  EXPECT_EQ(problem_of_page(effects_svg({"Nothing", "", {}})), "");
  EffectCurve bare;
  EXPECT_EQ(problem_of_page(effects_svg({"Bare", "", {bare}})), "");
}

TEST(EffectsSvg, LeavesFarRunsOutAndSaysSo) {
  Effects effects = sample();
  for (int k = 0; k < 200; ++k) {
    effects.curves[0].sample_x.push_back(k / 100.);
    effects.curves[0].sample_y.push_back(k == 50 ? 1e6 : 40);
  }
  const std::string svg = effects_svg(effects);
  EXPECT_THAT(read_xml(svg).texts, Contains("Up to 1 runs a panel lie outside the scale."));
  EXPECT_EQ(path_of(svg, "points").size(), 199U * 3);  // across, down, and a stroke of length 0
}

TEST(EffectsSvg, DrawsZeroOnlyWhereItIsOnTheScale) {
  EXPECT_THAT(read_xml(effects_svg(sample())).texts, Contains("zero: here the sign turns"));
  Effects far = sample();
  far.curves = {listed()};
  for (double& mean : far.curves[0].mean) mean += 1000;
  EXPECT_THAT(read_xml(effects_svg(far)).texts, Not(Contains("zero: here the sign turns")));
}

TEST(EffectsText, IsATableWithSmallCurves) {
  EXPECT_EQ(effects_text(sample(), 80),
            "Main effects\n"
            "  NPV, EUR\n"
            "\n"
            "  parameter                 from                 to     at low   middle  at high\n"
            "  customer.trust.gain          0  ▁▂▂▃▃▄▅▅▆▆▇▇█  2         0.0     35.0     70.0\n"
            "  company.stage        slow & s…  ███▁▁▁▄▄▄      fast     70.0              30.0\n"
            "    slow & steady: 70.0, middling: 0.0, fast: 30.0\n"
            "\n"
            "  Means; all curves on one scale, ▁ 0.0 to █ 70.0.\n");
}

TEST(EffectsText, StaysWithinItsWidth) {
  Effects effects = sample();
  effects.curves[0].x = {0, 1000000, 2000000};
  effects.curves[1].categories[0] = "a very long listed text";
  effects.curves[0].label = "intervention.\"a very long name of it\".effectiveness";
  for (const int width : {60, 80, 120}) {
    std::istringstream lines(effects_text(effects, width));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(letters_in(line), static_cast<std::size_t>(width)) << line;
  }
}

TEST(EffectsText, SaysWhatIsUnknown) {
  Effects effects = sample();
  effects.curves[0].mean.clear();
  effects.curves[1].mean[1] = not_known;
  EXPECT_THAT(effects_text(effects, 80),
              AllOf(HasSubstr("unknown\n"), HasSubstr("middling: unknown")));
}

}  // namespace
}  // namespace cxsim
