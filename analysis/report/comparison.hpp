// What each arm changes against another: every outcome in pairs of replications, NPV and payback.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/statistics/paired.hpp"

namespace cxsim {

struct ComparedOutcome {
  OutcomeDefinition outcome;
  double against, arm;  // means over the pairs
  PairedDifference difference;
};

// Over replications: when the running total of the discounted differences in profit is earned back.
struct Payback {
  std::vector<double> months;  // from the decision on, from 1; NaN: not within the run
  Proportion within_run;
  double median = not_known;  // NaN where half of the replications or more do not pay back
};

struct ComparedArm {
  ArmFacts arm;
  std::vector<ComparedOutcome> outcomes;
  Payback payback;
};

struct Comparison {
  ResultFacts facts;
  std::string against;
  std::vector<ComparedArm> arms;
};

// Arms by their place. Throws RecordingError where the results lack a measure.
Comparison compare(const MonthlyResults& results, std::size_t against,
                   const std::vector<std::size_t>& arms);

// Every place but one.
std::vector<std::size_t> all_arms_but(std::size_t one, const ResultFacts& facts);

// The named outcome of an arm.
const ComparedOutcome& outcome_named(const ComparedArm& arm, std::string_view name);

std::string to_text(const Comparison& comparison);
Json json_of(const Comparison& comparison);

}  // namespace cxsim
