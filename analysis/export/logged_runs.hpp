// Where each run's rows lie in a log of events.
#pragma once

#include <string>
#include <vector>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

// Consecutive rows of one arm and replication.
struct LoggedRun {
  std::size_t arm, replication;
  unsigned long long first, last;  // the last one is not included
};

// The runs of the group "contacts" or "life_events", in the order of its rows; none where the file
// has no such group. Throws RecordingError.
std::vector<LoggedRun> logged_runs(const NetcdfReader& reader, const std::string& group);

}  // namespace cxsim
