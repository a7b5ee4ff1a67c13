// cxsim run: all arms and replications of a scenario, a table of outcomes, and a result file.
#include <errno.h>  // the name the program was called by
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "analysis/report/memory_source.hpp"
#include "analysis/report/run_report.hpp"
#include "analysis/report/width.hpp"
#include "analysis/sensitivity/swept_results.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/run_uncertain.hpp"
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
  std::string lanes;
  bool json = false, quiet = false;
  std::optional<double> until_width;
  WidthGoal goal;
  std::int64_t batch = 5, most_replications = 200;
  std::optional<std::size_t> draws;  // of --uncertain
  std::uint64_t design_seed = 1;
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim run scenarios/01_first_run.toml\n"
    "  cxsim run 01_first_run --set company.maturity_stage=5 --replications 20 -o stage5.h5\n"
    "  cxsim run 02_what_if --until-width 5000 --outcome npv      until NPV is known to +-2500\n"
    "  cxsim run 03_two_investments --uncertain 100   100 draws of what the scenario is not sure "
    "of\n"
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

std::vector<ArmFacts> facts_of(const Scenario& scenario) {
  std::vector<ArmFacts> facts;
  for (const Arm& arm : scenario.arms)
    facts.push_back({arm.name, arm.title, static_cast<std::int32_t>(arm.programme.first_day())});
  return facts;
}

ExperimentPlan plan_of(const Scenario& scenario, const RunOptions& options, Progress& progress) {
  ExperimentPlan plan;
  plan.output = options.output;
  plan.threads = options.threads;
  plan.execution.chunk_size = options.chunk_size;
  plan.execution.kernels = find_kernels(options.lanes);
  plan.on_progress = [&progress](std::int64_t days) { progress.advance(days); };
  plan.cancelled = is_interrupted;
  if (!options.until_width) return plan;
  plan.batch = static_cast<std::size_t>(options.batch);
  plan.enough = [&](std::span<const RunsOfArm> runs) {
    return is_narrow_enough(
        MemorySource(scenario.world, scenario.about.title, facts_of(scenario), runs), options.goal);
  };
  return plan;
}

Result<ExperimentReport> simulate(const Scenario& scenario, const RunOptions& options) {
  const bool watched = has_terminal() && !options.quiet;
  Progress progress(days_in_all(scenario), scenario.world.simulation.people,
                    watched ? Watched::yes : Watched::no);
  return run_experiment(scenario, plan_of(scenario, options, progress));
}

Status tell_interruption(const ExperimentReport& report, const RunOptions& options) {
  tell(fmt::format(
      "Interrupted: {} finished runs are kept in {}.partial, which is marked incomplete.",
      report.runs, options.output));
  return Status::interrupted;
}

void tell_width(const ExperimentReport& report, const RunOptions& options) {
  tell(fmt::format("{} replications were run{}.", report.replications,
                   report.enough ? fmt::format(": the intervals of {} are at most {:g} wide",
                                               options.goal.outcome, options.goal.width)
                                 : ", the most that were allowed (--most-replications)"));
}

std::string next_step(const Scenario& scenario, const RunOptions& options) {
  if (scenario.arms.size() > 1)
    return fmt::format("compare {} --explain {}    why it wins or loses", options.output,
                       scenario.arms.back().name);
  return fmt::format("diary {} --person 0    one customer's life", options.output);
}

Status show_outcomes(const Scenario& scenario, const RunOptions& options) {
  const auto outcomes = attempt([&] {
    const NetcdfReader reader(options.output);
    return options.json ? run_report_json(reader, scenario.measured)
                        : run_report_text(reader, scenario.measured);
  });
  if (!outcomes) {
    tell_problems(outcomes.problems());
    return Status::failed;
  }
  if (options.json) return print(*outcomes) ? Status::done : Status::failed;
  const SimulationSettings& s = scenario.world.simulation;
  const std::string heading =
      fmt::format("{}\n{} people, {} days after {} of burn-in, seed {}\n\n", scenario.about.title,
                  s.people, s.days, s.burn_in, s.seed);
  const auto megabytes = static_cast<double>(fs::file_size(options.output)) / 1e6;
  const std::string where = options.quiet ? ""
                                          : fmt::format(
                                                "\nResults: {} ({:.1f} MB; HDF5 and netCDF-4)\n"
                                                "Next: {} {}\n",
                                                options.output, megabytes, program_invocation_name,
                                                next_step(scenario, options));
  return print(heading + *outcomes + where) ? Status::done : Status::failed;
}

Problems prepare_goal(Scenario& scenario, RunOptions& options) {
  scenario.world.simulation.replications = options.most_replications;
  options.goal.width = *options.until_width;
  const std::vector<RunsOfArm> nothing_yet(scenario.arms.size());
  return check_goal(
      MemorySource(scenario.world, scenario.about.title, facts_of(scenario), nothing_yet),
      options.goal);
}

bool holds_sweep(const ScenarioOptions& scenario) {
  if (!scenario.is_result_file()) return false;
  const auto swept = attempt([&] { return is_sweep(NetcdfReader(scenario.scenario)); });
  return swept && *swept;
}

Status run_verb(RunOptions& options) {
  if (options.draws) {
    const std::string output =
        options.output.empty() ? default_output(options.scenario) : options.output;
    return run_uncertain({options.scenario, output, *options.draws, options.design_seed,
                          options.threads, options.json, options.quiet});
  }
  if (holds_sweep(options.scenario)) {
    tell_problem(
        {{options.scenario.scenario, 0},
         "",
         "this is a sweep, not one run",
         "its runs differ from point to point",
         "make a file of --uncertain again by adding --uncertain with as many draws, and a "
         "sweep by its own command: /provenance/sweep has both"});
    return Status::wrong_input;
  }
  auto scenario = options.scenario.load();
  if (!scenario) {
    tell_problems(scenario.problems());
    return Status::wrong_input;
  }
  if (options.until_width) {
    const Problems problems = prepare_goal(*scenario, options);
    if (!problems.empty()) {
      tell_problems(problems);
      return Status::wrong_input;
    }
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
  if (options.until_width && !options.quiet) tell_width(*report, options);
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
      ->check(CLI::Range(std::size_t{1}, Execution::largest_chunk))
      ->group("");
  std::vector<std::string> kernels;
  for (const Kernels* one : available_kernels()) kernels.emplace_back(one->name);
  verb->add_option("--lanes", options->lanes,
                   "vector instructions to use, which change no result: scalar is none, for tests "
                   "(default: the widest this processor has)")
      ->check(CLI::IsMember(kernels))
      ->group("");
  CLI::Option* until =
      verb->add_option("--until-width", options->until_width,
                       "run batches of replications until every arm's 95% interval of the outcome "
                       "(of its difference to baseline, where there are arms) is this narrow, in "
                       "the table's unit; ten at least")
          ->check(CLI::PositiveNumber)
          ->type_name("X")
          ->excludes("--replications");
  verb->add_option("--outcome", options->goal.outcome, "outcome that --until-width looks at")
      ->type_name("NAME")
      ->needs(until)
      ->capture_default_str();
  verb->add_option("--batch", options->batch, "replications in a batch of --until-width")
      ->check(CLI::Range(std::int64_t{2}, std::int64_t{1000}))
      ->type_name("N")
      ->needs(until)
      ->capture_default_str();
  verb->add_option("--most-replications", options->most_replications,
                   "where --until-width stops in any case")
      ->check(CLI::Range(std::int64_t{2}, std::int64_t{100000}))
      ->type_name("N")
      ->needs(until)
      ->capture_default_str();
  CLI::Option* uncertain =
      verb->add_option(
              "--uncertain", options->draws,
              "draw what the scenario is not sure of so many times: its [uncertainty], and a "
              "quarter around every assumption; outcomes then carry both kinds of uncertainty")
          ->check(CLI::Range(std::size_t{2}, std::size_t{1'000'000}))
          ->type_name("DRAWS")
          ->excludes(until);
  verb->add_option("--design-seed", options->design_seed, "names the chance in the draws")
      ->type_name("N")
      ->needs(uncertain)
      ->capture_default_str();
  verb->add_flag("--json", options->json, "print the outcomes as JSON");
  verb->add_flag("--quiet", options->quiet, "no progress and no messages");
  verb->footer(examples);
  verb->callback([options, &status] { status = run_verb(*options); });
}

}  // namespace cxsim
