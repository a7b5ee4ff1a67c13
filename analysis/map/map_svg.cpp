#include "analysis/map/map_svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/map/map_layout.hpp"
#include "analysis/map/map_legend.hpp"
#include "analysis/map/map_lines.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/report/markup_text.hpp"

namespace cxsim {
namespace {

constexpr double side_margin = 24;
constexpr double least_width = 760;  // that the legend needs
constexpr double corner = 10, largest_corner = 22;

constexpr std::string_view light_style = R"(
svg { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  max-width: 100%; height: auto; color-scheme: light dark; color: #3c4450; }
.page { fill: #ffffff; }
.band { fill: #f4f5f7; }
.heading { fill: #3c4450; font-weight: 650; letter-spacing: .02em; }
.box { fill: #ffffff; stroke: #b9c0ca; stroke-width: 1.2; }
.indirect { stroke-dasharray: 4 3; }
.entry .box { stroke: currentColor; stroke-width: 2; }
.landmark .box { fill: #e9ecf0; stroke: #8a94a3; }
.title, .label { fill: #1b2027; }
.title { font-weight: 600; }
.detail { fill: #5a6472; }
.casing { fill: none; stroke: #ffffff; }
.line { fill: none; stroke: currentColor; stroke-linejoin: round; }
.failure { stroke-dasharray: 6 4; }
.loop .failure { stroke-dasharray: 4 2.5; }
.head { fill: currentColor; stroke: none; }
.sign { fill: #ffffff; stroke: currentColor; stroke-width: 1.8; }
.journey { transition: opacity .15s; }
.lines:hover .journey:not(:hover) { opacity: .15; }
.link:hover .line { stroke-dasharray: none; }
)";

constexpr std::string_view dark_style = R"(@media (prefers-color-scheme: dark) {
svg { color: #c4cad4; }
.page { fill: #14171c; }
.band { fill: #1c2027; }
.heading { fill: #c4cad4; }
.box { fill: #272c35; stroke: #565f6d; }
.entry .box { stroke: currentColor; }
.landmark .box { fill: #323843; stroke: #7d8796; }
.title, .label { fill: #f0f2f5; }
.detail { fill: #a4adba; }
.casing { stroke: #14171c; }
.sign { fill: #14171c; }
)";

std::string style_sheet() {
  std::string light, dark;
  for (std::size_t j = 0; j < journey_colour_count; ++j) {
    const JourneyColour colour = colour_of(JourneyId(j));
    light += fmt::format(".{} {{ color: {}; }}\n", colour_class(JourneyId(j)), colour.on_light);
    dark += fmt::format(".{} {{ color: {}; }}\n", colour_class(JourneyId(j)), colour.on_dark);
  }
  return fmt::format("<style>{}{}{}{}}}\n</style>\n", light_style, light, dark_style, dark);
}

std::string rectangle(std::string_view kind, const Box& box, double radius) {
  return fmt::format(
      "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" "
      "rx=\"{:.0f}\"/>\n",
      kind, box.x, box.y, box.width, box.height, radius);
}

std::string column_svg(const PlacedColumn& column, bool is_stage) {
  std::string out;
  const Box& band = column.band;
  if (is_stage) out += rectangle("band", {band.x - 14, band.y, band.width + 28, band.height}, 12);
  double y = band.y + 20;
  for (const std::string& line : column.heading.lines) {
    out += svg_text({band.x + band.width / 2, y, column.heading.size, "heading", "middle"}, line);
    y += column.heading.size * 1.2;
  }
  return out;
}

// The lines of a block, each below the one before; `y` is left at its lower edge.
std::string block_svg(const TextBlock& block, SvgText at, double leading, double& y) {
  std::string out;
  at.size = block.size;
  for (const std::string& line : block.lines) {
    y += block.size * leading;
    at.y = y - block.size * (leading - .92);
    out += svg_text(at, line);
  }
  return out;
}

std::string words_svg(const PlacedBox& placed) {
  const Box& box = placed.box;
  const double middle = box.x + box.width / 2;
  double y = box.y + (box.height - text_height(placed)) / 2;
  std::string out = block_svg(placed.title, {middle, 0, 0, "title", "middle"}, title_leading, y);
  return out + block_svg(placed.detail, {middle, 0, 0, "detail", "middle"}, detail_leading, y);
}

std::string spoken(const MapPlace& place, const MapContent& content) {
  if (place.kind == MapPlaceKind::entry)
    return "Entry of " + sentence_of(journey_of(place.journey, content));
  std::string words = place.title;
  if (!place.channel.empty()) words += ", channel " + place.channel;
  if (!place.owner.empty()) words += ", owned by " + place.owner;
  return words + (place.contact == Contact::indirect ? ", indirect contact" : "");
}

std::string place_svg(const MapPlace& place, const PlacedBox& placed, const MapContent& content) {
  std::string kind = "landmark";
  double radius = placed.box.height / 2;
  if (place.kind == MapPlaceKind::touchpoint) {
    kind = "touchpoint";
    radius = corner;
  } else if (place.kind == MapPlaceKind::entry) {
    kind = "entry " + colour_class(place.journey);
  }
  const bool indirect = place.contact == Contact::indirect;
  return fmt::format(
      "<g class=\"{}\">{}\n{}{}</g>\n", kind, svg_title(spoken(place, content)),
      rectangle(indirect ? "box indirect" : "box", placed.box, std::min(radius, largest_corner)),
      words_svg(placed));
}

std::string description_of(const MapContent& content) {
  std::string words =
      "Customers enter at the left and move from touchpoint to touchpoint; stages: ";
  bool first = true;
  for (const MapColumn& column : content.columns) {
    if (&column == &content.columns.front() || &column == &content.columns.back()) continue;
    if (column.heading.empty()) continue;
    words += (first ? "" : ", ") + column.heading;
    first = false;
  }
  words += "; journeys: ";
  for (const MapJourney& journey : content.journeys)
    words += (&journey == &content.journeys.front() ? "" : ", ") + journey.title;
  return words + ".";
}

std::string opening(const MapContent& content, double width, double height) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{0:.0f}\" "
      "height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" aria-label=\"{2}\">\n"
      "{3}\n<desc>{4}</desc>\n",
      width, height, markup_text(headline_of(content)), svg_title(headline_of(content)),
      markup_text(description_of(content)));
}

}  // namespace

std::string map_svg(const World& world, const MapOptions& options) {
  const MapContent content = map_content(world, options);
  const MapLayout layout = layout_of(content);
  const double width = std::max(layout.width, least_width);
  const Legend legend = legend_of(content, side_margin, layout.height, width - 2 * side_margin);
  const double height = layout.height + legend.height + side_margin / 2;
  std::string out = opening(content, width, height) + style_sheet();
  out += rectangle("page", {0, 0, width, height}, 0);
  for (std::size_t c = 0; c < content.columns.size(); ++c)
    out += column_svg(layout.columns[c], content.columns[c].kind == MapColumnKind::stage);
  out += lines_svg(content, layout);
  for (std::size_t p = 0; p < content.places.size(); ++p)
    out += place_svg(content.places[p], layout.boxes[p], content);
  return out + legend.svg + "</svg>\n";
}

}  // namespace cxsim
