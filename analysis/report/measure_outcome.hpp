// Any monthly measure as an outcome: measure.NAME, or measure.NAME.LABEL for one of its places.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/report/outcome.hpp"
#include "recording/measures.hpp"

namespace cxsim {

inline constexpr std::string_view measure_prefix = "measure.";

// `name` begins with the prefix. Nothing if there is no such measure, or no such label along its
// dimensions; a measure by two dimensions takes a label of the first, or one of each.
std::optional<OutcomeDefinition> measure_outcome(const MonthlySource& source,
                                                 std::string_view name);

// The measure that a mean is weighted by when places and months are put together: what it is a
// mean of. Empty where every place and month counts the same.
std::string_view weight_of(const Measure& measure);

}  // namespace cxsim
