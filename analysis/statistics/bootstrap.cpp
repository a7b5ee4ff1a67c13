#include "analysis/statistics/bootstrap.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <numeric>
#include <vector>

#include "analysis/statistics/percentile.hpp"
#include "base/random.hpp"

namespace cxsim {
namespace {

// Which of a resample's draws; each Luck holds this many before it would draw blocks anew.
enum class Draw : std::uint32_t {};
constexpr std::size_t draws_at_once = std::size_t{4} * Luck::cached_blocks;

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> sorted_means(std::span<const double> values) {
  std::vector<double> means;
  means.reserve(resamples);
  std::vector<std::uint32_t> places(values.size());
  for (std::uint32_t number = 0; number < resamples; ++number) {
    resample(number, places);
    double sum = 0;
    for (const std::uint32_t place : places) sum += values[place];
    means.push_back(sum / static_cast<double>(values.size()));
  }
  std::sort(means.begin(), means.end());
  return means;
}

// How far the median of the resamples lies from the mean, in standard normal units. Ties count
// half, and a resample more on each side keeps the answer finite.
double bias_of(std::span<const double> sorted, double mean) {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), mean);
  const auto below = static_cast<double>(first - sorted.begin());
  const auto ties = static_cast<double>(last - first);
  const double share = (below + ties / 2 + 1) / (static_cast<double>(sorted.size()) + 2);
  return boost::math::quantile(boost::math::normal(), share);
}

// From the skewness of the jackknife: leaving one value out moves the mean by its own distance.
double acceleration_of(std::span<const double> values, double mean) {
  double squares = 0, cubes = 0;
  for (const double value : values) {
    const double distance = value - mean;
    squares += distance * distance;
    cubes += distance * distance * distance;
  }
  return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

// The place among the resamples at which the interval ends.
double corrected(double share, double bias, double acceleration) {
  const boost::math::normal normal;
  const double shifted = bias + boost::math::quantile(normal, share);
  return boost::math::cdf(normal, bias + shifted / (1 - acceleration * shifted));
}

}  // namespace

Interval bootstrap_interval(std::span<const double> values) {
  if (values.size() < 2) return {};
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (*least == *most) return {*least, *least};
  const double mean = mean_of(values);
  const std::vector<double> sorted = sorted_means(values);
  const double bias = bias_of(sorted, mean);
  const double acceleration = acceleration_of(values, mean);
  return {percentile(sorted, corrected((1 - confidence_level) / 2, bias, acceleration)),
          percentile(sorted, corrected((1 + confidence_level) / 2, bias, acceleration))};
}

void resample(std::uint32_t number, std::span<std::uint32_t> places) {
  constexpr StreamKey key{0x6f757463'6f6d6573, 0};
  const std::uint64_t n = places.size();
  for (std::size_t from = 0; from < n; from += draws_at_once) {
    Luck luck(key, number, static_cast<std::int32_t>(from / draws_at_once));
    const std::size_t draws = std::min(draws_at_once, n - from);
    for (std::size_t draw = 0; draw < draws; ++draw)
      places[from + draw] =
          static_cast<std::uint32_t>((luck.bits(static_cast<Draw>(draw)) * n) >> 32);
  }
}

Interval percentile_interval(std::vector<double> statistics) {
  const std::size_t all = statistics.size();
  std::erase_if(statistics, [](double value) { return std::isnan(value); });
  if (statistics.empty() || 2 * statistics.size() < all) return {};
  std::sort(statistics.begin(), statistics.end());
  return {percentile(statistics, (1 - confidence_level) / 2),
          percentile(statistics, (1 + confidence_level) / 2)};
}

}  // namespace cxsim
