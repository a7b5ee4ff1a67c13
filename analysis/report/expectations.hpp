// Whether results show what their scenario promises.
#pragma once

#include <string>
#include <vector>

#include "analysis/report/json_values.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/statistics/paired.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

enum class Verdict : unsigned char { holds, fails, unknown };

struct CheckedExpectation {
  Expectation expectation;
  OutcomeDefinition outcome;
  PairedDifference found;  // of the difference; of the level where no change is expected
  Verdict verdict = Verdict::unknown;  // unknown: no interval, as from a single replication
};

struct CheckedExpectations {
  std::vector<CheckedExpectation> all;
  Problems problems;  // expectations of outcomes that there are not
};

CheckedExpectations check_expectations(const MonthlySource& source,
                                       const std::vector<Expectation>& expectations);

bool all_hold(const CheckedExpectations& checked);

std::string to_text(const CheckedExpectations& checked);
Json json_of(const CheckedExpectations& checked);

}  // namespace cxsim
