#include "analysis/explain/explanation.hpp"

namespace cxsim {

Explanation explain(const MonthlyResults& results, const Scenario& scenario, std::size_t arm,
                    std::size_t against) {
  Explanation explanation;
  explanation.facts = results.facts();
  explanation.arm = results.facts().arms[arm].name;
  explanation.against = results.facts().arms[against].name;
  explanation.pairs = paired_runs(results, arm, against).replications.size();
  explanation.actions = actions_of(scenario, explanation.arm);
  explanation.actions_against = actions_of(scenario, explanation.against);
  explanation.path = path_of(results, arm, against);
  return explanation;
}

std::optional<double> npv_change(const Explanation& explanation) {
  const Step* money = find_step(explanation.path, "money");
  if (money == nullptr || !money->total) return {};
  return money->total->change.spread.mean;
}

}  // namespace cxsim
