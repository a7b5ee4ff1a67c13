#include "analysis/statistics/given_data.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/curve_fit.hpp"
#include "analysis/statistics/known_pairs.hpp"

namespace cxsim {
namespace {

std::vector<double> column(std::span<const double> rows, std::size_t parameters, std::size_t j) {
  std::vector<double> u;
  for (std::size_t at = j; at < rows.size(); at += parameters) u.push_back(rows[at]);
  return u;
}

// Of the values of y at the places, around their own mean and around what is fitted.
struct Squares {
  double all = 0, left = 0;
};

template <class FittedAt>
Squares squares_at(std::span<const double> y, std::span<const std::uint32_t> places,
                   FittedAt&& fitted_at) {
  double mean = 0;
  for (const std::uint32_t place : places) mean += y[place] / static_cast<double>(places.size());
  Squares squares;
  for (const std::uint32_t place : places) {
    const double from_mean = y[place] - mean, from_fit = y[place] - fitted_at(place);
    squares.all += from_mean * from_mean;
    squares.left += from_fit * from_fit;
  }
  return squares;
}

// Share explained, had the fit taken so many degrees of freedom with the mean.
double share_of(const Squares& squares, std::size_t points, std::size_t taken) {
  if (!(squares.all > 0)) return not_known;
  const double left = squares.left / static_cast<double>(points - taken);
  return std::clamp(1 - left / (squares.all / static_cast<double>(points - 1)), 0.0, 1.0);
}

// A refit follows the resample's noise and, through it, the sample's: it takes its degrees of
// freedom twice.
Interval interval_of(const CurveFit& fit, std::span<const double> y, double share) {
  std::vector<std::uint32_t> places(y.size());
  std::vector<double> resampled;
  for (std::uint32_t number = 0; number < fewer_resamples; ++number) {
    resample(number, places);
    const std::vector<double> coefficients = fit.refitted(places);
    const Squares squares = squares_at(y, places, [&](std::uint32_t place) {
      return weighted(fit.columns_of(place), coefficients);
    });
    resampled.push_back(
        std::isnan(squares.left) ? not_known : share_of(squares, y.size(), 2 * fit.columns() - 1));
  }
  return widened(percentile_interval(std::move(resampled)), share);
}

bool is_constant(std::span<const double> y) {
  return std::all_of(y.begin(), y.end(), [&](double value) { return value == y[0]; });
}

FirstOrder first_order(std::span<const double> u, std::span<const double> y) {
  const KnownPairs known = known_pairs(u, y);
  const std::size_t points = known.y.size();
  if (points < fewest_points || is_constant(known.y)) return {points, not_known, {}};
  const CurveFit fit(known.u, known.y);
  std::vector<std::uint32_t> places(points);
  for (std::size_t i = 0; i < points; ++i) places[i] = static_cast<std::uint32_t>(i);
  const Squares squares =
      squares_at(known.y, places, [&](std::uint32_t place) { return fit.fitted()[place]; });
  const double share = share_of(squares, points, fit.degree() + 1);
  return {points, share, interval_of(fit, known.y, share)};
}

}  // namespace

std::vector<FirstOrder> given_data_first_order(std::span<const double> rows, std::size_t parameters,
                                               std::span<const double> y) {
  std::vector<FirstOrder> found;
  for (std::size_t j = 0; j < parameters; ++j)
    found.push_back(first_order(column(rows, parameters, j), y));
  return found;
}

}  // namespace cxsim
