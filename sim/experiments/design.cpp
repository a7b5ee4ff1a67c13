#include "experiments/design.hpp"

#include <array>
#include <boost/random/sobol.hpp>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include "base/random.hpp"

namespace cxsim {
namespace {

static_assert(boost::random::default_sobol_table::max_dimension == largest_sobol_dimensions);

constexpr double own_value = std::numeric_limits<double>::quiet_NaN();

// What a draw is for; no two designs share luck.
enum class Draw : std::uint32_t { jitter, order, shift, start, direction, step, value };

// Two words for one item of one parameter. The key keeps apart from the customers' luck where the
// design's seed is the scenario's.
class DesignLuck {
 public:
  explicit DesignLuck(std::uint64_t seed) : seed_(seed ^ 0x64657369'676e7321) {}

  std::uint64_t bits(Draw draw, std::uint64_t item, std::size_t parameter) const {
    const std::array<std::uint32_t, 4> counter{
        static_cast<std::uint32_t>(item), static_cast<std::uint32_t>(item >> 32),
        static_cast<std::uint32_t>(parameter), static_cast<std::uint32_t>(draw)};
    const auto words = philox(
        counter, {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)});
    return words[0] | std::uint64_t{words[1]} << 32;
  }

  // Within (0, 1), a multiple of 2^-33: with 2^20 strata before it, it still loses no bit.
  double uniform(Draw draw, std::uint64_t item, std::size_t parameter) const {
    return (static_cast<double>(bits(draw, item, parameter) >> 32) + .5) * 0x1p-32;
  }

  // A whole number from 0 to below `end`.
  std::size_t below(std::size_t end, Draw draw, std::uint64_t item, std::size_t parameter) const {
    return static_cast<std::size_t>(((bits(draw, item, parameter) >> 32) * end) >> 32);
  }

 private:
  std::uint64_t seed_;
};

double level_at(std::size_t level, std::size_t levels) {
  return levels > 1 ? static_cast<double>(level) / static_cast<double>(levels - 1) : .5;
}

// 0 .. n - 1 in random order (Fisher & Yates 1938); `place` says where it draws from.
std::vector<std::size_t> shuffled(std::size_t n,
                                  const std::function<std::size_t(std::size_t)>& place) {
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t last = n; last > 1; --last) std::swap(order[last - 1], order[place(last)]);
  return order;
}

// The upper 52 bits, in the middle of their cell: never 0 or 1.
double inside(std::uint64_t bits) { return (static_cast<double>(bits >> 12) + .5) * 0x1p-52; }

}  // namespace

UnitDesign grid(std::span<const std::size_t> levels) {
  UnitDesign design{levels.size(), {}};
  if (levels.empty()) return design;
  const std::size_t points =
      std::accumulate(levels.begin(), levels.end(), std::size_t{1}, std::multiplies<>());
  design.values.resize(points * levels.size());
  for (std::size_t point = 0; point < points; ++point) {
    std::size_t rest = point;
    for (std::size_t j = levels.size(); j-- > 0; rest /= levels[j])
      design.values[point * levels.size() + j] = level_at(rest % levels[j], levels[j]);
  }
  return design;
}

UnitDesign latin_hypercube(std::size_t n, std::size_t k, std::uint64_t seed) {
  const DesignLuck luck(seed);
  UnitDesign design{k, std::vector<double>(n * k)};
  for (std::size_t j = 0; j < k; ++j) {
    const std::vector<std::size_t> stratum =
        shuffled(n, [&](std::size_t end) { return luck.below(end, Draw::order, end, j); });
    for (std::size_t point = 0; point < n; ++point)
      design.values[point * k + j] =
          (static_cast<double>(stratum[point]) + luck.uniform(Draw::jitter, point, j)) /
          static_cast<double>(n);
  }
  return design;
}

UnitDesign sobol(std::size_t n, std::size_t k, std::uint64_t seed) {
  UnitDesign design{k, {}};
  if (k == 0) return design;
  const DesignLuck luck(seed);
  std::vector<std::uint64_t> shift(k);
  for (std::size_t j = 0; j < k; ++j) shift[j] = luck.bits(Draw::shift, 0, j);
  boost::random::sobol sequence(k);
  design.values.reserve(n * k);
  // Boost leaves out the sequence's first point, the origin. Without it the first 2^m points would
  // no longer fill the cube evenly (Owen 2020).
  for (std::size_t point = 0; point < n; ++point)
    for (std::size_t j = 0; j < k; ++j)
      design.values.push_back(inside(point == 0 ? shift[j] : sequence() ^ shift[j]));
  return design;
}

UnitDesign saltelli(std::size_t n, std::size_t k, std::uint64_t seed) {
  const UnitDesign base = sobol(n, 2 * k, seed);
  UnitDesign design{k, {}};
  design.values.reserve(n * k * (k + 2));
  const auto add = [&](std::span<const double> row) {
    design.values.insert(design.values.end(), row.begin(), row.end());
  };
  for (std::size_t block = 0; block < base.points(); ++block) {
    const auto a = base.point(block).first(k), b = base.point(block).last(k);
    add(a);
    add(b);
    std::vector<double> mixed(a.begin(), a.end());
    for (std::size_t j = 0; j < k; ++j) {
      mixed[j] = b[j];
      add(mixed);
      mixed[j] = a[j];
    }
  }
  return design;
}

UnitDesign morris(std::size_t trajectories, std::size_t k, std::uint64_t seed) {
  constexpr std::array<double, 4> level{0, 1.0 / 3, 2.0 / 3, 1};
  const DesignLuck luck(seed);
  UnitDesign design{k, {}};
  design.values.reserve(trajectories * (k + 1) * k);
  for (std::size_t t = 0; t < trajectories; ++t) {
    std::vector<std::size_t> from(k), to(k);
    for (std::size_t j = 0; j < k; ++j) {
      from[j] = luck.below(2, Draw::start, t, j);
      to[j] = from[j] + 2;
      if (luck.below(2, Draw::direction, t, j) == 1) std::swap(from[j], to[j]);
    }
    const std::vector<std::size_t> order =
        shuffled(k, [&](std::size_t end) { return luck.below(end, Draw::step, t, end); });
    for (std::size_t step = 0; step <= k; ++step) {
      for (const std::size_t at : from) design.values.push_back(level[at]);
      if (step < k) from[order[step]] = to[order[step]];
    }
  }
  return design;
}

UnitDesign one_at_a_time(std::span<const std::size_t> levels) {
  const std::size_t k = levels.size();
  UnitDesign design{k, std::vector<double>(k, own_value)};
  for (std::size_t j = 0; j < k; ++j)
    for (std::size_t level = 0; level < levels[j]; ++level) {
      design.values.resize(design.values.size() + k, own_value);
      design.values[design.values.size() - k + j] = level_at(level, levels[j]);
    }
  return design;
}

std::vector<double> random_point(std::size_t index, std::size_t k, std::uint64_t seed) {
  const DesignLuck luck(seed);
  std::vector<double> point;
  for (std::size_t j = 0; j < k; ++j) point.push_back(luck.uniform(Draw::value, index, j));
  return point;
}

UnitDesign random(std::size_t n, std::size_t k, std::uint64_t seed) {
  UnitDesign design{k, {}};
  design.values.reserve(n * k);
  for (std::size_t index = 0; index < n; ++index)
    for (const double u : random_point(index, k, seed)) design.values.push_back(u);
  return design;
}

}  // namespace cxsim
