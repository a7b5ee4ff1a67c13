// What to expect of an outcome along one parameter, from any sample of points.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

struct CurvePoint {
  double u = not_known, mean = not_known;
  Interval band;  // of the mean at this place alone
};

struct ConditionalMean {
  std::size_t points = 0;      // with both values known
  bool by_level = false;       // means at each value the parameter takes, not a curve
  std::size_t degree = 0;      // of the curve; levels less one
  std::vector<double> fitted;  // at every point given; NaN where one of its values is
  std::vector<CurvePoint> curve;
};

// E[y | u], averaged over all else that varies, with the curve at `at`: see curve_fit.hpp. y[i] is
// the outcome where the parameter is u[i] (of one length). u lies on a scale that spreads the
// values evenly: unit coordinates or unit_ranks. Beyond the points the curve stays at its end,
// between levels at the nearest one. Nothing is known below fewest_points. The band resamples
// points and keeps the degree; it does not cover what a polynomial cannot follow, such as a step.
ConditionalMean conditional_mean(std::span<const double> u, std::span<const double> y,
                                 std::span<const double> at = {});

// Each value's rank, in the middle of its 1 / n of [0, 1]; equal values share their mean rank. NaN
// stays NaN and is not ranked.
std::vector<double> unit_ranks(std::span<const double> values);

}  // namespace cxsim
