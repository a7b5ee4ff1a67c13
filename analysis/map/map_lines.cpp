#include "analysis/map/map_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/svg_text.hpp"

namespace cxsim {
namespace {

constexpr double head_length = 8;
constexpr double loop_height = 27;

std::string at(Point p) { return fmt::format("{:.1f} {:.1f}", p.x, p.y); }

std::string curve(Point bend_out, Point bend_in, Point end) {
  return fmt::format("C{} {} {}", at(bend_out), at(bend_in), at(end));
}

Point direction_of(const MapRoute& route) {
  const Point& tip = route.knots.back();
  const Point& before = route.knots[route.knots.size() - 2];
  switch (route.shape) {
    case RouteShape::across:
      return {tip.x > before.x ? 1.0 : -1.0, 0};
    case RouteShape::around:
      return {-1, 0};
    case RouteShape::down:
      return {0, tip.y > before.y ? 1.0 : -1.0};
    case RouteShape::loop:
      break;
  }
  return {0, 1};
}

double bulge(Point a, Point b) {
  return std::min(around_reach, 22 + .12 * std::abs(b.y - a.y)) * 4 / 3;
}

// Where the sign of a state-dependent line stands: the middle of its first curve.
Point sign_point(const MapRoute& route) {
  const Point a = route.knots[0], b = route.knots[1];
  const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
  if (route.shape == RouteShape::around) return {a.x + bulge(a, b) * .75, middle.y};
  if (route.shape == RouteShape::loop) return {middle.x, a.y - loop_height * .75};
  return middle;
}

std::string line_svg(const MapRoute& route, const MapContent& content) {
  const MapLink& link = content.links[route.link];
  const double width = line_width(link);
  std::string out = fmt::format(
      "<g class=\"link{}\">{}<path class=\"line{}\" stroke-width=\"{:.1f}\" d=\"{}\"/>",
      route.shape == RouteShape::loop ? " loop" : "", svg_title(sentence_of(link, content)),
      link.on == EdgeOutcome::failure ? " failure" : "", width, path_data(route));
  out += arrow_head(route.knots.back(), direction_of(route), width);
  if (link.slopes.any()) {
    const Point sign = sign_point(route);
    out += fmt::format("<circle class=\"sign\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\"/>", sign.x,
                       sign.y);
  }
  return out + "</g>\n";
}

std::string casing_svg(const MapRoute& route, const MapLink& link) {
  return fmt::format("<path class=\"casing\" stroke-width=\"{:.1f}\" d=\"{}\"/>\n",
                     line_width(link) + 3, path_data(route));
}

}  // namespace

std::string path_data(const MapRoute& route) {
  auto knots = route.knots;
  const Point direction = direction_of(route);
  knots.back().x -= direction.x * (head_length - 1);
  knots.back().y -= direction.y * (head_length - 1);
  const Point a = knots.front(), b = knots.back();
  std::string path = "M" + at(a);
  switch (route.shape) {
    case RouteShape::across:
      for (std::size_t k = 0; k + 1 < knots.size(); k += 2) {
        const Point p = knots[k], q = knots[k + 1];
        const double middle = (p.x + q.x) / 2;
        path += (k == 0 ? "" : "L" + at(p)) + curve({middle, p.y}, {middle, q.y}, q);
      }
      return path;
    case RouteShape::around: {
      const double x = std::max(a.x, b.x) + bulge(a, b);
      return path + curve({x, a.y}, {x, b.y}, b);
    }
    case RouteShape::loop:
      return path + curve({a.x + 5, a.y - loop_height}, {b.x - 5, a.y - loop_height}, b);
    case RouteShape::down:
      break;
  }
  return path + "L" + at(b);
}

double line_width(const MapLink& link) {
  const double chance = static_cast<double>(link.chance);
  return link.from == link.to ? 1.2 + chance : 1.2 + 4.3 * chance;
}

std::string colour_class(JourneyId journey) {
  return fmt::format("j{}", journey.index() % journey_colour_count);
}

std::string arrow_head(Point tip, Point direction, double width) {
  const double half = 2.6 + width * .45;
  const Point foot{tip.x - direction.x * head_length, tip.y - direction.y * head_length};
  return fmt::format("<path class=\"head\" d=\"M{}L{}L{}Z\"/>", at(tip),
                     at({foot.x - direction.y * half, foot.y + direction.x * half}),
                     at({foot.x + direction.y * half, foot.y - direction.x * half}));
}

// A line is cased in the colour of the page, so that it reads as passing over those before it.
std::string lines_svg(const MapContent& content, const MapLayout& layout) {
  std::string out = "<g class=\"lines\">\n";
  for (const MapJourney& journey : content.journeys) {
    std::string casings, lines;
    for (const MapRoute& route : layout.routes) {
      const MapLink& link = content.links[route.link];
      if (link.journey != journey.id) continue;
      casings += casing_svg(route, link);
      lines += line_svg(route, content);
    }
    out += fmt::format("<g class=\"journey {}\">\n{}{}</g>\n", colour_class(journey.id), casings,
                       lines);
  }
  return out + "</g>\n";
}

}  // namespace cxsim
