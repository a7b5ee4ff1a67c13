// How much of an outcome's spread comes from parameters, and how much from luck.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

struct VariancePart {
  double variance = not_known;  // in squared units of the outcome
  double share = not_known;     // of the sum of the three parts
  bool was_negative = false;    // the estimate fell below 0 and is given as 0
};

struct VarianceSplit {
  std::size_t points = 0;   // without a NaN
  VariancePart parameters;  // of a point's mean over all luck
  VariancePart luck;        // of a replication's mean over all points: the same at every point
  VariancePart together;    // what luck does at one point and not at another
};

// Of values[point * replications + replication], in which a replication is the same luck at every
// point and the points are a random sample of parameters: two-way analysis of variance with random
// effects and one value a cell (Scheffe 1959, section 7.4). Before they are held at 0 the estimates
// are unbiased. A point with a NaN is left out. Unknown below two points or two replications, and
// shares where nothing varies.
VarianceSplit variance_split(std::span<const double> values, std::size_t replications);

}  // namespace cxsim
