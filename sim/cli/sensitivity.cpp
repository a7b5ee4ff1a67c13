// cxsim sensitivity: what the outcomes of a sweep hang on.
#include "analysis/sensitivity/sensitivity.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "analysis/sensitivity/sensitivity_plots.hpp"
#include "cli/console.hpp"
#include "cli/verbs.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

struct SensitivityOptions {
  std::string place, plots;
  SensitivityQuestion question;
  bool level = false, json = false, incomplete = false;
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim sensitivity talk                                 NPV of the last arm, less baseline\n"
    "  cxsim sensitivity talk --outcome nps_true --arm both\n"
    "  cxsim sensitivity talk --outcome churn_rate --arm baseline --level\n"
    "  cxsim sensitivity talk --plots figures                 the same as SVG files\n"
    "  cxsim sensitivity talk --json                          every parameter, for programs\n"
    "\nOutcomes are the rows of `cxsim compare`, or a monthly measure as measure.NAME or\n"
    "measure.NAME.LABEL. docs/sweeps.md says what each design can tell.\n";

// Columns of the terminal that standard output is; 100 where it is none.
int width_of_terminal() {
  constexpr int usual = 100, least = 60, most = 160;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
  return std::clamp(static_cast<int>(size.ws_col), least, most);
}

Sensitivity asked(SensitivityOptions options) {
  const auto incomplete = options.incomplete ? Incomplete::allowed : Incomplete::refused;
  const SweptResults results(options.place, incomplete);
  if (options.level) {
    if (options.question.arm.empty()) options.question.arm = results.facts().arms.back();
    options.question.against = options.question.arm;
  }
  return sensitivity_of(results, options.question);
}

Result<std::string> draw(const Sensitivity& sensitivity, const std::string& folder) {
  std::error_code ignored;
  std::filesystem::create_directory(folder, ignored);
  std::string names;
  for (const PlotFile& file : plots_svg(sensitivity)) {
    const auto written = write_file((std::filesystem::path(folder) / file.name).string(), file.svg);
    if (!written) return written;
    names += (names.empty() ? "" : ", ") + *written;
  }
  return names;
}

Status sensitivity_verb(const SensitivityOptions& options) {
  const auto sensitivity = attempt([&] { return asked(options); });
  if (!sensitivity) {
    tell_problems(sensitivity.problems());
    return Status::wrong_input;
  }
  const std::string text = options.json ? json_of(*sensitivity).dump(2) + "\n"
                                        : to_text(*sensitivity, width_of_terminal());
  if (!print(text)) return Status::failed;
  if (options.plots.empty()) return Status::done;
  const auto drawn = draw(*sensitivity, options.plots);
  if (!drawn) {
    tell_problems(drawn.problems());
    return Status::failed;
  }
  tell("Drawn: " + *drawn);
  return Status::done;
}

}  // namespace

void add_sensitivity(CLI::App& app, Status& status) {
  auto options = std::make_shared<SensitivityOptions>();
  CLI::App* verb = app.add_subcommand("sensitivity", "tell what the outcomes of a sweep hang on");
  verb->add_option("PLACE", options->place,
                   "folder of cxsim sweep, or result file of cxsim run --uncertain")
      ->required();
  verb->add_option("--outcome", options->question.outcome, "outcome to look at")
      ->type_name("NAME")
      ->capture_default_str();
  verb->add_option("--arm", options->question.arm, "arm to look at (default: the last)")
      ->type_name("ARM");
  CLI::Option* against = verb->add_option("--against", options->question.against,
                                          "arm that it is held against (default: the first)")
                             ->type_name("ARM");
  verb->add_flag("--level", options->level, "look at the arm by itself, not at a difference")
      ->excludes(against);
  verb->add_option("--plots", options->plots, "folder for the plots as SVG files")
      ->type_name("FOLDER");
  verb->add_flag("--json", options->json, "print JSON");
  verb->add_flag("--incomplete", options->incomplete, "read results that are not complete");
  verb->footer(examples);
  verb->callback([options, &status] { status = sensitivity_verb(*options); });
}

}  // namespace cxsim
