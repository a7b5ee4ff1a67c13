#include "analysis/plots/tornado.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "analysis/plots/plot_reading.hpp"
#include "analysis/plots/terminal.hpp"

namespace cxsim {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

TornadoBar bar(std::string label, double low, double high) {
  TornadoBar one;
  one.label = std::move(label);
  one.low = low;
  one.high = high;
  one.low_value = "1";
  one.high_value = "9";
  return one;
}

Tornado sample() {
  return {"What NPV leans on",
          "NPV, EUR",
          40,
          {bar("customer.trust.gain", -20, 80), bar("company.size", 60, 20)}};
}

TEST(TornadoSvg, EndsBarsAtTheirOutcomes) {
  const std::string svg = tornado_svg(sample());
  const auto ticks = uprights_of(svg, "grid");  // -20, -10 ... 80: eleven would be too many
  ASSERT_EQ(ticks.size(), 6U);                  // -20, 0, 20, 40, 60, 80
  const auto x_of = [&](double value) {
    return ticks[0] + (value + 20) / 100 * (ticks[5] - ticks[0]);
  };
  const auto low = boxes_of(svg, "low"), high = boxes_of(svg, "high");
  ASSERT_EQ(low.size(), 3U);  // the first shows what the colour means
  EXPECT_NEAR(low[1].x, x_of(-20), .1);
  EXPECT_NEAR(low[1].x + low[1].width, x_of(40), .2);
  EXPECT_NEAR(high[1].x, x_of(40), .1);
  EXPECT_NEAR(high[1].x + high[1].width, x_of(80), .2);
  EXPECT_NEAR(low[2].x, x_of(40), .1);  // the low end of the second raises the outcome
  EXPECT_NEAR(low[2].x + low[2].width, x_of(60), .2);
  EXPECT_NEAR(high[2].x, x_of(20), .1);
  EXPECT_NEAR(uprights_of(svg, "middle").at(0), x_of(40), .1);
  EXPECT_NEAR(uprights_of(svg, "zero").at(1), x_of(0), .1);
}

TEST(TornadoSvg, DrawsZeroOnlyWhereTheAxisReachesIt) {
  Tornado far = sample();
  far.middle += 1000;
  for (TornadoBar& one : far.bars) one.low += 1000, one.high += 1000;
  EXPECT_TRUE(uprights_of(tornado_svg(far), "zero").empty());
  EXPECT_THAT(read_xml(tornado_svg(far)).texts, Not(Contains("zero: here the sign turns")));
  EXPECT_THAT(read_xml(tornado_svg(sample())).texts, Contains("zero: here the sign turns"));
}

TEST(TornadoSvg, SharesTheBarWhereBothEndsLieOnOneSide) {
  Tornado tornado = sample();
  tornado.bars = {bar("a.b", 60, 80)};
  const auto low = boxes_of(tornado_svg(tornado), "low").at(1);
  const auto high = boxes_of(tornado_svg(tornado), "high").at(1);
  EXPECT_NEAR(low.y + low.height, high.y, .11);
  EXPECT_NEAR(low.x, high.x, .01);
  EXPECT_LT(low.width, high.width);
}

TEST(TornadoSvg, IsAPageThatSpeaksAndEscapes) {
  Tornado tornado = sample();
  tornado.title = "A & <B> \"C\"";
  tornado.bars[0].label = "intervention.\"x < y\".effectiveness";
  tornado.bars[0].low_value = "<1 & 2>";
  const std::string svg = tornado_svg(tornado);
  EXPECT_EQ(problem_of_page(svg), "");
  EXPECT_TRUE(read_xml(svg).has_title_starting("A & <B> \"C\""));
  EXPECT_TRUE(
      read_xml(svg).has_title_starting("intervention.\"x < y\".effectiveness: -20 at <1 & 2>"));
  EXPECT_THAT(read_xml(svg).texts,
              AllOf(Contains("effectiveness"), Contains("intervention.\"x < y\"")));
}

TEST(TornadoSvg, SaysWhatIsUnknown) {
  Tornado tornado = sample();
  tornado.bars[1].low = tornado.bars[1].high = not_known;
  EXPECT_EQ(problem_of_page(tornado_svg(tornado)), "");
  EXPECT_THAT(read_xml(tornado_svg(tornado)).texts, Contains("unknown"));
  EXPECT_EQ(boxes_of(tornado_svg(tornado), "low").size(), 2U);
  tornado.middle = not_known;
  EXPECT_EQ(problem_of_page(tornado_svg(tornado)), "");
  EXPECT_EQ(problem_of_page(tornado_svg({"Nothing", "", not_known, {}})), "");
}

TEST(TornadoSvg, CountsTheOthers) {
  Tornado tornado = sample();
  tornado.bars.assign(30, bar("a.b", 0, 80));
  for (int k = 0; k < 12; ++k) tornado.bars.push_back(bar("c.d", 38, 42.5));
  const std::string svg = tornado_svg(tornado);
  EXPECT_EQ(boxes_of(svg, "low").size(), 31U);
  EXPECT_THAT(read_xml(svg).texts, Contains("and 12 more, each at most 4.5 wide"));
}

TEST(TornadoSvg, DrawsIntervalsAsWhiskers) {
  Tornado tornado = sample();
  EXPECT_EQ(count_of(tornado_svg(tornado), "class=\"whisker\""), 0U);
  tornado.bars[0].low_interval = {-30, -10};
  EXPECT_EQ(count_of(tornado_svg(tornado), "class=\"whisker\""), 6U);  // one, and what it means
}

TEST(TornadoText, IsATableWithAChart) {
  EXPECT_EQ(tornado_text(sample(), 60),
            "What NPV leans on\n"
            "  NPV, EUR\n"
            "\n"
            "  parameter                                  at low  at high\n"
            "  customer.trust.gain  ░░░░║░░░░░░│███████      -20       80\n"
            "  company.size             ║  ████│░░░           60       20\n"
            "                       -20              80\n"
            "\n"
            "  ░ outcome at the parameter's low end, █ at its high end, ▒\n"
            "  both; │ all in the middle: 40; ║ zero: here the sign\n"
            "  turns.\n");
}

TEST(TornadoText, TellsValuesAndHalfIntervalsWhereThereIsRoom) {
  Tornado tornado = sample();
  tornado.bars[0].low_interval = {-32, -8};
  const std::string text = tornado_text(tornado, 100);
  EXPECT_THAT(text, HasSubstr("customer.trust.gain  1 to 9  "));
  EXPECT_THAT(text, HasSubstr("  -20 ±12       80\n"));
  EXPECT_THAT(text, HasSubstr("± half of the 95% interval."));
}

TEST(TornadoText, StaysWithinItsWidth) {
  Tornado tornado = sample();
  tornado.bars.push_back(bar("intervention.\"a very long name of it\".effectiveness", 1, 79));
  tornado.bars[0].low_value = "reactive and slow", tornado.bars[0].high_value = "customer-led";
  tornado.bars[1].low = not_known;
  for (const int width : {60, 80, 120}) {
    std::istringstream lines(tornado_text(tornado, width));
    for (std::string line; std::getline(lines, line);)
      EXPECT_LE(letters_in(line), static_cast<std::size_t>(width)) << line;
  }
  EXPECT_THAT(tornado_text(tornado, 80), HasSubstr("unknown"));
}

}  // namespace
}  // namespace cxsim
