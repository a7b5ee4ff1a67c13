#include "analysis/report/money.hpp"

#include <algorithm>
#include <cmath>

#include "engine/run.hpp"

namespace cxsim {
namespace {

constexpr double days_per_year = 365;

}  // namespace

std::size_t decision_month(const ResultFacts& facts) {
  return static_cast<std::size_t>(decision_day(facts) / days_per_month);
}

double discount_factor(std::size_t month, const ResultFacts& facts) {
  const double end = static_cast<double>(days_per_month) * static_cast<double>(month + 1);
  return std::pow(1 + facts.discount_rate, -(end - decision_day(facts)) / days_per_year);
}

double discounted_sum(const MonthlyResults& results, const std::string& measure,
                      const RunWindow& w) {
  double sum = 0;
  for (std::size_t m = std::max(w.from, decision_month(results.facts())); m < w.to; ++m)
    sum += sum_of(results, measure, {w.arm, w.replication, m, m + 1}) *
           discount_factor(m, results.facts());
  return sum;
}

double net_present_value(const MonthlyResults& results, const RunWindow& window) {
  return discounted_sum(results, "profit", window);
}

double net_present_value_before_costs(const MonthlyResults& results, const RunWindow& window) {
  double value = net_present_value(results, window);
  for (const char* cost : {"intervention_cost", "benefit_cost", "care_cost"})
    value += discounted_sum(results, cost, window);
  return value;
}

std::optional<std::size_t> payback_month(std::span<const double> gains) {
  std::optional<std::size_t> since;
  double total = 0;
  bool begun = false;
  for (std::size_t month = 0; month < gains.size(); ++month) {
    begun = begun || gains[month] != 0;
    total += gains[month];
    if (total < 0) since.reset();
    if (begun && total >= 0 && !since) since = month + 1;
  }
  return since;
}

}  // namespace cxsim
