// Runs a sweep, or a share of it, and gathers what was run.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "base/problem.hpp"
#include "engine/today.hpp"
#include "experiments/sweep.hpp"
#include "experiments/sweep_folder.hpp"

namespace cxsim {

// One of `of` equal shares; run j of the sweep belongs to the share j % of.
struct Shard {
  std::size_t index = 0, of = 1;
};

// How many runs are its.
std::size_t runs_of(const Sweep& sweep, const Shard& shard);

struct SweepRunPlan {
  Shard shard;
  int threads = 0;                                 // 0: every core
  std::function<void(std::size_t runs)> on_begin;  // runs that are still to be made
  std::function<void()> on_run;                    // a run is finished; from any thread
  std::function<bool()> cancelled;
};

struct SweepReport {
  std::size_t runs = 0;  // of the shard, in all
  std::size_t kept = 0;  // of them were there before
  std::size_t made = 0;  // and now
  double seconds = 0;    // for making them
  double busy = 0;       // share of the workers' time in which they worked
  std::size_t workers = 1;
  bool is_complete = false;  // the shard; false if it was cancelled
};

// Checks every point of the shard before anything is run: the problems name the point. Points of
// DesignKind::random that the scenario does not allow are drawn again; says how many were.
Result<std::size_t> check_points(Sweep& sweep, const Shard& shard, int threads);

// Makes the runs of the shard that the folder does not hold yet. A kill loses those in flight.
Result<SweepReport> run_shard(const Sweep& sweep, const SweepFolder& folder,
                              const SweepRunPlan& plan);

enum class Gathered : std::uint8_t {
  whole,    // results.h5 is there
  partly,   // results.h5.partial holds what there is, marked incomplete
  waiting,  // runs are missing, and nothing was written
  cancelled
};

// Brings the runs of a folder together in one file. What is missing stays NaN, if it is `wanted`
// in parts at all.
Result<Gathered> gather(const Sweep& sweep, const SweepFolder& folder, bool in_parts,
                        const SweepRunPlan& plan);

// Runs the whole sweep straight into one result file, without a folder.
Result<SweepReport> run_into_file(const Sweep& sweep, const std::string& output,
                                  const SweepRunPlan& plan);

}  // namespace cxsim
