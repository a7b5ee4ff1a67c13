#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/map/map_sample.hpp"
#include "analysis/map/map_svg.hpp"
#include "analysis/map/xml_reading.hpp"

namespace cxsim {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

TEST(MapSvg, NamesEveryTouchpointJourneyAndOwner) {
  const World world = sample_world();
  const std::string svg = map_svg(world);
  const XmlReading page = read_xml(svg);
  for (const Touchpoint& touchpoint : world.touchpoints) {
    const std::string& owner = world.company.departments[touchpoint.owner.index()].title;
    EXPECT_TRUE(page.has_title_starting(touchpoint.title + ", channel " + touchpoint.channel +
                                        ", owned by " + owner))
        << touchpoint.title;
  }
  for (const Journey& journey : world.journeys) {
    EXPECT_TRUE(page.has_title_starting("Entry of " + journey.title)) << journey.title;
    EXPECT_THAT(page.texts, ::testing::Contains(journey.title));  // in the legend
  }
  for (const std::string stage : {"Aware", "Consider", "Buy", "Start", "Support", "Renew"})
    EXPECT_THAT(page.texts, ::testing::Contains(stage));
}

TEST(MapSvg, IsWellFormedAndSpeaks) {
  const XmlReading page = read_xml(map_svg(sample_world()));
  EXPECT_EQ(page.problem, "");
  ASSERT_FALSE(page.titles.empty());
  EXPECT_EQ(page.titles[0], "Journey map: 14 touchpoints, 6 journeys");
  EXPECT_THAT(page.text, HasSubstr("role=\"img\""));
  EXPECT_THAT(page.text, HasSubstr("<desc>Customers enter at the left"));
  EXPECT_THAT(page.text, HasSubstr("prefers-color-scheme: dark"));
}

TEST(MapSvg, EscapesWhatPeopleWrite) {
  World world = sample_world();
  world.touchpoints[1].title = "Web & <shop> \"24/7\" it's\x01";
  world.touchpoints[1].channel = "<&>";
  world.journeys[0].title = "</svg><script>";
  world.company.departments[2].title = "R&D";
  const std::string svg = map_svg(world);
  const XmlReading page = read_xml(svg);
  EXPECT_EQ(page.problem, "");
  EXPECT_THAT(svg, Not(HasSubstr("<script>")));
  EXPECT_TRUE(page.has_title_starting("Web & <shop> \"24/7\" it's , channel <&>, owned by R&D"));
}

TEST(MapSvg, GivesEveryEdgeItsSentence) {
  const World world = sample_world();
  const XmlReading page = read_xml(map_svg(world));
  for (const std::string sentence :
       {"Fix a nagging problem: entry → Self-service app, 80%",
        "Fix a nagging problem: Call centre → Technician's visit on success, 30%",
        "Fix a nagging problem: entry → Technician's visit, 0.6%",
        "Join: Purchase → Declined on failure, 100%",
        "Join: Website → Sales conversation on either outcome, 100%",
        "Use: Everyday use of the product → Abandoned on failure, 100%"})
    EXPECT_THAT(page.titles, ::testing::Contains(sentence));
  EXPECT_EQ(count(page.text, "<g class=\"link"), num_edges(world.graph));
}

TEST(MapSvg, LoopsBackAboveTheBox) {
  const XmlReading page = read_xml(map_svg(sample_world()));
  EXPECT_EQ(count(page.text, "<g class=\"link loop\">"), 17U);
  EXPECT_THAT(page.titles,
              ::testing::Contains("Renew: Renewal offer → Renewal offer on failure, 100%"));
}

TEST(MapSvg, MarksWhatFollowsTheCustomersState) {
  World world = sample_world();
  const std::string signs = "<circle class=\"sign\"";
  EXPECT_EQ(count(map_svg(world), signs), 2U);  // on the line and in the legend
  EXPECT_THAT(read_xml(map_svg(world)).titles,
              ::testing::Contains("Fix a nagging problem: Self-service app → Call centre on "
                                  "failure, 33% before the customer's state draws "
                                  "(valence -2, failures +1)"));
  for (const auto& edge : boost::make_iterator_range(edges(world.graph)))
    world.graph[edge].slopes = {};
  EXPECT_EQ(count(map_svg(world), signs), 0U);
}

TEST(MapSvg, DashesFailuresOnly) {
  const World world = sample_world();
  std::size_t failures = 0;
  for (const auto& edge : boost::make_iterator_range(edges(world.graph)))
    if (world.graph[edge].on == EdgeOutcome::failure) ++failures;
  const std::size_t in_legend = 2;
  EXPECT_EQ(count(map_svg(world), "class=\"line failure\""), failures + in_legend);
}

TEST(MapSvg, WidensWithTheChance) {
  const World world = sample_world();
  const auto width_of = [&](const std::string& sentence) {
    const std::string svg = map_svg(world);
    const auto at = svg.find("stroke-width=\"", svg.find("<title>" + sentence)) + 14;
    return std::stod(svg.substr(at));
  };
  EXPECT_GT(width_of("Join: Monthly bill → Resolved on success, 60%"),
            width_of("Join: Monthly bill → Call centre on success, 40%"));
}

TEST(MapSvg, ShowsOneJourneyAlone) {
  const World world = sample_world();
  const XmlReading page = read_xml(map_svg(world, {JourneyId(3)}));
  EXPECT_EQ(page.titles[0], "Journey map: 2 touchpoints, 1 journey");
  EXPECT_THAT(page.text, HasSubstr("Question the bill"));
  for (const std::string other : {"Join", "Renewal", "Website", "Purchase", "Declined", "Aware"})
    EXPECT_THAT(page.text, Not(HasSubstr(other)));
}

TEST(MapSvg, LeavesOutEdgesThatNobodyTakes) {
  World world = sample_world();
  const std::size_t before = count(map_svg(world), "<g class=\"link");
  const auto [first, last] = edges(world.graph);
  world.graph[*first].weight = 0;
  EXPECT_EQ(count(map_svg(world), "<g class=\"link"), before - 1);
}

TEST(MapSvg, StandsWithoutJourneys) {
  const World world = sample_world(sample_touchpoints(), {});
  EXPECT_EQ(read_xml(map_svg(world)).problem, "");
  EXPECT_EQ(read_xml(map_svg(sample_world({}, {}))).problem, "");
}

TEST(MapSvg, IsTheSameEveryTime) { EXPECT_EQ(map_svg(sample_world()), map_svg(sample_world())); }

}  // namespace
}  // namespace cxsim
