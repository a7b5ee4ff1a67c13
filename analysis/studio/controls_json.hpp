// What can be turned in a scenario, out of the settings tables.
#pragma once

#include <string>

#include "analysis/report/json_values.hpp"
#include "analysis/studio/scenario_choice.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// ScenarioControls of the page's studio_api.ts; `name` and `command` are those of the choice.
Json controls_json(const ScenarioFamily& family, const ScenarioChoice& choice,
                   const std::string& name, const std::string& command);

// Catalogue of the page's studio_api.ts: every kind of intervention and shock with its controls,
// and what it can be confined to in this scenario.
Json catalogue_json(const Scenario& scenario);

}  // namespace cxsim
