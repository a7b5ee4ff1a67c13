// cxsim summary: the outcomes of a result file.
#include <filesystem>
#include <memory>

#include "analysis/report/measured.hpp"
#include "analysis/report/outcomes.hpp"
#include "analysis/report/retention.hpp"
#include "analysis/sensitivity/uncertain.hpp"
#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

struct SummaryOptions {
  std::string file;
  bool json = false, incomplete = false, retention = false;
};

Status show_retention(const SummaryOptions& options, Incomplete which) {
  const auto retention = attempt([&] { return read_retention(NetcdfReader(options.file, which)); });
  if (!retention) {
    tell_problems(retention.problems());
    return Status::wrong_input;
  }
  const std::string text = options.json ? json_of(*retention).dump(2) + "\n" : to_text(*retention);
  return print(text) ? Status::done : Status::failed;
}

Status show_sweep(const SummaryOptions& options, Incomplete which) {
  const auto outcomes =
      attempt([&] { return uncertain_outcomes(SweptResults(options.file, which)); });
  if (!outcomes) {
    tell_problems(outcomes.problems());
    return Status::wrong_input;
  }
  const std::string text = options.json ? json_of(*outcomes).dump(2) + "\n"
                                        : outcomes->facts.title + "\n\n" + to_text(*outcomes);
  return print(text) ? Status::done : Status::failed;
}

Status summary_verb(const SummaryOptions& options) {
  const auto which = options.incomplete ? Incomplete::allowed : Incomplete::refused;
  if (options.retention) return show_retention(options, which);
  std::error_code ignored;
  const bool is_folder = std::filesystem::is_directory(options.file, ignored);
  const auto swept =
      attempt([&] { return is_folder || is_sweep(NetcdfReader(options.file, which)); });
  if (swept && *swept) return show_sweep(options, which);
  const auto outcomes = attempt([&] { return read_outcomes(NetcdfReader(options.file, which)); });
  if (!outcomes) {
    tell_problems(outcomes.problems());
    return Status::wrong_input;
  }
  const auto scenario = scenario_of_result(options.file, {}, which);
  const Measured measured = scenario ? scenario->measured : defaults<Measured>();
  Json json = json_of(*outcomes);
  if (const Json own = measured_json(*outcomes, measured); !own.is_null()) json["measured"] = own;
  const std::string text = options.json ? json.dump(2) + "\n"
                                        : outcomes->title + "\n\n" + to_text(*outcomes) +
                                              beside_measured(*outcomes, measured);
  return print(text) ? Status::done : Status::failed;
}

}  // namespace

void add_summary(CLI::App& app, Status& status) {
  auto options = std::make_shared<SummaryOptions>();
  CLI::App* verb = app.add_subcommand("summary", "print the outcomes of a result file");
  verb->add_option("FILE", options->file, "result file of cxsim run, or folder of cxsim sweep")
      ->required();
  verb->add_flag("--retention", options->retention,
                 "print how long customers stay instead: survival, and each year's cohort");
  verb->add_flag("--json", options->json, "print JSON");
  verb->add_flag("--incomplete", options->incomplete, "read a file whose run did not end");
  verb->footer(
      "\nExamples:\n  cxsim summary 01_first_run.h5\n  cxsim summary 01_first_run.h5 --json\n"
      "  cxsim summary 01_first_run.h5 --retention\n");
  verb->callback([options, &status] { status = summary_verb(*options); });
}

}  // namespace cxsim
