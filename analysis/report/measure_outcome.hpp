// Any monthly measure as an outcome: measure.NAME, or measure.NAME.LABEL for one of its places.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/report/outcome.hpp"
#include "recording/measure_weights.hpp"

namespace cxsim {

inline constexpr std::string_view measure_prefix = "measure.";

// `name` begins with the prefix. Nothing if there is no such measure, or no such label along its
// dimensions; a measure by two dimensions takes a label of the first, or one of each.
std::optional<OutcomeDefinition> measure_outcome(const MonthlySource& source,
                                                 std::string_view name);

}  // namespace cxsim
