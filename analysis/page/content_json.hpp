// What a page shows, out of a result file and the scenario that made it: `Content` of the page's
// content.ts.
#pragma once

#include <string>

#include "analysis/report/json_values.hpp"
#include "recording/netcdf_reader.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// All of it but what takes runs of its own: the leanings of decisions and customers are null,
// there are no lives. `command` is the one that makes the results again. Throws RecordingError.
Json content_json(const NetcdfReader& reader, const Scenario& scenario, const std::string& command);

}  // namespace cxsim
