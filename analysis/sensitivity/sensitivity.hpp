// What an outcome of a sweep hangs on: how much of its spread comes from luck and from which
// setting, alone and with others, and what knowing a setting would be worth before choosing an arm.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/sensitivity/swept_results.hpp"
#include "analysis/statistics/conditional_mean.hpp"
#include "analysis/statistics/elementary_effects.hpp"
#include "analysis/statistics/given_data.hpp"
#include "analysis/statistics/information_value.hpp"
#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/sobol_indices.hpp"
#include "analysis/statistics/spread.hpp"
#include "analysis/statistics/variance_split.hpp"

namespace cxsim {

struct SensitivityQuestion {
  std::string outcome = "npv";
  std::string arm;      // empty: the last
  std::string against;  // empty: the first; the same as the arm: its own level
};

// The outcome where a setting is at one end of what was swept, all else as it falls.
struct OutcomeAtEnd {
  double value = not_known;  // of the setting
  double outcome = not_known;
  Interval interval;  // of the outcome
};

struct SettingEffect {
  std::size_t parameter;                        // its place among those of the results
  FirstOrder alone;                             // from the sample of points, whatever the design
  std::optional<SobolIndex> sobol;              // designs of the kind saltelli
  std::optional<ElementaryEffects> elementary;  // of the kind morris
  std::vector<double> at;                       // values of the setting, ascending by their place
  ConditionalMean mean;                         // with its curve at these values
  OutcomeAtEnd low, high;  // at 5% and 95% of its distribution, or its end levels
  ValueOfKnowing knowing;  // before choosing between the arms
};

struct Sensitivity {
  SweptFacts facts;
  std::vector<SweptParameter> parameters;  // as in the results
  OutcomeDefinition outcome;
  std::string arm, against;              // against is empty where the arm's own level is looked at
  std::vector<double> points;            // outcome by point, the mean over replications
  std::vector<std::size_t> sample;       // points that are a sample of the space
  Spread spread;                         // over the sample
  std::optional<Proportion> above_zero;  // of a difference, over the sample
  VarianceSplit split;
  double own = not_known;               // one at a time: with the scenario's own values
  std::vector<SettingEffect> settings;  // the strongest first
  std::vector<std::size_t> paired;      // places among `settings` that interactions cover
  std::vector<double> interactions;     // by pair of these, a symmetric matrix
  std::optional<InformationValue> choice;
};

// Throws RecordingError.
Sensitivity sensitivity_of(const SweptResults& results, const SensitivityQuestion& question);

// "NPV, both less baseline", and its unit.
std::string outcome_in_words(const Sensitivity& sensitivity);
std::string unit_in_words(const Sensitivity& sensitivity);

// Whether the design samples the space, so that shares of its spread mean something.
bool is_sample(const SweptFacts& facts);

std::string to_text(const Sensitivity& sensitivity, int width);
Json json_of(const Sensitivity& sensitivity);

}  // namespace cxsim
