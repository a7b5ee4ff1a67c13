#include "analysis/report/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "analysis/report/money.hpp"

namespace cxsim {
namespace {

double mean_of_pairs(const std::vector<double>& values, const std::vector<double>& others) {
  std::vector<double> paired;
  for (std::size_t pair = 0; pair < values.size(); ++pair)
    if (!std::isnan(values[pair] - others[pair])) paired.push_back(values[pair]);
  return spread_of(std::move(paired)).mean;
}

ComparedOutcome compared(OutcomeDefinition outcome, const MonthlyResults& results, std::size_t arm,
                         std::size_t against) {
  const std::vector<double> with = values_of(outcome, results, arm);
  const std::vector<double> without = values_of(outcome, results, against);
  return {std::move(outcome), mean_of_pairs(without, with), mean_of_pairs(with, without),
          paired_difference(with, without)};
}

// By month from the decision on.
std::vector<double> discounted_gains(const MonthlyResults& results, std::size_t arm,
                                     std::size_t against, std::size_t replication) {
  std::vector<double> gains;
  for (std::size_t m = decision_month(results.facts()); m < results.months(); ++m) {
    const double gain = sum_of(results, "profit", {arm, replication, m, m + 1}) -
                        sum_of(results, "profit", {against, replication, m, m + 1});
    gains.push_back(gain * discount_factor(m, results.facts()));
  }
  return gains;
}

// The month by which more than half have paid back; those that do not come last.
double median_month(std::vector<double> months) {
  if (months.empty()) return not_known;
  for (double& month : months)
    if (std::isnan(month)) month = std::numeric_limits<double>::infinity();
  const auto middle = months.begin() + static_cast<std::ptrdiff_t>(months.size() / 2);
  std::nth_element(months.begin(), middle, months.end());
  return std::isfinite(*middle) ? *middle : not_known;
}

Payback payback_of(const MonthlyResults& results, std::size_t arm, std::size_t against) {
  Payback payback;
  std::size_t within = 0;
  for (std::size_t r = 0; r < results.facts().replications; ++r) {
    if (!has_run(results, arm, r) || !has_run(results, against, r)) continue;
    const auto month = payback_month(discounted_gains(results, arm, against, r));
    payback.months.push_back(month ? static_cast<double>(*month) : not_known);
    if (month) ++within;
  }
  payback.within_run = proportion(within, payback.months.size());
  payback.median = median_month(payback.months);
  return payback;
}

}  // namespace

Comparison compare(const MonthlyResults& results, std::size_t against,
                   const std::vector<std::size_t>& arms) {
  Comparison comparison{results.facts(), results.facts().arms[against].name, {}};
  for (const std::size_t arm : arms) {
    ComparedArm compared_arm{results.facts().arms[arm], {}, payback_of(results, arm, against)};
    for (OutcomeDefinition& outcome : outcomes_of(results.source()))
      compared_arm.outcomes.push_back(compared(std::move(outcome), results, arm, against));
    comparison.arms.push_back(std::move(compared_arm));
  }
  return comparison;
}

std::vector<std::size_t> all_arms_but(std::size_t one, const ResultFacts& facts) {
  std::vector<std::size_t> arms;
  for (std::size_t arm = 0; arm < facts.arms.size(); ++arm)
    if (arm != one) arms.push_back(arm);
  return arms;
}

const ComparedOutcome& outcome_named(const ComparedArm& arm, std::string_view name) {
  return *std::find_if(arm.outcomes.begin(), arm.outcomes.end(),
                       [name](const ComparedOutcome& row) { return row.outcome.name == name; });
}

}  // namespace cxsim
