#include "analysis/map/map_spacing.hpp"

#include <algorithm>
#include <cmath>

namespace cxsim {
namespace {

constexpr double most_levelled = 30;

struct Wish {
  double sum = 0, weight = 0;
  double height() const { return sum / weight; }
  void add(double height, double by) {
    sum += height * by;
    weight += by;
  }
  void add(const Wish& other) {
    sum += other.sum;
    weight += other.weight;
  }
};

// The non-decreasing heights nearest to the wishes, by pooling adjacent violators.
std::vector<double> nearest_in_order(const std::vector<Wish>& wishes) {
  struct Pool {
    Wish wish;
    std::size_t size;
  };
  std::vector<Pool> pools;
  for (const Wish& wish : wishes) {
    pools.push_back({wish, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].wish.height() > pools.back().wish.height()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().wish.add(last.wish);
      pools.back().size += last.size;
    }
  }
  std::vector<double> heights;
  for (const Pool& pool : pools) heights.insert(heights.end(), pool.size, pool.wish.height());
  return heights;
}

class Spacing {
 public:
  Spacing(const MapLayers& layers, const std::vector<Extent>& extents)
      : layers_(layers), extents_(extents), middle_(layers.items.size()), joined_(middle_.size()) {
    for (const Wire& wire : layers.wires)
      for (std::size_t k = 0; k + 1 < wire.items.size(); ++k)
        join(wire.items[k], wire.items[k + 1]);
  }

  std::vector<double> run() {
    for (const auto& column : layers_.columns) stack(column);
    const std::size_t columns = layers_.columns.size();
    for (int sweep = 0; sweep < 200; ++sweep)
      for (std::size_t k = 0; k < columns; ++k)
        settle(layers_.columns[sweep % 2 == 0 ? k : columns - 1 - k]);
    for (int pass = 0; pass < 6; ++pass)
      for (const auto& column : layers_.columns)
        for (std::size_t k = 0; k < column.size(); ++k) level(column, k);
    return middle_;
  }

 private:
  struct Neighbour {
    std::size_t item;
    double pull;
  };

  // Long lines are the first to be levelled.
  void join(std::size_t a, std::size_t b) {
    if (layers_.items[a].column == layers_.items[b].column) return;
    const int lanes = (layers_.items[a].place ? 0 : 1) + (layers_.items[b].place ? 0 : 1);
    const double pull = lanes == 2 ? 8 : lanes == 1 ? 2 : 1;
    joined_[a].push_back({b, pull});
    joined_[b].push_back({a, pull});
  }

  double distance(std::size_t upper, std::size_t lower) const {
    const Extent &a = extents_[upper], &b = extents_[lower];
    return a.down + a.space + b.space + b.up;
  }

  // To begin with, every column is stacked around the same middle line.
  void stack(const std::vector<std::size_t>& column) {
    if (column.empty()) return;
    middle_[column[0]] = 0;
    for (std::size_t k = 1; k < column.size(); ++k)
      middle_[column[k]] = middle_[column[k - 1]] + distance(column[k - 1], column[k]);
    const double half = middle_[column.back()] / 2;
    for (const std::size_t item : column) middle_[item] -= half;
  }

  void settle(const std::vector<std::size_t>& column) {
    std::vector<Wish> wishes;
    std::vector<double> offsets;
    double offset = 0;
    for (std::size_t k = 0; k < column.size(); ++k) {
      if (k > 0) offset += distance(column[k - 1], column[k]);
      offsets.push_back(offset);
      Wish wish;
      wish.add(middle_[column[k]] - offset, .2);
      for (const Neighbour& other : joined_[column[k]])
        wish.add(middle_[other.item] - offset, other.pull);
      wishes.push_back(wish);
    }
    const std::vector<double> heights = nearest_in_order(wishes);
    for (std::size_t k = 0; k < column.size(); ++k) middle_[column[k]] = heights[k] + offsets[k];
  }

  // Moves a lane to the height at which its line comes from the left, as far as there is room.
  void level(const std::vector<std::size_t>& column, std::size_t k) {
    const std::size_t item = column[k];
    if (layers_.items[item].place) return;
    for (const Neighbour& other : joined_[item]) {
      if (layers_.items[other.item].column > layers_.items[item].column) continue;
      double height = middle_[other.item];
      if (std::abs(height - middle_[item]) > most_levelled) continue;
      if (k > 0) height = std::max(height, middle_[column[k - 1]] + distance(column[k - 1], item));
      if (k + 1 < column.size())
        height = std::min(height, middle_[column[k + 1]] - distance(item, column[k + 1]));
      middle_[item] = height;
      return;
    }
  }

  const MapLayers& layers_;
  const std::vector<Extent>& extents_;
  std::vector<double> middle_;
  std::vector<std::vector<Neighbour>> joined_;
};

}  // namespace

std::vector<double> spaced(const MapLayers& layers, const std::vector<Extent>& extents) {
  return Spacing(layers, extents).run();
}

}  // namespace cxsim
