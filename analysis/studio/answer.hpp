// The kinds of answer the studio gives: JSON, problems, a plain page.
#pragma once

#include <string>
#include <string_view>

#include "analysis/report/json_values.hpp"
#include "analysis/studio/message.hpp"
#include "base/problem.hpp"

namespace cxsim {

Json json_of(const Problems& problems);

Response json_answer(unsigned status, const Json& value);

// {"problems": [...]}.
Response problems_answer(unsigned status, const Problems& problems);

// The same about a scenario as it was chosen. The question was in order, and this is its answer: a
// browser tells the reader of any other status as of a fault of the page.
Response scenario_problems_answer(const Problems& problems);

// The problem as JSON where the page's script asked, as a plain page where a person did.
Response refusal(unsigned status, std::string_view path, const Problem& problem);

}  // namespace cxsim
