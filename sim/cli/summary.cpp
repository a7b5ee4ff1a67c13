// cxsim summary: the outcomes of a result file.
#include <memory>

#include "analysis/report/measured.hpp"
#include "analysis/report/outcomes.hpp"
#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

struct SummaryOptions {
  std::string file;
  bool json = false, incomplete = false;
};

Status summary_verb(const SummaryOptions& options) {
  const auto which = options.incomplete ? Incomplete::allowed : Incomplete::refused;
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
  verb->add_option("FILE", options->file, "result file of cxsim run")->required();
  verb->add_flag("--json", options->json, "print the outcomes as JSON");
  verb->add_flag("--incomplete", options->incomplete, "read a file whose run did not end");
  verb->footer(
      "\nExamples:\n  cxsim summary 01_first_run.h5\n  cxsim summary 01_first_run.h5 --json\n");
  verb->callback([options, &status] { status = summary_verb(*options); });
}

}  // namespace cxsim
