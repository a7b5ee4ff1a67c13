#include "cli/command_line.hpp"

#include <exception>

#include "cli/console.hpp"
#include "cli/verbs.hpp"

namespace cxsim {
namespace {

constexpr const char* about =
    "cxsim: a laboratory for customer experience.\n"
    "It walks synthetic customers across a firm's touchpoints and reports retention, advocacy and "
    "money.";

constexpr const char* first_steps =
    "\nFirst steps:\n"
    "  cxsim run scenarios/01_first_run.toml    simulate, and print the outcomes\n"
    "  cxsim scenarios                          what else there is to run\n"
    "  cxsim VERB --help                        options and examples of a verb\n"
    "\nExit status: 0 done, 1 failed, 2 the input is wrong, 130 interrupted.\n";

int show_parse_result(CLI::App& app, const CLI::ParseError& error) {
  const bool asked_for_help = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
  app.exit(error);
  return static_cast<int>(asked_for_help ? Status::done : Status::wrong_input);
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app(about, "cxsim");
  Status status = Status::done;
  app.set_version_flag("--version", std::string("cxsim ") + CXSIM_VERSION);
  app.footer(first_steps);
  app.require_subcommand(1);
  add_run(app, status);
  add_check(app, status);
  add_map(app, status);
  add_new(app, status);
  add_scenarios(app, status);
  add_reference(app, status);
  add_summary(app, status);
  add_compare(app, status);
  add_sweep(app, status);
  add_sensitivity(app, status);
  add_diary(app, status);
  add_report(app, status);
  add_studio(app, status);
  add_export(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return show_parse_result(app, error);
  } catch (const std::exception& error) {
    tell_problem({{},
                  "",
                  error.what(),
                  "the program met something it did not expect",
                  "run it again; if it stays, report what you did and this message"});
    return static_cast<int>(Status::failed);
  }
  return static_cast<int>(status);
}

}  // namespace cxsim
