#include "analysis/statistics/paired.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/student.hpp"

namespace cxsim {
namespace {

std::vector<double> known_differences(std::span<const double> arm,
                                      std::span<const double> against) {
  std::vector<double> differences;
  for (std::size_t pair = 0; pair < arm.size(); ++pair) {
    const double difference = arm[pair] - against[pair];
    if (!std::isnan(difference)) differences.push_back(difference);
  }
  return differences;
}

}  // namespace

PairedDifference paired_difference(std::span<const double> arm, std::span<const double> against) {
  const std::vector<double> differences = known_differences(arm, against);
  PairedDifference paired;
  paired.count = differences.size();
  paired.spread = spread_of(differences);
  paired.t = t_interval(paired.spread.mean, paired.spread.sd, paired.count);
  paired.bootstrap = bootstrap_interval(differences);
  const auto above = std::count_if(differences.begin(), differences.end(),
                                   [](double difference) { return difference > 0; });
  paired.above_zero = proportion(static_cast<std::size_t>(above), paired.count);
  if (paired.spread.sd > 0) paired.count_to_halve = count_to_halve(paired.count);
  return paired;
}

}  // namespace cxsim
