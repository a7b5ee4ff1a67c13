// What it is worth to know the parameters before choosing an arm.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/proportion.hpp"

namespace cxsim {

struct ValueOfKnowing {
  double value = not_known;  // in the units of the benefit, at least 0
  Interval interval;
};

struct InformationValue {
  std::size_t points = 0;      // at which all arms are known
  std::size_t best_arm = 0;    // on average
  Proportion another_is_best;  // points at which an arm has more benefit than it
  ValueOfKnowing everything;
  std::vector<ValueOfKnowing> parameters;  // of knowing this one alone
};

// benefits[arm][point] is the net benefit of an arm where the parameters are as in row `point` of
// `rows` (row-major, on a scale as for conditional_mean; NaN leaves the point out for that
// parameter). Points are a sample of what is uncertain; one with a NaN benefit is left out.
//
// Of everything: the mean of the best benefit at each point, less the best mean. It takes the luck
// left in the benefits for something that could be known, so it is an upper limit where
// replications are few; the values of single parameters are not. Unknown below two points.
//
// Of one parameter: the same with each arm's difference to the first arm regressed on it (Strong,
// Oakley & Brennan 2014) by curve_fit.hpp. Unknown below fewest_points.
//
// Intervals resample points and refit. The refits' noise raises them, so the low end is moved down
// by how much their mean lies above the estimate. In trials with two arms and 50 to 1,000 points
// they covered the truth 86 to 100 times in 100, but 79 to 94 where the arms are worth the same on
// average: there the best mean is overestimated, and the value of knowing underestimated.
InformationValue information_value(std::span<const std::vector<double>> benefits,
                                   std::span<const double> rows, std::size_t parameters);

}  // namespace cxsim
