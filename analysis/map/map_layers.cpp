#include "analysis/map/map_layers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace cxsim {
namespace {

// Lines of one journey that leave one place share a lane, and so do those that lead to one ending.
using LaneKey = std::tuple<std::size_t, bool, JourneyId, bool, bool, std::size_t>;

class Wiring {
 public:
  explicit Wiring(const MapContent& content) : content_(content) {}

  MapLayers run() {
    layers_.columns.resize(content_.columns.size());
    for (std::size_t p = 0; p < content_.places.size(); ++p) add_item(content_.places[p].column, p);
    for (std::size_t l = 0; l < content_.links.size(); ++l) lay(l);
    return std::move(layers_);
  }

 private:
  std::size_t add_item(std::size_t column, std::optional<std::size_t> place) {
    layers_.items.push_back({column, place});
    layers_.columns[column].push_back(layers_.items.size() - 1);
    return layers_.items.size() - 1;
  }

  std::size_t lane(const MapLink& link, std::size_t column, bool onward) {
    const bool gathers = content_.places[link.to].kind == MapPlaceKind::ending &&
                         content_.places[link.from].kind != MapPlaceKind::entry;
    const LaneKey key{gathers ? link.to : link.from,   gathers, link.journey,
                      link.on == EdgeOutcome::failure, onward,  column};
    const auto found = lanes_.find(key);
    if (found != lanes_.end()) return found->second;
    return lanes_[key] = add_item(column, std::nullopt);
  }

  void lay(std::size_t l) {
    const MapLink& link = content_.links[l];
    const std::size_t from = content_.places[link.from].column;
    const std::size_t to = content_.places[link.to].column;
    Wire wire{l, {link.from}};
    if (from < to)
      for (std::size_t c = from + 1; c < to; ++c) wire.items.push_back(lane(link, c, true));
    else
      for (std::size_t c = from; c-- > to + 1;) wire.items.push_back(lane(link, c, false));
    wire.items.push_back(link.to);
    layers_.wires.push_back(std::move(wire));
  }

  const MapContent& content_;
  MapLayers layers_;
  std::map<LaneKey, std::size_t> lanes_;
};

// Barycentre sweeps, each refined by swaps of neighbours; the best order seen is kept.
class Untangling {
 public:
  Untangling(MapLayers& layers, const MapContent& content)
      : layers_(layers),
        left_(layers.items.size()),
        right_(layers.items.size()),
        beside_(layers.columns.size()),
        rank_(layers.items.size()) {
    std::set<std::tuple<std::size_t, std::size_t, JourneyId, EdgeOutcome>> seen;
    for (const Wire& wire : layers.wires) {
      const MapLink& link = content.links[wire.link];
      for (std::size_t k = 0; k + 1 < wire.items.size(); ++k)
        if (seen.emplace(wire.items[k], wire.items[k + 1], link.journey, link.on).second)
          join(wire.items[k], wire.items[k + 1]);
    }
  }

  // Starts as written, and once more with all sweeps the other way.
  void run() {
    const auto written = layers_.columns;
    best_ = written;
    number_all();
    fewest_ = cost();
    for (const int first : {0, 1}) {
      layers_.columns = written;
      number_all();
      swap_neighbours();
      keep_if_better();
      for (int sweep = first; sweep < first + 12 && fewest_ > 0; ++sweep) {
        sweep_once(sweep % 2 == 0);
        swap_neighbours();
        keep_if_better();
      }
    }
    layers_.columns = best_;
  }

 private:
  using Items = std::vector<std::size_t>;

  void join(std::size_t a, std::size_t b) {
    const std::size_t column_a = layers_.items[a].column, column_b = layers_.items[b].column;
    if (column_a == column_b) {
      if (a != b) beside_[column_a].emplace_back(a, b);
      return;
    }
    right_[column_a < column_b ? a : b].push_back(column_a < column_b ? b : a);
    left_[column_a < column_b ? b : a].push_back(column_a < column_b ? a : b);
  }

  void number(const Items& column) {
    for (std::size_t k = 0; k < column.size(); ++k) rank_[column[k]] = k;
  }
  void number_all() {
    for (const Items& column : layers_.columns) number(column);
  }

  void keep_if_better() {
    const std::size_t now = cost();
    if (now >= fewest_) return;
    fewest_ = now;
    best_ = layers_.columns;
  }

  double mean_rank(std::size_t item, const std::vector<Items>& neighbours) const {
    if (neighbours[item].empty()) return static_cast<double>(rank_[item]);
    double sum = 0;
    for (const std::size_t other : neighbours[item]) sum += static_cast<double>(rank_[other]);
    return sum / static_cast<double>(neighbours[item].size());
  }

  void sweep_once(bool rightward) {
    const std::size_t columns = layers_.columns.size();
    for (std::size_t k = 1; k < columns; ++k) {
      Items& column = layers_.columns[rightward ? k : columns - 1 - k];
      const auto& neighbours = rightward ? left_ : right_;
      std::stable_sort(column.begin(), column.end(), [&](std::size_t a, std::size_t b) {
        return mean_rank(a, neighbours) < mean_rank(b, neighbours);
      });
      number(column);
    }
  }

  std::size_t crossings(std::size_t upper, std::size_t lower) const {
    std::size_t count = 0;
    for (const auto* side : {&left_, &right_})
      for (const std::size_t a : (*side)[upper])
        for (const std::size_t b : (*side)[lower]) count += rank_[a] > rank_[b] ? 1U : 0U;
    return count;
  }

  // Links inside a column should lead downward, past nobody.
  std::size_t strain(std::size_t column) const {
    std::size_t sum = 0;
    for (const auto& [from, to] : beside_[column]) {
      const auto [top, bottom] = std::minmax(rank_[from], rank_[to]);
      sum += rank_[from] > rank_[to] ? 4U : 0U;
      for (std::size_t k = top + 1; k < bottom; ++k)
        sum += layers_.items[layers_.columns[column][k]].place ? 4U : 1U;
    }
    return sum;
  }

  // Crossings count twice, once from either column.
  std::size_t cost() const {
    std::size_t sum = 0;
    for (std::size_t c = 0; c < layers_.columns.size(); ++c) {
      const Items& column = layers_.columns[c];
      for (std::size_t i = 0; i < column.size(); ++i)
        for (std::size_t k = i + 1; k < column.size(); ++k) sum += crossings(column[i], column[k]);
      sum += 2 * strain(c);
    }
    return sum;
  }

  bool swap_helps(std::size_t c, std::size_t k) {
    Items& column = layers_.columns[c];
    const std::size_t before = crossings(column[k], column[k + 1]) + strain(c);
    std::swap(column[k], column[k + 1]);
    std::swap(rank_[column[k]], rank_[column[k + 1]]);
    if (crossings(column[k], column[k + 1]) + strain(c) < before) return true;
    std::swap(column[k], column[k + 1]);
    std::swap(rank_[column[k]], rank_[column[k + 1]]);
    return false;
  }

  void swap_neighbours() {
    bool helped = true;
    for (int pass = 0; helped && pass < 30; ++pass) {
      helped = false;
      for (std::size_t c = 0; c < layers_.columns.size(); ++c)
        for (std::size_t k = 0; k + 1 < layers_.columns[c].size(); ++k)
          helped = swap_helps(c, k) || helped;
    }
  }

  MapLayers& layers_;
  std::vector<Items> left_, right_;  // of each item, those it is joined to
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> beside_;  // links in each column
  std::vector<std::size_t> rank_;
  std::vector<Items> best_;
  std::size_t fewest_ = 0;  // cost of the best
};

}  // namespace

MapLayers layers_of(const MapContent& content) {
  MapLayers layers = Wiring(content).run();
  Untangling(layers, content).run();
  return layers;
}

}  // namespace cxsim
