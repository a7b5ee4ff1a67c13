// A choice made in the studio as a scenario that can run, as a command, and as a file to save.
#pragma once

#include <string>

#include "analysis/studio/scenario_choice.hpp"
#include "analysis/studio/scenario_library.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// Problems are those that `cxsim check` tells, and that there is no such scenario. A text that is
// laid over the scenario goes through a file in the folder, one at a time.
Result<ScenarioFamily> read_choice(const ScenarioChoice& choice, const ScenarioLibrary& library,
                                   const std::string& folder);

// The scenario of a choice as results keep it: what it was written as names no folder.
Scenario as_chosen(const ScenarioChoice& choice, Scenario scenario, const ScenarioLibrary& library);

// The command that runs it; where the choice lays a text over the scenario, of the saved file.
std::string command_of(const ScenarioChoice& choice, const ScenarioLibrary& library);

// The name under which it is saved, without an ending: letters, digits, dots, dashes and
// underscores, so that it needs quotes nowhere.
std::string saved_name(const ScenarioChoice& choice);

// A scenario file that stands by itself and gives the same numbers.
std::string saved_scenario(const ScenarioChoice& choice, const Scenario& scenario,
                           const ScenarioLibrary& library);

}  // namespace cxsim
