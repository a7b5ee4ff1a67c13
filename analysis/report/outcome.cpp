#include "analysis/report/outcome.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/report/measure_outcome.hpp"
#include "analysis/statistics/interval.hpp"
#include "recording/measures.hpp"

namespace cxsim {

std::optional<OutcomeDefinition> find_outcome(const MonthlySource& source, std::string_view name) {
  if (name.starts_with(measure_prefix)) return measure_outcome(source, name);
  for (OutcomeDefinition& outcome : outcomes_of(source))
    if (outcome.name == name) return std::move(outcome);
  return {};
}

std::vector<std::string> outcome_names(const MonthlySource& source) {
  std::vector<std::string> names;
  for (const OutcomeDefinition& outcome : outcomes_of(source)) names.push_back(outcome.name);
  for (const Measure& measure : measures())
    names.push_back(std::string(measure_prefix) + std::string(measure.name));
  return names;
}

Months months_of(Window window, std::size_t months) {
  constexpr std::size_t year = 12;
  switch (window) {
    case Window::last_month:
      return {months - std::min<std::size_t>(months, 1), months};
    case Window::last_year:
      return {months - std::min(months, year), months};
    case Window::whole_run:
      break;
  }
  return {0, months};
}

std::vector<double> values_of(const OutcomeDefinition& outcome, const MonthlyResults& results,
                              std::size_t arm, const Months& months) {
  std::vector<double> values;
  for (std::size_t replication = 0; replication < results.facts().replications; ++replication) {
    const double value = has_run(results, arm, replication)
                             ? outcome.value(results, {arm, replication, months.from, months.to})
                             : not_known;
    values.push_back(std::isfinite(value) ? value : not_known);
  }
  return values;
}

std::vector<double> values_of(const OutcomeDefinition& outcome, const MonthlyResults& results,
                              std::size_t arm) {
  return values_of(outcome, results, arm, months_of(outcome.window, results.months()));
}

}  // namespace cxsim
