#include "analysis/map/map_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "analysis/map/map_layers.hpp"
#include "analysis/map/map_spacing.hpp"

namespace cxsim {
namespace {

constexpr double margin = 24;
constexpr double heading_room = 46;
constexpr double stage_width = 140, narrow_width = 98;
constexpr double least_gap = 52, most_gap = 104;  // between columns
constexpr double box_padding = 10, entry_padding = 15;
constexpr double port_step = 11;
constexpr double loop_room = 26, loop_step = 22;
constexpr double lane_height = 10;
constexpr double box_space = 34, lane_space = 4;

bool is_touchpoint(const MapPlace& place) { return place.kind == MapPlaceKind::touchpoint; }

std::string detail_of(const MapPlace& place) {
  if (place.channel.empty() || place.owner.empty()) return place.channel + place.owner;
  return place.channel + " · " + place.owner;
}

// One end of a line at the left or right side of a box; lines that share a lane share a port.
using PortKey = std::tuple<std::size_t, bool, std::size_t, JourneyId, bool>;

class Layout {
 public:
  explicit Layout(const MapContent& content) : content_(content), layers_(layers_of(content)) {}

  MapLayout run() {
    size_columns();
    size_boxes();
    place_items();
    place_columns();
    place_ports();
    for (const Wire& wire : layers_.wires) layout_.routes.push_back(route_of(wire));
    return std::move(layout_);
  }

 private:
  const MapLink& link_of(const Wire& wire) const { return content_.links[wire.link]; }
  std::size_t column_of(std::size_t item) const { return layers_.items[item].column; }
  Box& box_of(std::size_t place) { return layout_.boxes[place].box; }

  void size_columns() {
    for (const MapColumn& column : content_.columns) {
      const bool is_narrow =
          column.kind == MapColumnKind::purchase || column.kind == MapColumnKind::ending;
      const double width = is_narrow ? narrow_width : stage_width;
      layout_.columns.push_back(
          {{0, margin, width, 0}, fit_text(column.heading, {width, 13, 10, 2})});
    }
  }

  // Columns stand apart as far as the lines between them climb.
  void place_columns() {
    std::vector<double> gaps(layout_.columns.size(), least_gap);
    const auto widen = [&](std::size_t column, double gap) {
      gaps[column] = std::max(gaps[column], std::min(gap, most_gap));
    };
    for (const Wire& wire : layers_.wires) {
      if (is_beside(wire) && has_ports(wire))
        widen(column_of(wire.items.front()), around_reach + 26);
      for (std::size_t k = 0; k + 1 < wire.items.size(); ++k) {
        const std::size_t a = wire.items[k], b = wire.items[k + 1];
        const double climb = std::abs(middle_[a] - middle_[b]);
        if (column_of(a) != column_of(b))
          widen(std::min(column_of(a), column_of(b)), least_gap + .2 * climb);
      }
    }
    double x = margin;
    for (std::size_t c = 0; c < gaps.size(); ++c) {
      layout_.columns[c].band.x = x;
      layout_.width = x + layout_.columns[c].band.width + margin;
      x += layout_.columns[c].band.width + gaps[c];
    }
    for (std::size_t p = 0; p < content_.places.size(); ++p)
      box_of(p).x = layout_.columns[content_.places[p].column].band.x;
  }

  void size_boxes() {
    std::vector<std::set<PortKey>> ports(content_.places.size());
    for (const Wire& wire : layers_.wires) {
      if (is_loop(wire)) ++loops_[wire.items.front()];
      if (!has_ports(wire)) continue;
      for (const PortKey& key : {leaving(wire), arriving(wire)})
        ports[std::get<0>(key)].insert(key);
    }
    for (std::size_t p = 0; p < content_.places.size(); ++p) {
      const MapPlace& place = content_.places[p];
      const Box& band = layout_.columns[place.column].band;
      const bool is_entry = place.kind == MapPlaceKind::entry;
      const double inner = band.width - 2 * (is_entry ? entry_padding : box_padding);
      PlacedBox placed{{0, 0, band.width, 0},
                       fit_text(place.title, {inner, 13, 10, 3}),
                       fit_text(detail_of(place), {inner, 11, 9, 2})};
      const auto on_right = static_cast<std::size_t>(std::count_if(
          ports[p].begin(), ports[p].end(), [](const PortKey& key) { return std::get<1>(key); }));
      const std::size_t most = std::max(on_right, ports[p].size() - on_right);
      placed.box.height = std::max(text_height(placed) + 2 * box_padding,
                                   static_cast<double>(most + 1) * port_step);
      if (is_touchpoint(place)) placed.box.height = std::max(placed.box.height, 56.0);
      layout_.boxes.push_back(std::move(placed));
    }
  }

  Extent extent_of(std::size_t item) const {
    if (!layers_.items[item].place) return {lane_height / 2, lane_height / 2, lane_space};
    const double half = layout_.boxes[item].box.height / 2;
    return {half + (loops_.count(item) > 0 ? loop_room : 0), half, box_space / 2};
  }

  void place_items() {
    std::vector<Extent> extents;
    for (std::size_t i = 0; i < layers_.items.size(); ++i) extents.push_back(extent_of(i));
    middle_ = spaced(layers_, extents);
    double top = middle_.empty() ? 0 : middle_[0], bottom = top;
    for (std::size_t i = 0; i < middle_.size(); ++i) {
      top = std::min(top, middle_[i] - extents[i].up);
      bottom = std::max(bottom, middle_[i] + extents[i].down);
    }
    const double first = margin + heading_room;
    for (double& y : middle_) y += first - top;
    for (std::size_t p = 0; p < content_.places.size(); ++p)
      box_of(p).y = middle_[p] - box_of(p).height / 2;
    const double last = first + bottom - top + 16;
    for (PlacedColumn& column : layout_.columns) column.band.height = last - column.band.y;
    layout_.height = last + margin;
  }

  static bool is_loop(const Wire& wire) { return wire.items.front() == wire.items.back(); }
  bool is_beside(const Wire& wire) const {
    return column_of(wire.items.front()) == column_of(wire.items.back());
  }

  PortKey leaving(const Wire& wire) const {
    const std::size_t from = wire.items[0], to = wire.items[1];
    const bool is_entry = content_.places[from].kind == MapPlaceKind::entry;
    return {from, column_of(to) >= column_of(from), is_entry ? from : to, link_of(wire).journey,
            link_of(wire).on == EdgeOutcome::failure};
  }
  PortKey arriving(const Wire& wire) const {
    const std::size_t to = wire.items.back(), from = wire.items[wire.items.size() - 2];
    return {to, column_of(from) >= column_of(to), from, link_of(wire).journey,
            link_of(wire).on == EdgeOutcome::failure};
  }

  // Ports stand in the order of where their lines lead, so that lines do not cross at once.
  void place_ports() {
    std::map<std::pair<std::size_t, bool>, std::vector<PortKey>> sides;
    std::set<PortKey> known;
    for (const Wire& wire : layers_.wires) {
      if (!has_ports(wire)) continue;
      for (const PortKey& key : {leaving(wire), arriving(wire)})
        if (known.insert(key).second) sides[{std::get<0>(key), std::get<1>(key)}].push_back(key);
    }
    for (auto& [side, keys] : sides) {
      std::sort(keys.begin(), keys.end(),
                [&](const PortKey& a, const PortKey& b) { return order_of(a) < order_of(b); });
      const double count = static_cast<double>(keys.size());
      const double room = box_of(side.first).height - 14;
      const double step = std::min(port_step, keys.size() > 1 ? room / (count - 1) : room);
      double y = middle_[side.first] - step * (count - 1) / 2;
      for (const PortKey& key : keys) {
        ports_[key] = y;
        y += step;
      }
    }
  }

  std::tuple<double, std::size_t, JourneyId, bool> order_of(const PortKey& key) const {
    const auto& [item, right, other, journey, failure] = key;
    return {middle_[other], other, journey, failure};
  }

  bool goes_down(const Wire& wire) const {
    if (!is_beside(wire) || is_loop(wire)) return false;
    const auto& column = layers_.columns[column_of(wire.items.front())];
    const auto from = std::find(column.begin(), column.end(), wire.items.front());
    const auto to = std::find(column.begin(), column.end(), wire.items.back());
    return std::none_of(std::min(from, to) + 1, std::max(from, to),
                        [&](std::size_t item) { return layers_.items[item].place.has_value(); });
  }

  bool has_ports(const Wire& wire) const { return !is_loop(wire) && !goes_down(wire); }

  MapRoute route_of(const Wire& wire) {
    if (is_loop(wire)) return loop_over(wire);
    if (goes_down(wire)) return straight_down(wire);
    const RouteShape shape = is_beside(wire) ? RouteShape::around : RouteShape::across;
    MapRoute route{wire.link, shape, {port_point(leaving(wire))}};
    const bool onward = column_of(wire.items.front()) < column_of(wire.items.back());
    for (std::size_t k = 1; k + 1 < wire.items.size(); ++k) {
      const Box& band = layout_.columns[column_of(wire.items[k])].band;
      const double y = middle_[wire.items[k]];
      route.knots.push_back({onward ? band.x : band.right(), y});
      route.knots.push_back({onward ? band.right() : band.x, y});
    }
    route.knots.push_back(port_point(arriving(wire)));
    return route;
  }

  Point port_point(const PortKey& key) {
    const Box& box = box_of(std::get<0>(key));
    return {std::get<1>(key) ? box.right() : box.x, ports_.at(key)};
  }

  MapRoute loop_over(const Wire& wire) {
    const std::size_t item = wire.items.front();
    const Box& box = box_of(item);
    const double step = std::min(loop_step, box.width * .55 / static_cast<double>(loops_[item]));
    const double x = box.right() - 18 - step * static_cast<double>(loops_drawn_[item]++);
    return {wire.link, RouteShape::loop, {{x + 7, box.y}, {x - 7, box.y}}};
  }

  MapRoute straight_down(const Wire& wire) {
    const Box& from = box_of(wire.items.front());
    const Box& to = box_of(wire.items.back());
    const auto pair = std::minmax(wire.items.front(), wire.items.back());
    const double x = from.x + std::min(20.0 + port_step * beside_drawn_[pair]++, from.width / 2);
    const bool downward = from.y < to.y;
    return {wire.link,
            RouteShape::down,
            {{x, downward ? from.bottom() : from.y}, {x, downward ? to.y : to.bottom()}}};
  }

  const MapContent& content_;
  MapLayers layers_;
  MapLayout layout_{};
  std::map<std::size_t, int> loops_, loops_drawn_;
  std::map<std::pair<std::size_t, std::size_t>, int> beside_drawn_;
  std::vector<double> middle_;  // height of each item
  std::map<PortKey, double> ports_;
};

}  // namespace

double text_height(const PlacedBox& placed) {
  const auto height = [](const TextBlock& text, double leading) {
    return static_cast<double>(text.lines.size()) * text.size * leading;
  };
  return height(placed.title, title_leading) + height(placed.detail, detail_leading);
}

MapLayout layout_of(const MapContent& content) { return Layout(content).run(); }

}  // namespace cxsim
