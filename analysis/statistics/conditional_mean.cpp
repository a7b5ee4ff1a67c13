#include "analysis/statistics/conditional_mean.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/curve_fit.hpp"
#include "analysis/statistics/known_pairs.hpp"

namespace cxsim {
namespace {

std::vector<CurvePoint> curve_of(const CurveFit& fit, std::span<const double> at) {
  std::vector<std::vector<double>> columns;
  for (const double u : at) columns.push_back(fit.columns_at(u));
  std::vector<std::vector<double>> resampled(at.size());
  std::vector<std::uint32_t> places(fit.fitted().size());
  for (std::uint32_t number = 0; number < fewer_resamples && !at.empty(); ++number) {
    resample(number, places);
    const std::vector<double> coefficients = fit.refitted(places);
    for (std::size_t i = 0; i < at.size(); ++i)
      resampled[i].push_back(weighted(columns[i], coefficients));
  }
  std::vector<CurvePoint> curve;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const double mean = weighted(columns[i], fit.coefficients());
    curve.push_back({at[i], mean, widened(percentile_interval(std::move(resampled[i])), mean)});
  }
  return curve;
}

}  // namespace

ConditionalMean conditional_mean(std::span<const double> u, std::span<const double> y,
                                 std::span<const double> at) {
  ConditionalMean mean;
  mean.fitted.assign(u.size(), not_known);
  const KnownPairs known = known_pairs(u, y);
  mean.points = known.place.size();
  if (mean.points < fewest_points) {
    for (const double place : at) mean.curve.push_back({place, not_known, {}});
    return mean;
  }
  const CurveFit fit(known.u, known.y);
  mean.by_level = fit.by_level();
  mean.degree = fit.degree();
  for (std::size_t i = 0; i < mean.points; ++i) mean.fitted[known.place[i]] = fit.fitted()[i];
  mean.curve = curve_of(fit, at);
  return mean;
}

std::vector<double> unit_ranks(std::span<const double> values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isnan(values[i])) order.push_back(i);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size(), not_known);
  const auto n = static_cast<double>(order.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
    for (std::size_t i = first; i < last; ++i)
      ranks[order[i]] = static_cast<double>(first + last) / (2 * n);
  }
  return ranks;
}

}  // namespace cxsim
