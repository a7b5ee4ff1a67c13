// What touchpoints, journeys and departments went through month by month, and why people came.
#pragma once

#include "analysis/report/json_values.hpp"
#include "analysis/report/monthly.hpp"
#include "engine/world.hpp"

namespace cxsim {

// Content.touchpoint_months and its siblings: by measure, arm, place and month; means over
// replications, of means weighted by what they are means of.
Json touchpoint_months_json(const MonthlyResults& results);
Json journey_months_json(const MonthlyResults& results);
Json department_months_json(const MonthlyResults& results);

// Content.reasons: over the last year. Touchpoints upstream and needs of their own add up to a
// touchpoint's contacts; root causes split the same contacts once more.
Json reasons_json(const MonthlyResults& results, const World& world);

}  // namespace cxsim
