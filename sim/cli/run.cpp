// cxsim run: all arms and replications of a scenario, a table of outcomes, and a result file.
#include <errno.h>  // the name the program was called by
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "analysis/report/outcomes.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "experiments/estimate.hpp"
#include "experiments/experiment.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

struct RunOptions {
  ScenarioOptions scenario;
  std::string output;
  int threads = 0;
  std::size_t chunk_size = Execution{}.chunk_size;
  bool json = false, quiet = false;
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim run scenarios/01_first_run.toml\n"
    "  cxsim run 01_first_run --set company.maturity_stage=5 --replications 20 -o stage5.h5\n"
    "  cxsim run stage5.h5                      run again exactly what made the file\n";

// Beside where the program is called, named after the scenario; a rerun never hides its original.
std::string default_output(const ScenarioOptions& options) {
  const std::string stem = fs::path(options.scenario).stem().string();
  return stem + (options.is_result_file() ? ".rerun.h5" : ".h5");
}

void tell_estimate(const Scenario& scenario, const RunOptions& options) {
  const Estimate estimate = estimate_of(scenario, options.threads);
  if (options.quiet || !is_worth_telling(estimate)) return;
  tell(fmt::format("This will take about {} and {:.1f} GB of memory.", in_words(estimate),
                   estimate.bytes / 1e9));
}

ExperimentPlan plan_of(const RunOptions& options, Progress& progress) {
  ExperimentPlan plan;
  plan.output = options.output;
  plan.threads = options.threads;
  plan.execution.chunk_size = options.chunk_size;
  plan.on_progress = [&progress](std::int64_t days) { progress.advance(days); };
  plan.cancelled = is_interrupted;
  return plan;
}

Result<ExperimentReport> simulate(const Scenario& scenario, const RunOptions& options) {
  const bool watched = has_terminal() && !options.quiet;
  Progress progress(days_in_all(scenario), scenario.world.simulation.people,
                    watched ? Watched::yes : Watched::no);
  return run_experiment(scenario, plan_of(options, progress));
}

Status tell_interruption(const ExperimentReport& report, const RunOptions& options) {
  tell(fmt::format(
      "Interrupted: {} finished runs are kept in {}.partial, which is marked incomplete.",
      report.runs, options.output));
  return Status::interrupted;
}

Status show_outcomes(const Scenario& scenario, const RunOptions& options) {
  const auto outcomes = attempt([&] { return read_outcomes(NetcdfReader(options.output)); });
  if (!outcomes) {
    tell_problems(outcomes.problems());
    return Status::failed;
  }
  if (options.json) return print(to_json(*outcomes)) ? Status::done : Status::failed;
  const SimulationSettings& s = scenario.world.simulation;
  const std::string heading =
      fmt::format("{}\n{} people, {} days after {} of burn-in, seed {}\n\n", scenario.about.title,
                  s.people, s.days, s.burn_in, s.seed);
  const auto megabytes = static_cast<double>(fs::file_size(options.output)) / 1e6;
  const std::string where =
      options.quiet
          ? ""
          : fmt::format(
                "\nResults: {} ({:.1f} MB; HDF5 and netCDF-4)\n"
                "Next: {} diary {} --person 0    one customer's life\n",
                options.output, megabytes, program_invocation_name, options.scenario.scenario);
  return print(heading + to_text(*outcomes) + where) ? Status::done : Status::failed;
}

Status run_verb(RunOptions& options) {
  const auto scenario = options.scenario.load();
  if (!scenario) {
    tell_problems(scenario.problems());
    return Status::wrong_input;
  }
  if (options.output.empty()) options.output = default_output(options.scenario);
  tell_estimate(*scenario, options);
  listen_for_interrupt();
  const auto report = simulate(*scenario, options);
  if (!report) {
    tell_problems(report.problems());
    return Status::failed;
  }
  if (!report->complete) return tell_interruption(*report, options);
  return show_outcomes(*scenario, options);
}

}  // namespace

void add_run(CLI::App& app, Status& status) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* verb = app.add_subcommand("run", "simulate a scenario and write its results");
  options->scenario.add_to(*verb);
  verb->add_option("-o,--output", options->output, "result file (default: the scenario's name .h5)")
      ->type_name("FILE.h5");
  verb->add_option("--threads", options->threads, "threads to use (default: every core)")
      ->check(CLI::Range(1, 4096))
      ->type_name("N");
  verb->add_option("--chunk-size", options->chunk_size, "people a thread takes at once, for tests")
      ->check(CLI::Range(std::size_t{1}, Calendar::most_people))
      ->group("");
  verb->add_flag("--json", options->json, "print the outcomes as JSON");
  verb->add_flag("--quiet", options->quiet, "no progress and no messages");
  verb->footer(examples);
  verb->callback([options, &status] { status = run_verb(*options); });
}

}  // namespace cxsim
