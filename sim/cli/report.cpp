// cxsim report: a result file as one HTML page that opens anywhere.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "analysis/export/output_file.hpp"
#include "analysis/page/page_files.hpp"
#include "analysis/page/report_content.hpp"
#include "analysis/page/report_page.hpp"
#include "analysis/page/run_command.hpp"
#include "analysis/sensitivity/swept_results.hpp"
#include "cli/console.hpp"
#include "cli/interrupt.hpp"
#include "cli/library.hpp"
#include "cli/progress.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "experiments/estimate.hpp"
#include "experiments/experiment.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_publish.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

struct ReportOptions {
  std::string file, output;
  bool quick = false, quiet = false, incomplete = false;
  int threads = 0;
  std::int64_t people = ReportPlan{}.people;

  Incomplete which() const { return incomplete ? Incomplete::allowed : Incomplete::refused; }
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim report 02_what_if.h5                     writes 02_what_if.html; open it in a "
    "browser\n"
    "  cxsim report 02_what_if.h5 -o board.html --quick   at once, without what each arm leans on\n"
    "The file holds everything it shows: it can be mailed, printed, and opened without a "
    "network.\n";

Status told(const Problems& problems, Status status) {
  tell_problems(problems);
  return status;
}

// Many runs of different firms lie in a sweep.
bool holds_sweep(const ReportOptions& options) {
  std::error_code ignored;
  if (fs::is_directory(options.file, ignored)) return true;
  const auto swept = attempt([&] { return is_sweep(NetcdfReader(options.file, options.which())); });
  return swept && *swept;
}

Problem no_sweeps(const ReportOptions& options) {
  return {{options.file, 0},
          "",
          "this is a sweep: it holds a run for each of its points",
          "a report tells of one firm and its arms; an average over points would be no firm",
          "cxsim summary shows its outcomes, cxsim sensitivity what they hang on; for a report of "
          "one point run its scenario with cxsim run"};
}

Problem writes_over_results(const ReportOptions& options) {
  return {{options.output, 0},
          "-o",
          "this is the result file itself",
          "the report would take its place, and the results would be gone",
          "name another file, such as " + fs::path(options.file).stem().string() + ".html"};
}

// What is left for the content of a file that is to stay below two megabytes.
std::size_t room_beside(const PageFiles& page) {
  constexpr std::size_t whole = 1'950'000;
  return whole - std::min(whole, page.html.size() + page.script.size() + page.style.size());
}

ReportPlan plan_of(const ReportOptions& options, const PageFiles& page,
                   const std::string& command) {
  ReportPlan plan;
  plan.most_bytes = room_beside(page);
  plan.command = command;
  plan.scenario_with = [options](const std::vector<std::string>& overrides) {
    return scenario_of_result(options.file, overrides, options.which());
  };
  plan.ledger = options.quick ? LedgerRuns::without : LedgerRuns::with;
  plan.people = options.people;
  plan.threads = options.threads;
  plan.cancelled = is_interrupted;
  return plan;
}

// A run of the scenario itself is the yardstick.
void tell_estimate(const ReportOptions& options, const Scenario& scenario, const ReportRuns& runs) {
  Estimate estimate = estimate_of(scenario, options.threads);
  const SimulationSettings& s = scenario.world.simulation;
  const double own = static_cast<double>(s.people) * static_cast<double>(days_in_all(scenario));
  estimate.seconds *= static_cast<double>(runs.person_days()) / own;
  if (options.quiet || !is_worth_telling(estimate)) return;
  tell(fmt::format("This will take about {}: customers and lives are run again{}.",
                   in_words(estimate),
                   options.quick ? ""
                                 : ", and each arm with one assumption at a time changed "
                                   "(--quick leaves that out)"));
}

// Nothing if it was interrupted.
std::optional<Json> content_of(const ReportOptions& options, ReportRuns& runs, ReportPlan& plan) {
  Progress progress(runs.person_days(), 1,
                    has_terminal() && !options.quiet ? Watched::yes : Watched::no);
  plan.on_progress = [&progress](std::int64_t person_days) { progress.advance(person_days); };
  return runs.run(plan);
}

Status write_report(const ReportOptions& options, const PageFiles& page, const Json& content) {
  const auto written = attempt([&] {
    const std::string html = report_page(page, content);
    OutputFile file(options.output);
    file.write(html);
    file.finish();
    return html.size();
  });
  if (!written) return told(written.problems(), Status::failed);
  if (!options.quiet && options.output != standard_output)
    tell(fmt::format("Report: {} ({:.1f} MB). Open it in a browser; it needs no network.",
                     options.output, static_cast<double>(*written) / 1e6));
  return Status::done;
}

Status make_report(const ReportOptions& options, const Scenario& scenario, const PageFiles& page) {
  ReportPlan plan;
  auto runs = attempt([&] {
    const NetcdfReader reader(options.file, options.which());
    plan = plan_of(options, page, run_command(reader));
    return ReportRuns::of(reader, scenario, plan);
  });
  if (!runs) return told(runs.problems(), Status::wrong_input);
  if (!*runs) return told(runs->problems(), Status::wrong_input);
  listen_for_interrupt();
  tell_estimate(options, scenario, **runs);
  const std::optional<Json> content = content_of(options, **runs, plan);
  if (!content) {
    tell("Interrupted: no report was written; --quick makes one sooner.");
    return Status::interrupted;
  }
  return write_report(options, page, *content);
}

Status report_verb(ReportOptions options) {
  if (holds_sweep(options)) return told({no_sweeps(options)}, Status::wrong_input);
  const auto scenario = scenario_of_result(options.file, {}, options.which());
  if (!scenario) return told(scenario.problems(), Status::wrong_input);
  if (options.output.empty()) options.output = fs::path(options.file).stem().string() + ".html";
  std::error_code ignored;
  if (fs::equivalent(options.output, options.file, ignored))
    return told({writes_over_results(options)}, Status::wrong_input);
  const auto page = read_page(page_folder());
  if (!page) return told(page.problems(), Status::failed);
  const auto has_place = attempt([&] {
    if (options.output != standard_output) require_place_for(options.output);
  });
  if (!has_place) return told(has_place.problems(), Status::failed);
  return make_report(options, *scenario, *page);
}

}  // namespace

void add_report(CLI::App& app, Status& status) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* verb = app.add_subcommand("report", "write a result file as a page for the board");
  verb->add_option("FILE", options->file, "result file of cxsim run")->required();
  verb->add_option("-o,--output", options->output,
                   "HTML file; - for standard output (default: the result file's name .html)")
      ->type_name("FILE.html");
  verb->add_flag("--quick", options->quick,
                 "leave out what each arm leans on, which takes most of the time");
  verb->add_option("--people", options->people,
                   "people looked at for the customers who walk the map (default: 5000)")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000}))
      ->type_name("N");
  verb->add_option("--threads", options->threads, "threads to use (default: every core)")
      ->check(CLI::Range(1, 4096))
      ->type_name("N");
  verb->add_flag("--incomplete", options->incomplete, "read a file whose run did not end");
  verb->add_flag("--quiet", options->quiet, "no progress and no messages");
  verb->footer(examples);
  verb->callback([options, &status] { status = report_verb(*options); });
}

}  // namespace cxsim
