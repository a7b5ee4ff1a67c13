// cxsim compare: what each arm of a result file changes.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "analysis/explain/explanation.hpp"
#include "analysis/report/comparison.hpp"
#include "analysis/report/expectations.hpp"
#include "analysis/report/file_source.hpp"
#include "analysis/report/individuals.hpp"
#include "analysis/sensitivity/swept_results.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "recording/netcdf_error.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

struct CompareOptions {
  std::string file, against = "baseline";
  std::vector<std::string> arms;
  bool people = false, expect = false, json = false, incomplete = false;
  std::string explain;
  bool quick = false;
  int threads = 0;

  Incomplete which() const { return incomplete ? Incomplete::allowed : Incomplete::refused; }
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim compare my_firm.h5                     every arm against baseline\n"
    "  cxsim compare my_firm.h5 --arm trained --against cheaper\n"
    "  cxsim compare my_firm.h5 --people            who is kept and who is lost, customer by "
    "customer\n"
    "  cxsim compare my_firm.h5 --expect            does the scenario show what it promises?\n"
    "  cxsim compare my_firm.h5 --explain trained   why it wins or loses, and what that leans on\n"
    "  cxsim compare my_firm.h5 --json              everything, for programs\n";

void require_two_arms(const ResultFacts& facts, const std::string& file) {
  if (facts.arms.size() > 1) return;
  throw RecordingError({{file, 0},
                        "",
                        fmt::format("there is nothing to compare: {} is its only arm",
                                    facts.arms.empty() ? "baseline" : facts.arms.front().name),
                        "a difference takes two arms that live through the same luck",
                        "add an [[arm]] with name and apply to the scenario, and run it again; "
                        "cxsim summary shows one arm alone"});
}

std::size_t place_of(const std::string& arm, const ResultFacts& facts, const std::string& file) {
  std::vector<std::string> names;
  for (const ArmFacts& known : facts.arms) names.push_back(known.name);
  const auto found = std::find(names.begin(), names.end(), arm);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw RecordingError({{file, 0},
                        "",
                        "there is no arm " + arm,
                        "only arms that were run can be compared",
                        spelling_cure(arm, names, "arms of this file")});
}

void refuse_itself(const CompareOptions& options) {
  throw RecordingError({{options.file, 0},
                        "",
                        options.against + " cannot be compared with itself",
                        "every difference would be zero",
                        "name another arm with --arm, --explain or --against"});
}

std::vector<std::size_t> chosen_arms(const CompareOptions& options, const ResultFacts& facts,
                                     std::size_t against) {
  if (options.arms.empty()) return all_arms_but(against, facts);
  std::vector<std::size_t> arms;
  for (const std::string& arm : options.arms) arms.push_back(place_of(arm, facts, options.file));
  if (std::find(arms.begin(), arms.end(), against) != arms.end()) refuse_itself(options);
  return arms;
}

std::string report(const CompareOptions& options) {
  const NetcdfReader reader(options.file, options.which());
  const FileSource source(reader);
  require_two_arms(source.facts(), options.file);
  const MonthlyResults results(source);
  const std::size_t against = place_of(options.against, source.facts(), options.file);
  const std::vector<std::size_t> arms = chosen_arms(options, source.facts(), against);
  const Comparison comparison = compare(results, against, arms);
  Json json = json_of(comparison);
  std::string text = source.facts().title + "\n\n" + to_text(comparison);
  for (std::size_t k = 0; options.people && k < arms.size(); ++k) {
    const Individuals individuals = read_individuals(reader, results, arms[k], against);
    json["arms"][individuals.arm]["people"] = json_of(individuals);
    text += "\n" + to_text(individuals);
  }
  return options.json ? json.dump(2) + "\n" : text;
}

// Whether the results show what their scenario promises.
Status check_promises(const CompareOptions& options) {
  const auto scenario = scenario_of_result(options.file, {}, options.which());
  if (!scenario) {
    tell_problems(scenario.problems());
    return Status::wrong_input;
  }
  const auto checked = attempt([&] {
    const NetcdfReader reader(options.file, options.which());
    return check_expectations(FileSource(reader), scenario->expectations);
  });
  if (!checked || !checked->problems.empty()) {
    tell_problems(checked ? checked->problems : checked.problems());
    return Status::wrong_input;
  }
  const std::string text = options.json ? json_of(*checked).dump(2) + "\n" : to_text(*checked);
  return print(text) && all_hold(*checked) ? Status::done : Status::failed;
}

// The path, and where to find the arms; the leaning is left for runs of its own.
struct Explained {
  Explanation explanation;
  std::size_t arm, against;
};

Explained path_explained(const CompareOptions& options, const Scenario& scenario) {
  const NetcdfReader reader(options.file, options.which());
  const FileSource source(reader);
  require_two_arms(source.facts(), options.file);
  const std::size_t arm = place_of(options.explain, source.facts(), options.file);
  const std::size_t against = place_of(options.against, source.facts(), options.file);
  if (arm == against) refuse_itself(options);
  return {explain(MonthlyResults(source), scenario, arm, against), arm, against};
}

// Nothing if it was interrupted.
Result<std::optional<Leaning>> leaning_of(const CompareOptions& options, const Explained& one) {
  const auto scenario_with = [&](const std::vector<std::string>& overrides) {
    return scenario_of_result(options.file, overrides, options.which());
  };
  LeaningPlan plan;
  plan.threads = options.threads;
  plan.cancelled = is_interrupted;
  plan.npv = npv_change(one.explanation);
  const auto swings = Swings::of(scenario_with, one.explanation.facts, one.arm, one.against, plan);
  if (!swings) return swings.problems();
  Progress progress(swings->days_in_all(), swings->people(),
                    has_terminal() ? Watched::yes : Watched::no);
  plan.on_progress = [&progress](std::int64_t days) { progress.advance(days); };
  return swings->run(plan);
}

Status explain_verb(const CompareOptions& options) {
  const auto wrong = [](const Problems& problems) {
    tell_problems(problems);
    return Status::wrong_input;
  };
  const auto scenario = scenario_of_result(options.file, {}, options.which());
  if (!scenario) return wrong(scenario.problems());
  auto explained = attempt([&] { return path_explained(options, *scenario); });
  if (!explained) return wrong(explained.problems());
  if (!options.quick) {
    listen_for_interrupt();
    auto leaning = leaning_of(options, *explained);
    if (!leaning) return wrong(leaning.problems());
    if (!*leaning) {
      tell("Interrupted: nothing was explained; --quick tells the path without further runs.");
      return Status::interrupted;
    }
    explained->explanation.leaning = std::move(*leaning);
  }
  const Explanation& e = explained->explanation;
  return print(options.json ? json_of(e).dump(2) + "\n" : to_text(e)) ? Status::done
                                                                      : Status::failed;
}

// Many comparisons lie in a sweep, one for each of its points.
bool holds_sweep(const CompareOptions& options) {
  std::error_code ignored;
  if (std::filesystem::is_directory(options.file, ignored)) return true;
  const auto swept = attempt([&] { return is_sweep(NetcdfReader(options.file, options.which())); });
  return swept && *swept;
}

Status compare_verb(const CompareOptions& options) {
  if (holds_sweep(options)) {
    tell_problem({{options.file, 0},
                  "",
                  "this is a sweep: it holds many comparisons, one for each of its points",
                  "an average over them would hide what varies",
                  "cxsim summary shows outcomes and differences over all points, cxsim sensitivity "
                  "what they hang on"});
    return Status::wrong_input;
  }
  if (options.expect) return check_promises(options);
  if (!options.explain.empty()) return explain_verb(options);
  const auto text = attempt([&] { return report(options); });
  if (!text) {
    tell_problems(text.problems());
    return Status::wrong_input;
  }
  return print(*text) ? Status::done : Status::failed;
}

}  // namespace

void add_compare(CLI::App& app, Status& status) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* verb = app.add_subcommand("compare", "tell what each arm of a result file changes");
  verb->add_option("FILE", options->file, "result file of cxsim run")->required();
  verb->add_option("--against", options->against, "arm that the others are held against")
      ->type_name("ARM")
      ->capture_default_str();
  verb->add_option("--arm", options->arms, "arm to compare; may be repeated (default: all)")
      ->type_name("ARM")
      ->allow_extra_args(false);
  verb->add_flag("--people", options->people, "also compare customer by customer");
  verb->add_flag("--expect", options->expect,
                 "say whether the results show what the scenario promises; exit status 1 if not");
  CLI::Option* explain =
      verb->add_option("--explain", options->explain,
                       "say why this arm wins or loses against the other, step by step, and which "
                       "assumptions that leans on")
          ->type_name("ARM")
          ->excludes("--arm")
          ->excludes("--people")
          ->excludes("--expect");
  verb->add_flag("--quick", options->quick, "explain without the runs that swing assumptions")
      ->needs(explain);
  verb->add_option("--threads", options->threads,
                   "threads for the runs of --explain (default: every core)")
      ->check(CLI::Range(1, 4096))
      ->type_name("N")
      ->needs(explain);
  verb->add_flag("--json", options->json, "print everything as JSON");
  verb->add_flag("--incomplete", options->incomplete, "read a file whose run did not end");
  verb->footer(examples);
  verb->callback([options, &status] { status = compare_verb(*options); });
}

}  // namespace cxsim
