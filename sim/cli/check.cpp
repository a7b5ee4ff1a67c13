// cxsim check: read a scenario, tell every problem, write nothing.
#include <fmt/format.h>

#include <memory>

#include "cli/console.hpp"
#include "cli/scenario_options.hpp"
#include "cli/verbs.hpp"

namespace cxsim {
namespace {

struct CheckOptions {
  ScenarioOptions scenario;
  bool resolved = false;
};

constexpr const char* examples =
    "\nExamples:\n"
    "  cxsim check my_firm.toml\n"
    "  cxsim check my_firm.toml --resolved      every setting, defaults included\n";

std::string description(const Scenario& scenario) {
  const World& w = scenario.world;
  return fmt::format(
      "{}\nThe scenario is in order: {} touchpoints, {} journeys, {} departments, {} segments, {} "
      "arms; {} people, {} days after {} of burn-in, {} replications.\n",
      scenario.about.title, w.touchpoints.size(), w.journeys.size(), w.company.departments.size(),
      w.segments.size(), scenario.arms.size(), w.simulation.people, w.simulation.days,
      w.simulation.burn_in, w.simulation.replications);
}

Status check_verb(const CheckOptions& options) {
  const auto scenario = options.scenario.load();
  if (!scenario) {
    tell_problems(scenario.problems());
    return Status::wrong_input;
  }
  const std::string text = options.resolved ? resolved_toml(*scenario) : description(*scenario);
  return print(text) ? Status::done : Status::failed;
}

}  // namespace

void add_check(CLI::App& app, Status& status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* verb = app.add_subcommand("check", "tell whether a scenario is in order");
  options->scenario.add_to(*verb);
  verb->add_flag("--resolved", options->resolved, "print the scenario with every setting in it");
  verb->footer(examples);
  verb->callback([options, &status] { status = check_verb(*options); });
}

}  // namespace cxsim
