// Numbers as the page's JSON holds them: with as many digits as somebody can see, and no more.
#pragma once

#include "analysis/report/json_values.hpp"

namespace cxsim {

inline constexpr int digits_in_charts = 6;
inline constexpr int digits_in_tables = 10;

// With so many significant digits; null for what is not known.
Json page_number(double value, int digits = digits_in_charts);

// The same for every number within.
void shorten(Json& json, int digits = digits_in_charts);

}  // namespace cxsim
