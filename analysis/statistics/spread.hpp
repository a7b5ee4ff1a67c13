// The spread of an outcome over replications: mean, standard deviation and percentiles.
#pragma once

#include <vector>

namespace cxsim {

struct Spread {
  double mean, sd, p5, p50, p95;  // NaN where there is nothing to say; sd from n - 1
};

// Values that are NaN are left out. Percentiles interpolate linearly between order statistics
// (Hyndman & Fan 1996, type 7).
Spread spread_of(std::vector<double> values);

}  // namespace cxsim
