#include "analysis/statistics/information_value.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/curve_fit.hpp"

namespace cxsim {
namespace {

using Benefits = std::vector<std::vector<double>>;  // [arm][point]

std::vector<std::size_t> known_points(std::span<const std::vector<double>> benefits) {
  std::vector<std::size_t> known;
  for (std::size_t point = 0; !benefits.empty() && point < benefits[0].size(); ++point)
    if (std::none_of(benefits.begin(), benefits.end(),
                     [&](const auto& arm) { return std::isnan(arm[point]); }))
      known.push_back(point);
  return known;
}

// Differences to the first arm: what all arms share is no reason to choose.
Benefits differences(std::span<const std::vector<double>> benefits,
                     std::span<const std::size_t> points) {
  Benefits chosen;
  for (const std::vector<double>& arm : benefits) {
    std::vector<double>& row = chosen.emplace_back();
    for (const std::size_t point : points) row.push_back(arm[point] - benefits[0][point]);
  }
  return chosen;
}

// The mean over places of the best arm's benefit there, less the best arm's mean.
template <class BenefitAt>
double value_of(std::size_t arms, std::span<const std::uint32_t> places, BenefitAt&& benefit_at) {
  std::vector<double> sums(arms, 0);
  double best = 0;
  for (const std::uint32_t place : places) {
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t arm = 0; arm < arms; ++arm) {
      const double benefit = benefit_at(arm, place);
      sums[arm] += benefit;
      most = std::max(most, benefit);
    }
    best += most;
  }
  const double without = *std::max_element(sums.begin(), sums.end());
  return std::max((best - without) / static_cast<double>(places.size()), 0.0);
}

std::vector<std::uint32_t> all_places(std::size_t points) {
  std::vector<std::uint32_t> places(points);
  std::iota(places.begin(), places.end(), 0u);
  return places;
}

ValueOfKnowing value_of_everything(const Benefits& benefits) {
  const auto at = [&](std::size_t arm, std::uint32_t place) { return benefits[arm][place]; };
  std::vector<std::uint32_t> places = all_places(benefits[0].size());
  const double value = value_of(benefits.size(), places, at);
  std::vector<double> resampled;
  for (std::uint32_t number = 0; number < fewer_resamples; ++number) {
    resample(number, places);
    resampled.push_back(value_of(benefits.size(), places, at));
  }
  return {value, widened(percentile_interval(std::move(resampled)), value)};
}

double mean_of_known(std::span<const double> values) {
  double sum = 0;
  std::size_t count = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++count;
  }
  return sum / static_cast<double>(count);
}

Interval interval_of(std::vector<double> resampled, double value) {
  const double bias = std::max(mean_of_known(resampled) - value, 0.0);
  Interval interval = percentile_interval(std::move(resampled));
  interval.low = std::max(interval.low - bias, 0.0);
  return widened(interval, value);
}

// A fit for every arm but the first.
double value_refitted(std::span<const CurveFit> fits, std::span<const std::uint32_t> places) {
  std::vector<std::vector<double>> coefficients;
  for (const CurveFit& fit : fits) coefficients.push_back(fit.refitted(places));
  for (const auto& of_arm : coefficients)
    if (std::any_of(of_arm.begin(), of_arm.end(), [](double c) { return std::isnan(c); }))
      return not_known;
  return value_of(fits.size() + 1, places, [&](std::size_t arm, std::uint32_t place) {
    return arm == 0 ? 0 : weighted(fits[arm - 1].columns_of(place), coefficients[arm - 1]);
  });
}

ValueOfKnowing value_of_one(std::span<const double> u, const Benefits& benefits) {
  if (u.size() < fewest_points) return {};
  std::vector<CurveFit> fits;
  for (std::size_t arm = 1; arm < benefits.size(); ++arm) fits.emplace_back(u, benefits[arm]);
  std::vector<std::uint32_t> places = all_places(u.size());
  const double value = value_of(benefits.size(), places, [&](std::size_t arm, std::uint32_t place) {
    return arm == 0 ? 0 : fits[arm - 1].fitted()[place];
  });
  std::vector<double> resampled;
  for (std::uint32_t number = 0; number < fewer_resamples; ++number) {
    resample(number, places);
    resampled.push_back(value_refitted(fits, places));
  }
  return {value, interval_of(std::move(resampled), value)};
}

std::size_t best_on_average(const Benefits& benefits) {
  std::vector<double> sums;
  for (const auto& arm : benefits) sums.push_back(std::accumulate(arm.begin(), arm.end(), 0.0));
  return static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

Proportion another_is_best(const Benefits& benefits, std::size_t best) {
  std::size_t count = 0;
  const std::size_t points = benefits[0].size();
  for (std::size_t point = 0; point < points; ++point)
    if (std::any_of(benefits.begin(), benefits.end(),
                    [&](const auto& arm) { return arm[point] > benefits[best][point]; }))
      ++count;
  return proportion(count, points);
}

}  // namespace

InformationValue information_value(std::span<const std::vector<double>> benefits,
                                   std::span<const double> rows, std::size_t parameters) {
  InformationValue found;
  found.parameters.resize(parameters);
  const std::vector<std::size_t> points = known_points(benefits);
  found.points = points.size();
  if (found.points < 2) return found;
  const Benefits known = differences(benefits, points);
  found.best_arm = best_on_average(known);
  found.another_is_best = another_is_best(known, found.best_arm);
  found.everything = value_of_everything(known);
  for (std::size_t j = 0; j < parameters; ++j) {
    std::vector<std::size_t> with_parameter;
    std::vector<double> u;
    for (const std::size_t point : points) {
      const double value = rows[point * parameters + j];
      if (std::isnan(value)) continue;
      with_parameter.push_back(point);
      u.push_back(value);
    }
    found.parameters[j] = value_of_one(u, differences(benefits, with_parameter));
  }
  return found;
}

}  // namespace cxsim
