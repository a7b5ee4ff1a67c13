// The command that makes the results of a file again.
#pragma once

#include <string>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

// Of the scenario file as it was named, with what the command line changed. Throws RecordingError.
std::string run_command(const NetcdfReader& reader);

// A word as a shell takes it: in quotes where it has to be.
std::string shell_word(const std::string& word);

}  // namespace cxsim
