// The tables of outcomes, promises and how long customers stay, as the page reads them.
#pragma once

#include "analysis/report/comparison.hpp"
#include "analysis/report/expectations.hpp"
#include "analysis/report/json_values.hpp"
#include "analysis/report/outcomes.hpp"
#include "analysis/report/retention.hpp"

namespace cxsim {

// Content.outcomes. The comparison is of every arm but the first, against it.
Json page_outcomes_json(const Outcomes& outcomes, const Comparison& comparison);

// Content.promises.
Json promises_json(const CheckedExpectations& checked);

// Content.retention.
Json page_retention_json(const Retention& retention);

// {decimals, percent}
Json json_of(const Format& format);

}  // namespace cxsim
