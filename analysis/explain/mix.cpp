#include "analysis/explain/mix.hpp"

#include <cmath>

#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

double total_weight(std::span<const Part> parts) {
  double total = 0;
  for (const Part& part : parts) total += part.weight;
  return total;
}

double weighted_mean(std::span<const Part> parts) {
  double sum = 0;
  for (const Part& part : parts)
    if (part.weight > 0) sum += part.weight * part.mean;
  const double total = total_weight(parts);
  return total > 0 ? sum / total : not_known;
}

// Both known, or both 0: what only one side knows changes nothing.
Factors known_pair(double before, double after) {
  if (std::isnan(before)) before = std::isnan(after) ? 0 : after;
  if (std::isnan(after)) after = before;
  return {before, after};
}

double share_of(const Part& part, double total) { return total > 0 ? part.weight / total : 0; }

}  // namespace

MixedChange split_mean(std::span<const Part> before, std::span<const Part> after) {
  MixedChange change{weighted_mean(before), weighted_mean(after), {}, 0};
  const double all_before = total_weight(before), all_after = total_weight(after);
  for (std::size_t k = 0; k < before.size(); ++k) {
    const auto [mean_before, mean_after] = known_pair(before[k].mean, after[k].mean);
    const double share_before = share_of(before[k], all_before);
    const double share_after = share_of(after[k], all_after);
    change.own.push_back((mean_after - mean_before) * (share_before + share_after) / 2);
    change.mix += (share_after - share_before) * (mean_before + mean_after) / 2;
  }
  return change;
}

Factors split_product(const Factors& before, const Factors& after) {
  const auto [second_before, second_after] = known_pair(before.second, after.second);
  return {(after.first - before.first) * (second_before + second_after) / 2,
          (second_after - second_before) * (before.first + after.first) / 2};
}

}  // namespace cxsim
