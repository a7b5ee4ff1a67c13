// The path from what an arm does to what it earns against another, step by step.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/explain/step.hpp"

namespace cxsim {

// The arms by their place. From touchpoints to money, in the order of cause and effect.
// Throws RecordingError where the results lack a measure.
std::vector<Step> path_of(const MonthlyResults& results, std::size_t arm, std::size_t against);

// Each of the steps: contacts and journeys as they are lived, minds, and what comes of them.
Step touchpoint_step(const PairedRuns& runs);
Step journey_step(const PairedRuns& runs);
Step memory_step(const PairedRuns& runs);
Step preference_step(const PairedRuns& runs);
Step looking_step(const PairedRuns& runs);
Step churn_step(const PairedRuns& runs);
Step customer_step(const PairedRuns& runs);
Step money_step(const PairedRuns& runs);

// From the month of the decision to the end, and the last year of that.
Months months_of_effect(const MonthlyResults& results);
Months last_year_of_effect(const MonthlyResults& results);

// Null if the path has no such step.
const Step* find_step(const std::vector<Step>& path, std::string_view name);

}  // namespace cxsim
