// Where a result file may go, and the last step that gives it its name.
#pragma once

#include <string>

namespace cxsim {

std::string partial_path_of(const std::string& path);

// Throws RecordingError unless a file could be made at `path`: its folder exists and lets us write,
// and neither the path nor its partial twin is a folder.
void require_place_for(const std::string& path);

// Throws RecordingError. After it returns, the finished file survives a power failure.
void publish(const std::string& partial_path, const std::string& path);

}  // namespace cxsim
