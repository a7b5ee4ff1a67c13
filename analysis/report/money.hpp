// Money over time: discounted to the day of the decision, and the month in which it is earned back.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "analysis/report/monthly.hpp"

namespace cxsim {

// The month in which the firm decides; nothing before it counts.
std::size_t decision_month(const ResultFacts& facts);

// What one unit of money at the end of a month is worth on the day of the decision.
double discount_factor(std::size_t month, const ResultFacts& facts);

// A measure over all its places and all months of the window from the decision on, discounted.
double discounted_sum(const MonthlyResults& results, const std::string& measure,
                      const RunWindow& window);

// Profit of all months of the window from the decision on, discounted.
double net_present_value(const MonthlyResults& results, const RunWindow& window);

// The same as if the actions themselves were free: without the cost of interventions, of benefits
// and of care.
double net_present_value_before_costs(const MonthlyResults& results, const RunWindow& window);

// The first month, counted from 1, from which the running total of `gains` stays at or above zero
// to the end; nothing if it ends below.
std::optional<std::size_t> payback_month(std::span<const double> gains);

}  // namespace cxsim
