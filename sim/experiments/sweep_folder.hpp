// The folder of a sweep: its plan, the runs that its processes keep, and what was gathered of them.
//   sweep.toml     the plan: what the folder holds, to the last setting
//   runs/          journals of finished runs, one for each process that made some
//   results.h5     everything in one file, once every run is there
#pragma once

#include <string>

#include "base/problem.hpp"

namespace cxsim {

// Whether a folder that holds a sweep already may be gone on with: not at all, as far as its plan
// is the same, or with another plan in its place, which keeps the runs that fit.
enum class Joining : std::uint8_t { fresh, resume, extend };

struct SweepFolder {
  std::string path;

  std::string plan() const { return path + "/sweep.toml"; }
  std::string runs() const { return path + "/runs"; }
  std::string results() const { return path + "/results.h5"; }
};

// The folder at a path. Throws RecordingError where it holds something that this sweep may not go
// on with; changes nothing.
SweepFolder sweep_folder(const std::string& path, const std::string& plan, Joining joining);

// Makes what is not there yet. Shards of one plan may come at once, in any order. Throws
// RecordingError.
void make_sweep_folder(const SweepFolder& folder, const std::string& plan, Joining joining);

// Held by the one process that gathers, for which others wait; it falls with the process. File
// systems that know no locks let everybody gather.
class GatheringLock {
 public:
  explicit GatheringLock(const SweepFolder& folder);
  ~GatheringLock();
  GatheringLock(const GatheringLock&) = delete;
  GatheringLock& operator=(const GatheringLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace cxsim
