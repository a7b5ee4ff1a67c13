#include "analysis/report/outcomes.hpp"

#include <utility>

#include "analysis/report/file_source.hpp"

namespace cxsim {

Outcomes outcomes_over_replications(const MonthlyResults& results) {
  const ResultFacts& facts = results.facts();
  Outcomes outcomes{facts.title, {}, facts.replications, facts.months, {}};
  for (const ArmFacts& arm : facts.arms) outcomes.arms.push_back(arm.name);
  for (OutcomeDefinition& outcome : outcomes_of(results.source())) {
    OutcomeRow row{std::move(outcome), {}};
    for (std::size_t arm = 0; arm < facts.arms.size(); ++arm)
      row.arms.push_back(spread_of(values_of(row.outcome, results, arm)));
    outcomes.rows.push_back(std::move(row));
  }
  return outcomes;
}

Outcomes read_outcomes(const NetcdfReader& reader) {
  const FileSource source(reader);
  return outcomes_over_replications(MonthlyResults(source));
}

Outcomes only_arm(const Outcomes& outcomes, std::size_t arm) {
  Outcomes one = outcomes;
  one.arms = {outcomes.arms[arm]};
  for (OutcomeRow& row : one.rows) row.arms = {row.arms[arm]};
  return one;
}

}  // namespace cxsim
