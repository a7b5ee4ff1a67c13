#include "analysis/statistics/sobol_indices.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "analysis/statistics/bootstrap.hpp"

namespace cxsim {
namespace {

// Blocks without a NaN, less the mean of all A and B.
struct Blocks {
  std::size_t parameters, count = 0;
  std::vector<double> values;

  std::size_t width() const { return parameters + 2; }
  double a(std::size_t block) const { return values[block * width()]; }
  double b(std::size_t block) const { return values[block * width() + 1]; }
  double ab(std::size_t block, std::size_t j) const { return values[block * width() + 2 + j]; }
};

Blocks known_blocks(std::span<const double> values, std::size_t parameters) {
  Blocks blocks{parameters, 0, {}};
  for (std::size_t from = 0; from + blocks.width() <= values.size(); from += blocks.width()) {
    const auto block = values.subspan(from, blocks.width());
    if (std::any_of(block.begin(), block.end(), [](double value) { return std::isnan(value); }))
      continue;
    blocks.values.insert(blocks.values.end(), block.begin(), block.end());
    ++blocks.count;
  }
  return blocks;
}

bool is_constant(const Blocks& blocks) {
  for (std::size_t i = 0; i < blocks.count; ++i)
    if (blocks.a(i) != blocks.a(0) || blocks.b(i) != blocks.a(0)) return false;
  return true;
}

void centre(Blocks& blocks) {
  double sum = 0;
  for (std::size_t i = 0; i < blocks.count; ++i) sum += blocks.a(i) + blocks.b(i);
  const double mean = sum / static_cast<double>(2 * blocks.count);
  for (double& value : blocks.values) value -= mean;
}

// Regression of B AB_j on B A over blocks.
double share_to_take_off(const Blocks& blocks, std::size_t j) {
  const auto n = static_cast<double>(blocks.count);
  double x = 0, y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < blocks.count; ++i) {
    const double ba = blocks.b(i) * blocks.a(i), bab = blocks.b(i) * blocks.ab(i, j);
    x += ba;
    y += bab;
    xx += ba * ba;
    xy += ba * bab;
  }
  const double variance = xx - x * x / n;
  return variance > 0 ? std::clamp((xy - x * y / n) / variance, 0.0, 1.0) : 0;
}

// What each block adds to the sums of which the indices are ratios.
class Terms {
 public:
  explicit Terms(const Blocks& blocks)
      : parameters_(blocks.parameters), terms_(blocks.count * width()) {
    for (std::size_t i = 0; i < blocks.count; ++i)
      terms_[i * width()] = (blocks.a(i) * blocks.a(i) + blocks.b(i) * blocks.b(i)) / 2;
    for (std::size_t j = 0; j < parameters_; ++j) {
      const double c = share_to_take_off(blocks, j);
      for (std::size_t i = 0; i < blocks.count; ++i) {
        const double distance = blocks.a(i) - blocks.ab(i, j);
        terms_[i * width() + 1 + j] = blocks.b(i) * (blocks.ab(i, j) - c * blocks.a(i));
        terms_[i * width() + 1 + parameters_ + j] = distance * distance / 2;
      }
    }
  }

  // First indices, then total ones, over the given blocks.
  std::vector<double> indices(std::span<const std::uint32_t> places) const {
    std::vector<double> sums(width(), 0);
    for (const std::uint32_t place : places)
      for (std::size_t term = 0; term < width(); ++term)
        sums[term] += terms_[place * width() + term];
    std::vector<double> indices;
    for (std::size_t term = 1; term < width(); ++term)
      indices.push_back(sums[0] > 0 ? sums[term] / sums[0] : not_known);
    return indices;
  }

 private:
  std::size_t width() const { return 1 + 2 * parameters_; }

  std::size_t parameters_;
  std::vector<double> terms_;
};

std::vector<Interval> intervals_of(const Terms& terms, std::size_t blocks, std::size_t parameters) {
  std::vector<std::vector<double>> resampled(2 * parameters);
  std::vector<std::uint32_t> places(blocks);
  for (std::uint32_t number = 0; number < fewer_resamples; ++number) {
    resample(number, places);
    const std::vector<double> indices = terms.indices(places);
    for (std::size_t index = 0; index < indices.size(); ++index)
      resampled[index].push_back(indices[index]);
  }
  std::vector<Interval> intervals;
  intervals.reserve(resampled.size());
  for (std::vector<double>& statistics : resampled)
    intervals.push_back(percentile_interval(std::move(statistics)));
  return intervals;
}

}  // namespace

std::vector<SobolIndex> sobol_indices(std::span<const double> values, std::size_t parameters) {
  std::vector<SobolIndex> found(parameters);
  Blocks blocks = known_blocks(values, parameters);
  if (blocks.count < 2 || is_constant(blocks)) return found;
  centre(blocks);
  const Terms terms(blocks);
  std::vector<std::uint32_t> all(blocks.count);
  std::iota(all.begin(), all.end(), 0u);
  const std::vector<double> indices = terms.indices(all);
  const std::vector<Interval> intervals = intervals_of(terms, blocks.count, parameters);
  for (std::size_t j = 0; j < parameters; ++j)
    found[j] = {indices[j], indices[parameters + j], intervals[j], intervals[parameters + j]};
  return found;
}

}  // namespace cxsim
