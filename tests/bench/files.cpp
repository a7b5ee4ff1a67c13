// A whole run as `cxsim run` does it, phase by phase: what of it goes into the result file.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "analysis/report/run_report.hpp"
#include "catalogue.hpp"
#include "engine/crew.hpp"
#include "experiments/experiment.hpp"
#include "machine.hpp"
#include "reference_firm.hpp"
#include "stopwatch.hpp"

namespace cxsim::bench {
namespace {

namespace fs = std::filesystem;

// A folder that goes when it is done with.
class Scratch {
 public:
  Scratch() : path_(fs::temp_directory_path() / fmt::format("cxsim_bench_{}", getpid())) {
    fs::create_directories(path_);
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::string file() const { return (path_ / "run.h5").string(); }

 private:
  fs::path path_;
};

RunPlan run_plan_of(const Scenario& scenario) {
  RunPlan plan;
  plan.people = people_to_record(scenario.record.people, scenario.world);
  plan.observed = people_to_record(scenario.record.contacts, scenario.world);
  return plan;
}

void write(const Scenario& scenario, const RunPlan& run_plan, const std::vector<RunResult>& arms,
           const std::string& path) {
  ResultPlan plan{.title = scenario.about.title,
                  .arms = {},
                  .people = run_plan.people,
                  .contacts = run_plan.observed,
                  .lives = {},
                  .life_events = {},
                  .scenario = {scenario.as_written, resolved_toml(scenario)}};
  for (const Arm& arm : scenario.arms)
    plan.arms.push_back(
        {arm.name, arm.title, static_cast<std::int32_t>(arm.programme.first_day())});
  ResultWriter writer(path, scenario.world, plan);
  for (std::size_t arm = 0; arm < arms.size(); ++arm) writer.write(arm, 0, arms[arm]);
  writer.finish();
}

// Everything but the start of the program itself.
void run_with_file(benchmark::State& state, const FileRun& run) {
  const Scratch scratch;
  const Crew crew(run.threads);
  while (state.KeepRunning()) {
    Scenario scenario;
    const double reading = seconds_of([&] { scenario = reference_scenario(run.people); });
    const RunPlan plan = run_plan_of(scenario);
    std::vector<RunResult> arms;
    const double living =
        seconds_of([&] { arms = run_arms(scenario.world, programmes_of(scenario), 0, plan); });
    const double writing = seconds_of([&] { write(scenario, plan, arms, scratch.file()); });
    const double telling = seconds_of([&] {
      benchmark::DoNotOptimize(run_report_text(NetcdfReader(scratch.file()), scenario.measured));
    });
    state.SetIterationTime(reading + living + writing + telling);
    state.counters["reading"] = reading;
    state.counters["living"] = living;
    state.counters["writing"] = writing;
    state.counters["telling"] = telling;
  }
}

}  // namespace

void add_files(Catalogue& catalogue) {
  std::vector<int> threads{1};
  if (cores() > 1) threads.push_back(cores());
  for (const std::int64_t people : {1'000, 10'000, 100'000, 1'000'000})
    for (const int crew : threads) {
      const FileRun run{people, crew};
      catalogue.files.push_back(run);
      add(run.name(), [run](benchmark::State& state) { run_with_file(state, run); })->Iterations(1);
    }
}

}  // namespace cxsim::bench
