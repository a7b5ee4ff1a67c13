// All arms and replications of a scenario, run side by side and written in one order.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "recording/result_writer.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

struct ExperimentPlan {
  std::string output;                                  // path of the result file
  int threads = 0;                                     // 0: every core
  Execution execution;                                 // nothing here changes a result
  std::function<void(std::int64_t days)> on_progress;  // days passed in any run; from any thread
  std::function<bool()> cancelled;
  // Asked after each batch of replications, with the monthly results of all so far, by arm; true
  // ends the experiment. Without it all replications of the scenario are run.
  std::function<bool(std::span<const RunsOfArm>)> enough;
  std::size_t batch = 5;  // replications
};

struct ExperimentReport {
  bool complete = false;  // false: cancelled, and the partial file keeps what was finished
  std::size_t runs = 0;   // finished
  std::size_t replications = 0;
  bool enough = false;  // as the plan's `enough` said in the end
};

// What each arm does, in the order of the arms.
std::vector<const Programme*> programmes_of(const Scenario& scenario);

// As results tell of it.
ArmText described(const Arm& arm);

// Days that all runs together will live through.
std::int64_t days_in_all(const Scenario& scenario);

// Runs and writes; problems are those of the result file.
Result<ExperimentReport> run_experiment(const Scenario& scenario, const ExperimentPlan& plan);

// The people a scenario asks to record, or to log the contacts of.
std::vector<PersonId> people_to_record(std::int64_t wanted, const World& world);

}  // namespace cxsim
