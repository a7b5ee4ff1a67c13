#include "analysis/map/map_layout.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "analysis/map/map_sample.hpp"

namespace cxsim {
namespace {

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

Box around(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y) - 2, std::abs(a.x - b.x), std::abs(a.y - b.y) + 4};
}

// The straight parts of a route past columns; its curves run where no box stands.
std::vector<Box> level_parts(const MapRoute& route) {
  std::vector<Box> parts;
  if (route.shape == RouteShape::across)
    for (std::size_t k = 1; k + 1 < route.knots.size(); k += 2)
      parts.push_back(around(route.knots[k], route.knots[k + 1]));
  return parts;
}

bool curves_stay_between_columns(const MapRoute& route, const MapLayout& layout) {
  for (std::size_t k = 0; k + 1 < route.knots.size(); k += 2)
    for (const PlacedColumn& column : layout.columns) {
      const double left = std::min(route.knots[k].x, route.knots[k + 1].x);
      const double right = std::max(route.knots[k].x, route.knots[k + 1].x);
      if (left < column.band.right() - .01 && column.band.x + .01 < right) return false;
    }
  return true;
}

// What must hold of every map; the first thing that does not.
std::string fault_of(const MapContent& content, const MapLayout& layout) {
  for (std::size_t a = 0; a < layout.boxes.size(); ++a) {
    const PlacedBox& placed = layout.boxes[a];
    const std::string& title = content.places[a].title;
    if (!overlap(placed.box, layout.columns[content.places[a].column].band))
      return title + " left its column";
    if (text_height(placed) > placed.box.height) return title + " is too high for its box";
    for (const TextBlock& block : {placed.title, placed.detail})
      for (const std::string& line : block.lines)
        if (text_width(line, block.size) > placed.box.width) return line + " is too wide";
    if (placed.box.x < 0 || placed.box.y < 0 || placed.box.right() > layout.width ||
        placed.box.bottom() > layout.height)
      return title + " left the page";
    for (std::size_t b = 0; b < a; ++b)
      if (overlap(placed.box, layout.boxes[b].box))
        return title + " overlaps " + content.places[b].title;
    for (const MapRoute& route : layout.routes)
      for (const Box& part : level_parts(route))
        if (overlap(part, placed.box)) return "a line passes through " + title;
  }
  for (const MapRoute& route : layout.routes)
    if (route.shape == RouteShape::across && !curves_stay_between_columns(route, layout))
      return "a curve enters a column";
  return "";
}

TEST(MapLayout, KeepsEverythingApart) {
  const MapContent content = map_content(sample_world(), {});
  EXPECT_EQ(fault_of(content, layout_of(content)), "");
}

TEST(MapLayout, OrdersColumnsByFirstStage) {
  const MapContent content = map_content(sample_world(), {});
  std::vector<std::string> headings;
  for (const MapColumn& column : content.columns) headings.push_back(column.heading);
  EXPECT_EQ(headings, (std::vector<std::string>{"Entry", "Aware", "Consider", "Buy", "", "Start",
                                                "Use", "Support", "Renew", "Close"}));
  const MapLayout layout = layout_of(content);
  for (std::size_t c = 0; c + 1 < layout.columns.size(); ++c)
    EXPECT_LT(layout.columns[c].band.right() + 40, layout.columns[c + 1].band.x);
}

TEST(MapLayout, SetsParallelLinesSideBySide) {
  const MapContent content = map_content(sample_world(), {});
  const MapLayout layout = layout_of(content);
  std::map<std::pair<std::size_t, std::size_t>, std::vector<const MapRoute*>> bundles;
  for (const MapRoute& route : layout.routes) {
    const MapLink& link = content.links[route.link];
    if (link.from != link.to) bundles[{link.from, link.to}].push_back(&route);
  }
  std::size_t parallel = 0;
  for (const auto& [ends, routes] : bundles)
    for (std::size_t k = 1; k < routes.size(); ++k, ++parallel) {
      const Point a = routes[k - 1]->knots.back(), b = routes[k]->knots.back();
      EXPECT_GT(std::abs(a.x - b.x) + std::abs(a.y - b.y), 6);
    }
  EXPECT_GE(parallel, 5U);
}

TEST(MapLayout, FitsLongTitles) {
  std::vector<Touchpoint> touchpoints = sample_touchpoints();
  touchpoints[10].title = "Donaudampfschifffahrtsgesellschaftskundendienstrufnummer";
  touchpoints[11].title =
      "A visit by one of our technicians at a time that suits the household and its neighbours";
  touchpoints[12].channel = "telephone, chat, letter, branch office and partner shops alike";
  const MapContent content =
      map_content(sample_world(std::move(touchpoints), sample_journeys()), {});
  EXPECT_EQ(fault_of(content, layout_of(content)), "");
}

TEST(MapContent, SharesAddUpToOne) {
  const MapContent content = map_content(sample_world(), {});
  std::map<std::tuple<std::size_t, JourneyId, bool>, double> sums;
  for (const MapLink& link : content.links)
    sums[{link.from, link.journey, link.on == EdgeOutcome::failure}] +=
        static_cast<double>(link.chance);
  for (const auto& [group, sum] : sums) EXPECT_NEAR(sum, 1, 1e-5);
}

TEST(MapContent, TellsWhatAnUnresolvedCloseStarts) {
  const MapContent content = map_content(sample_world(), {});
  EXPECT_EQ(content.journeys[1].note, "unresolved starts Fix a nagging problem, 60%");
  EXPECT_EQ(content.journeys[2].note, "");
}

Journey random_journey(std::size_t name, const std::vector<Touchpoint>& touchpoints) {
  Journey journey = sample_journey("j" + std::to_string(name), "Journey", {});
  std::vector<std::string> starts = {"entry"}, ends = {"resolved", "abandoned"};
  for (const Touchpoint& touchpoint : touchpoints) {
    starts.push_back(touchpoint.name);
    ends.push_back(touchpoint.name);
  }
  const auto count = *rc::gen::inRange(1, 12);
  for (int k = 0; k < count; ++k)
    journey.edges.push_back(sample_edge(
        *rc::gen::elementOf(starts), *rc::gen::elementOf(ends),
        *rc::gen::element(EdgeOutcome::success, EdgeOutcome::failure, EdgeOutcome::always), 1));
  return journey;
}

RC_GTEST_PROP(MapLayout, KeepsAnyFirmApart, ()) {
  std::vector<Touchpoint> touchpoints;
  const auto count = *rc::gen::inRange<std::size_t>(1, 12);
  for (std::size_t t = 0; t < count; ++t)
    touchpoints.push_back(sample_touchpoint("t" + std::to_string(t), "Touchpoint", "web",
                                            *rc::gen::element<std::string>("a", "b", "c", "d"), 0));
  std::vector<Journey> journeys;
  const auto walks = *rc::gen::inRange<std::size_t>(1, 5);
  for (std::size_t j = 0; j < walks; ++j) journeys.push_back(random_journey(j, touchpoints));
  const MapContent content = map_content(sample_world(touchpoints, journeys), {});
  RC_ASSERT(fault_of(content, layout_of(content)) == "");
}

}  // namespace
}  // namespace cxsim
