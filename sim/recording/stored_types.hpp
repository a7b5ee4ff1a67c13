// How the numbers of a result file are stored, so that they can be written out digit for digit.
#pragma once

#include <map>
#include <string>

#include "recording/netcdf_types.hpp"

namespace cxsim {

// By path: every variable, and the coordinates of every numbered dimension. Also of a file whose
// run did not end. Throws RecordingError.
std::map<std::string, NumberType> stored_types(const std::string& path);

}  // namespace cxsim
