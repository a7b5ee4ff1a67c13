#include "analysis/statistics/spread.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cxsim {
namespace {

double percentile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Spread spread_of(std::vector<double> values) {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  std::erase_if(values, [](double value) { return std::isnan(value); });
  if (values.empty()) return {nothing, nothing, nothing, nothing, nothing};
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double sd = values.size() > 1 ? std::sqrt(squares / (n - 1)) : nothing;
  return {mean, sd, percentile(values, .05), percentile(values, .5), percentile(values, .95)};
}

}  // namespace cxsim
