#include "analysis/statistics/spread.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/percentile.hpp"

namespace cxsim {

Spread spread_of(std::vector<double> values) {
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return {not_known, not_known, not_known, not_known, not_known};
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const bool same = values.front() == values.back();  // then no rounding may feign a spread
  const double mean =
      same ? values.front() : std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double sd = values.size() > 1 ? std::sqrt(squares / (n - 1)) : not_known;
  return {mean, sd, percentile(values, .05), percentile(values, .5), percentile(values, .95)};
}

}  // namespace cxsim
