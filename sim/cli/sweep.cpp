// cxsim sweep: a scenario at every point of a design, into a folder that any number of processes
// may work on.
#include <errno.h>  // the name the program was called by
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <memory>

#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "experiments/estimate.hpp"
#include "experiments/sweep_run.hpp"
#include "recording/netcdf_error.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

struct SweepOptions {
  ScenarioOptions scenario;
  std::vector<std::string> vary, measures;
  std::string design, points, output, shard;
  bool uncertain = false, resume = false, extend = false, gather = false;
  std::size_t size = 0;
  std::uint64_t design_seed = 1;
  int threads = 0;
  bool quiet = false;
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim sweep 02_what_if --vary company.maturity_stage=1:6:int --vary "
    "money.margin=0.3,0.4,0.5 -o stages\n"
    "  cxsim sweep 03_two_investments --vary customer.word_of_mouth.heard_rate=0.01:1:log \\\n"
    "      --vary customer.preference.quality=0.5:2 --design lhs -n 200 -o talk\n"
    "  cxsim sweep 03_two_investments --uncertain --design morris -n 20 -o screening\n"
    "  cxsim sweep 02_what_if --points points.csv --shard 2/8 --resume -o mine   one of eight "
    "parts\n"
    "  cxsim sensitivity talk                       which of them matters, and for what\n"
    "\nA folder holds the plan (sweep.toml), the finished runs (runs/) and, once all are there,\n"
    "results.h5: one dataset with the dimensions point, arm, replication, month. docs/sweeps.md\n"
    "goes on from here, docs/cluster.md says how many machines share a sweep.\n";

constexpr std::size_t most_shards = 1'000'000;

Problem wrong_shard(const std::string& text) {
  return {{},
          "--shard",
          "\"" + text + "\" is not a share of the sweep",
          "each process makes the runs of its share",
          "write i/n with i from 1 to n, such as 2/8"};
}

Result<Shard> read_shard(const std::string& text) {
  if (text.empty()) return Shard{};
  std::size_t index = 0, of = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, index);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '/') return wrong_shard(text);
  const auto second = std::from_chars(first.ptr + 1, end, of);
  if (second.ec != std::errc() || second.ptr != end || index < 1 || index > of || of > most_shards)
    return wrong_shard(text);
  return Shard{index - 1, of};
}

// A grid where every setting says its levels, otherwise a sample of the space.
DesignKind usual_design(const std::vector<Variation>& variations) {
  const bool has_levels =
      std::all_of(variations.begin(), variations.end(),
                  [](const Variation& variation) { return variation.has_levels; });
  return has_levels ? DesignKind::grid : DesignKind::sobol;
}

Result<DesignKind> chosen_design(const SweepOptions& options,
                                 const std::vector<Variation>& variations) {
  if (options.design.empty()) return usual_design(variations);
  if (const auto design = find_design(options.design)) return *design;
  std::vector<std::string> names;
  for (const DesignRow& row : design_kinds) names.emplace_back(row.name);
  return Problem{{},
                 "--design",
                 "there is no design \"" + options.design + "\"",
                 "it says which points are run",
                 spelling_cure(options.design, names, "designs")};
}

Problem size_without_use(std::string_view design) {
  return {{},
          "--size",
          fmt::format("the design {} takes no size", design),
          "its points follow from its levels or its file",
          "leave -n out, or choose a sample: --design lhs"};
}

Problems check_words(const SweepOptions& options) {
  const auto clash = [](const char* what, const char* other) {
    return Problem{{},
                   "--points",
                   what,
                   "the points are those of the file",
                   fmt::format("leave out --points, or {}", other)};
  };
  if (!options.points.empty() && !options.vary.empty())
    return {clash("the file says already what varies", "--vary")};
  if (!options.points.empty() && options.uncertain)
    return {clash("the file says already what varies", "--uncertain")};
  if (!options.points.empty() && !options.design.empty() && options.design != "csv")
    return {clash("a design would choose other points", "--design")};
  if (options.points.empty() && options.design == "csv")
    return {{{},
             "--design",
             "csv needs a file of points",
             "they are run as they stand there",
             "add --points FILE.csv"}};
  return {};
}

// Those that --vary does not name.
void add_uncertain(SweepRequest& request, const ScenarioFamily& family) {
  const std::vector<Variation> named = request.variations;
  for (const UncertainSetting& setting : family.uncertain())
    if (std::none_of(named.begin(), named.end(),
                     [&](const Variation& one) { return one.key == setting.key; }))
      request.variations.push_back(variation_of(setting));
}

Result<SweepRequest> request_of(const SweepOptions& options, const ScenarioFamily& family) {
  const Problems clashes = check_words(options);
  if (!clashes.empty()) return clashes;
  if (!options.points.empty()) {
    if (options.size > 0) return size_without_use("csv");
    return read_points(options.points);
  }
  SweepRequest request;
  Problems problems;
  for (const std::string& vary : options.vary) {
    auto variation = read_variation(vary, family.base());
    if (variation)
      request.variations.push_back(std::move(*variation));
    else
      problems.insert(problems.end(), variation.problems().begin(), variation.problems().end());
  }
  if (!problems.empty()) return problems;
  if (options.uncertain) add_uncertain(request, family);
  const auto design = chosen_design(options, request.variations);
  if (!design) return design.problems();
  request.design = *design;
  const DesignRow& row = row_of(*design);
  if (options.size > 0 && row.usual == 0) return size_without_use(row.name);
  request.size = options.size;
  return request;
}

Result<Sweep> sweep_of(const SweepOptions& options) {
  auto family = options.scenario.load_family();
  if (!family) return family.problems();
  auto request = request_of(options, *family);
  if (!request) return request.problems();
  request->seed = options.design_seed;
  request->measures = options.measures;
  return Sweep::of(std::move(*family), std::move(*request));
}

std::string counted(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void tell_plan(const Sweep& sweep, const SweepOptions& options, const Shard& shard) {
  if (options.quiet) return;
  const std::size_t arms = sweep.base().arms.size();
  std::string text = fmt::format("{} of {}, {}, {}: {}", counted(sweep.points(), "point"),
                                 counted(sweep.variations().size(), "parameter"),
                                 counted(sweep.replications(), "replication"), counted(arms, "arm"),
                                 counted(sweep.runs(), "run"));
  if (shard.of > 1)
    text += fmt::format(", of which this is share {} of {}", shard.index + 1, shard.of);
  Estimate estimate = estimate_of(sweep.base(), options.threads);
  estimate.seconds *= static_cast<double>(sweep.points()) / static_cast<double>(shard.of);
  if (is_worth_telling(estimate))
    text +=
        fmt::format(". About {} and {:.1f} GB of memory", in_words(estimate), estimate.bytes / 1e9);
  tell(text + ".");
}

void tell_made(const SweepReport& report, const SweepOptions& options) {
  if (options.quiet) return;
  if (report.kept > 0) tell(fmt::format("{} had been made before.", counted(report.kept, "run")));
  if (report.made > 0)
    tell(fmt::format("{} in {:.1f} s, {:.1f} a second; {} {:.0f}% busy.",
                     counted(report.made, "run"), report.seconds,
                     static_cast<double>(report.made) / report.seconds,
                     counted(report.workers, "thread"), 100 * report.busy));
}

Status fail_with(const Problems& problems, Status status) {
  tell_problems(problems);
  return status;
}

Status tell_gathered(Gathered gathered, const SweepFolder& folder, const SweepOptions& options) {
  if (options.quiet) return Status::done;
  const std::string results = folder.results();
  const auto megabytes = [](const std::string& file) {
    std::error_code ignored;
    return static_cast<double>(fs::file_size(file, ignored)) / 1e6;
  };
  switch (gathered) {
    case Gathered::whole:
      print(
          fmt::format("Results: {} ({:.1f} MB; one dataset by point, arm, replication and month)\n"
                      "Next: {} sensitivity {}\n",
                      results, megabytes(results), program_invocation_name, folder.path));
      break;
    case Gathered::partly:
      print(fmt::format("What there is so far: {}.partial ({:.1f} MB, marked incomplete)\n",
                        results, megabytes(results + ".partial")));
      break;
    case Gathered::cancelled:
      break;
    case Gathered::waiting:
      print(
          "Other runs of the sweep are still to be made: the process that makes the last of them "
          "writes the results.\n");
      break;
  }
  return Status::done;
}

Status tell_nothing_to_gather(const SweepFolder& folder) {
  tell_problem({{folder.path, 0},
                "",
                "there is no sweep here",
                "there are no runs to gather",
                "make some: the same command without --gather"});
  return Status::wrong_input;
}

Status tell_interrupted() {
  tell("Interrupted; give the same command with --resume to go on.");
  return Status::interrupted;
}

Joining joining_of(const SweepOptions& options) {
  if (options.extend) return Joining::extend;
  const bool goes_on = options.resume || options.gather || !options.shard.empty();
  return goes_on ? Joining::resume : Joining::fresh;
}

Result<SweepReport> made_runs(const Sweep& sweep, const SweepFolder& folder,
                              const SweepOptions& options, const Shard& shard) {
  std::optional<Progress> progress;
  SweepRunPlan plan{shard, options.threads, {}, {}, is_interrupted};
  plan.on_begin = [&](std::size_t runs) {
    progress.emplace(static_cast<std::int64_t>(runs),
                     !options.quiet && has_terminal() ? Watched::yes : Watched::no);
  };
  plan.on_run = [&] { progress->advance(1); };
  return run_shard(sweep, folder, plan);
}

Status gathered(const Sweep& sweep, const SweepFolder& folder, const SweepOptions& options) {
  const auto result =
      gather(sweep, folder, options.gather, {{}, options.threads, {}, {}, is_interrupted});
  if (!result) return fail_with(result.problems(), Status::failed);
  if (*result == Gathered::cancelled) return tell_interrupted();
  return tell_gathered(*result, folder, options);
}

Status sweep_verb(const SweepOptions& options) {
  const auto shard = read_shard(options.shard);
  if (!shard) return fail_with(shard.problems(), Status::wrong_input);
  auto sweep = sweep_of(options);
  if (!sweep) return fail_with(sweep.problems(), Status::wrong_input);
  const auto checked = check_points(*sweep, *shard, options.threads);
  if (!checked) return fail_with(checked.problems(), Status::wrong_input);
  const std::string plan = sweep->plan();
  const auto folder =
      attempt([&] { return sweep_folder(options.output, plan, joining_of(options)); });
  if (!folder) return fail_with(folder.problems(), Status::wrong_input);
  if (options.gather && !fs::exists(folder->plan())) return tell_nothing_to_gather(*folder);
  const auto is_made = attempt([&] { make_sweep_folder(*folder, plan, joining_of(options)); });
  if (!is_made) return fail_with(is_made.problems(), Status::failed);
  listen_for_interrupt();
  if (options.gather) return gathered(*sweep, *folder, options);
  tell_plan(*sweep, options, *shard);
  const auto report = made_runs(*sweep, *folder, options, *shard);
  if (!report) return fail_with(report.problems(), Status::failed);
  tell_made(*report, options);
  if (!report->is_complete) return tell_interrupted();
  return gathered(*sweep, *folder, options);
}

std::string design_help() {
  std::string help =
      "which points are run (default: grid if every --vary says its levels, else "
      "sobol):";
  for (const DesignRow& row : design_kinds) {
    help += fmt::format("\n  {}: {}", row.name, row.meaning);
    if (row.usual > 0) help += fmt::format(" (-n {} unless told)", row.usual);
  }
  return help;
}

}  // namespace

void add_sweep(CLI::App& app, Status& status) {
  auto options = std::make_shared<SweepOptions>();
  CLI::App* verb = app.add_subcommand("sweep", "run a scenario at many points of its parameters");
  options->scenario.add_to(*verb);
  verb->add_option("--vary", options->vary,
                   "setting to vary, and where: key=lo:hi[:n][:log|:int], key=a,b,c, or the key of "
                   "an uncertain setting alone; may be repeated")
      ->type_name("KEY=WHERE")
      ->allow_extra_args(false);
  verb->add_flag("--uncertain", options->uncertain,
                 "vary what the scenario is not sure of: its [uncertainty], and every assumption");
  verb->add_option("--design", options->design, design_help())->type_name("NAME");
  verb->add_option("-n,--size", options->size, "size of the design")
      ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
      ->type_name("N");
  verb->add_option("--points", options->points, "points to run: a header of keys, a row for each")
      ->type_name("FILE.csv");
  verb->add_option("--design-seed", options->design_seed, "names the chance in the design")
      ->type_name("N")
      ->capture_default_str();
  verb->add_option("--measures", options->measures,
                   "measures to keep, with commas between (default: all)")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  verb->add_option("-o,--output", options->output, "folder of the sweep")
      ->type_name("FOLDER")
      ->required();
  verb->add_option("--shard", options->shard, "make one share of n of the runs, from 1/n to n/n")
      ->type_name("I/N");
  verb->add_flag("--resume", options->resume,
                 "go on in a folder that holds this sweep; begin it if there is none");
  verb->add_flag("--extend", options->extend,
                 "put this sweep in the place of the one in the folder; runs that fit are kept");
  verb->add_flag("--gather", options->gather,
                 "make no runs: bring those that are there together, complete or not");
  verb->add_option("--threads", options->threads, "threads to use (default: every core)")
      ->check(CLI::Range(1, 4096))
      ->type_name("N");
  verb->add_flag("--quiet", options->quiet, "no progress and no messages");
  verb->footer(examples);
  verb->callback([options, &status] { status = sweep_verb(*options); });
}

}  // namespace cxsim
