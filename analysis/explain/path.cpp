#include "analysis/explain/path.hpp"

#include <algorithm>

#include "analysis/report/money.hpp"

namespace cxsim {

std::vector<Step> path_of(const MonthlyResults& results, std::size_t arm, std::size_t against) {
  const PairedRuns runs = paired_runs(results, arm, against);
  return {touchpoint_step(runs), journey_step(runs), memory_step(runs),   preference_step(runs),
          looking_step(runs),    churn_step(runs),   customer_step(runs), money_step(runs)};
}

Months months_of_effect(const MonthlyResults& results) {
  const std::size_t months = results.months();
  return {std::min(decision_month(results.facts()), months), months};
}

Months last_year_of_effect(const MonthlyResults& results) {
  constexpr std::size_t year = 12;
  const Months all = months_of_effect(results);
  return {std::max(all.from, all.to - std::min(all.to, year)), all.to};
}

const Step* find_step(const std::vector<Step>& path, std::string_view name) {
  const auto found = std::find_if(path.begin(), path.end(),
                                  [name](const Step& step) { return step.heading.name == name; });
  return found == path.end() ? nullptr : &*found;
}

}  // namespace cxsim
