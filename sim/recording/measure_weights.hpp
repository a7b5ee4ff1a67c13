// What the means among the measures are means of.
#pragma once

#include <string_view>

#include "recording/measures.hpp"

namespace cxsim {

// Whether a measure is a mean or a level rather than a count or an amount.
bool is_mean(const Measure& measure);

// The measure that a mean is weighted by when places and months are put together. Empty where every
// place and month counts the same.
std::string_view weight_of(const Measure& measure);

}  // namespace cxsim
