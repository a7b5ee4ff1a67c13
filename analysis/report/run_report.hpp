// What a finished run says: the outcomes, and where there are arms to compare, what they change.
#pragma once

#include <string>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

// The first arm's outcomes, then each other arm against it. Both throw RecordingError.
std::string run_report_text(const NetcdfReader& reader);

// The outcomes of every arm; "comparison" holds the comparison if there is more than one.
std::string run_report_json(const NetcdfReader& reader);

}  // namespace cxsim
