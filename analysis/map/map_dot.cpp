#include "analysis/map/map_dot.hpp"

#include <fmt/format.h>

namespace cxsim {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out + '"';
}

std::string joined(std::string_view first, std::string_view second, std::string_view between) {
  if (first.empty() || second.empty()) return fmt::format("{}{}", first, second);
  return fmt::format("{}{}{}", first, between, second);
}

std::string vertex_name(const MapPlace& place) {
  const bool is_touchpoint = place.kind == MapPlaceKind::touchpoint;
  return quoted((is_touchpoint ? "touchpoint " : "") + place.name);
}

std::string style_of(const MapPlace& place) {
  switch (place.kind) {
    case MapPlaceKind::entry: {
      const std::string_view colour = colour_of(place.journey).on_light;
      return fmt::format("shape=box, style=rounded, color=\"{}\", penwidth=2", colour);
    }
    case MapPlaceKind::purchase:
      return "shape=diamond";
    case MapPlaceKind::ending:
      return "shape=box, style=\"rounded,bold\"";
    case MapPlaceKind::touchpoint:
      break;
  }
  const bool direct = place.contact == Contact::direct;
  return fmt::format("shape=box, style=\"rounded{}\"", direct ? "" : ",dashed");
}

std::string vertex_line(const MapPlace& place, const MapContent& content) {
  std::string detail = joined(place.channel, place.owner, " · ");
  std::string tooltip;
  if (place.kind == MapPlaceKind::entry) {
    const MapJourney& journey = journey_of(place.journey, content);
    detail = journey.note;
    tooltip = fmt::format(", tooltip={}", quoted(sentence_of(journey)));
  }
  return fmt::format("{} [label={}, {}{}];\n", vertex_name(place),
                     quoted(joined(place.title, detail, "\n")), style_of(place), tooltip);
}

void add_column(std::size_t column, const MapContent& content, std::string& out) {
  std::string lines;
  for (const MapPlace& place : content.places) {
    if (place.column != column) continue;
    lines += "    " + vertex_line(place, content);
  }
  if (content.columns[column].kind != MapColumnKind::stage) {
    out += fmt::format("  {{\n    rank=same;\n{}  }}\n", lines);
    return;
  }
  out += fmt::format("  subgraph cluster_{} {{\n    label={};\n{}  }}\n", column,
                     quoted(content.columns[column].heading), lines);
}

// Keeps the stages in their order: links onward span their columns, links back rank nobody.
std::string rank_of(const MapLink& link, const MapContent& content) {
  const std::size_t from = content.places[link.from].column, to = content.places[link.to].column;
  if (to < from) return ", constraint=false";
  return to > from + 1 ? fmt::format(", minlen={}", to - from) : "";
}

std::string edge_line(const MapLink& link, const MapContent& content) {
  const bool is_sure = link.chance > .995F;
  return fmt::format("  {} -> {} [label={}, color=\"{}\", penwidth={:.2f}{}{}{}, tooltip={}];\n",
                     vertex_name(content.places[link.from]), vertex_name(content.places[link.to]),
                     quoted(is_sure ? "" : percent(link.chance)), colour_of(link.journey).on_light,
                     1 + 3 * link.chance, rank_of(link, content),
                     link.on == EdgeOutcome::failure ? ", style=dashed" : "",
                     link.slopes.any() ? ", dir=both, arrowtail=odot" : "",
                     quoted(sentence_of(link, content)));
}

}  // namespace

std::string map_dot(const World& world, const MapOptions& options) {
  const MapContent content = map_content(world, options);
  std::string out = fmt::format(
      "digraph journeys {{\n  label={};\n  labelloc=t;\n  rankdir=LR;\n  nodesep=0.3;\n"
      "  fontname=\"sans-serif\";\n  node [fontname=\"sans-serif\", fontsize=11];\n"
      "  edge [fontname=\"sans-serif\", fontsize=9, arrowsize=0.7];\n",
      quoted(headline_of(content)));
  for (std::size_t c = 0; c < content.columns.size(); ++c) add_column(c, content, out);
  for (const MapLink& link : content.links) out += edge_line(link, content);
  return out + "}\n";
}

}  // namespace cxsim
