// The outcomes a strategist asks for first, for each arm over its replications.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/statistics/spread.hpp"

namespace cxsim {

struct OutcomeRow {
  OutcomeDefinition outcome;
  std::vector<Spread> arms;  // over replications
};

struct Outcomes {
  std::string title;  // of the scenario
  std::vector<std::string> arms;
  std::size_t replications, months;
  std::vector<OutcomeRow> rows;
};

// Throws RecordingError where the results lack a measure.
Outcomes outcomes_over_replications(const MonthlyResults& results);
Outcomes read_outcomes(const NetcdfReader& reader);

// The table of one arm alone.
Outcomes only_arm(const Outcomes& outcomes, std::size_t arm);

// The table as people read it, and as programs do.
std::string to_text(const Outcomes& outcomes);
Json json_of(const Outcomes& outcomes);
std::string to_json(const Outcomes& outcomes);

}  // namespace cxsim
