// Outcomes of runs whose settings were drawn from what is not known: both kinds of uncertainty, and
// how much of the spread each makes.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/sensitivity/swept_results.hpp"
#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/spread.hpp"
#include "analysis/statistics/variance_split.hpp"

namespace cxsim {

// An outcome of an arm, or its difference to the first arm, over all points and replications.
struct UncertainRow {
  OutcomeDefinition outcome;
  Spread spread;
  VarianceSplit split;
  Proportion above_zero;  // points whose mean over replications is above 0
};

struct UncertainArm {
  std::string name;
  std::vector<UncertainRow> levels;
  std::vector<UncertainRow> changes;  // against the first arm; none for itself
};

struct UncertainOutcomes {
  SweptFacts facts;
  std::size_t settings = 0;
  std::vector<UncertainArm> arms;
};

// Throws RecordingError where the results lack a measure.
UncertainOutcomes uncertain_outcomes(const SweptResults& results);

std::string to_text(const UncertainOutcomes& outcomes);
Json json_of(const UncertainOutcomes& outcomes);

}  // namespace cxsim
