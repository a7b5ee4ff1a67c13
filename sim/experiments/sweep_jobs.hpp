// What running a sweep, checking it and gathering it share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiments/sweep_run.hpp"

namespace cxsim {

// One replication of one point, in every arm.
struct Job {
  std::size_t point, replication;
};

Job job_at(const Sweep& sweep, std::size_t run);

bool is_cancelled(const SweepRunPlan& plan);

SweepWriter writer_for(const Sweep& sweep, const std::string& output);

// The runs of one point, by replication; nothing where one is missing.
using RunsOfPoint = std::vector<std::optional<SweptRun>>;

void write_point(SweepWriter& writer, const RunsOfPoint& runs);

// Each run asks for much and gives it all back. Unless large blocks go back to the system, what is
// left between small ones grows from run to run: to four times the memory in 2,000 runs.
void keep_memory_flat();

}  // namespace cxsim
