// What a finished run says: the outcomes, and where there are arms to compare, what they change.
#pragma once

#include <string>

#include "recording/netcdf_reader.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// The first arm's outcomes with the firm's own figures beside them, then each other arm against it.
// Both throw RecordingError.
std::string run_report_text(const NetcdfReader& reader, const Measured& measured);

// The outcomes of every arm; "comparison" holds the comparison if there is more than one.
std::string run_report_json(const NetcdfReader& reader, const Measured& measured);

}  // namespace cxsim
