// What a scenario is not sure of: the distributions of [uncertainty], and those that numbers tagged
// as assumptions have by default.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "scenario/distribution.hpp"
#include "scenario/document.hpp"

namespace cxsim {

struct Scenario;

struct UncertainSetting {
  std::string key;  // in full, as --set takes it
  Distribution distribution;
  Place place = {};
};

// Every leaf of [uncertainty], which mirrors the scenario: `customer.trust.x = {distribution = …}`,
// or the whole key in quotes.
std::vector<UncertainSetting> read_uncertainty(const Node& root, Problems& problems);

// What [uncertainty] says; then each number with one key that is tagged an assumption and is not 0,
// and the effectiveness of each intervention that an arm applies: uniform from a quarter below to a
// quarter above, within its range. What is `none` is left out.
std::vector<UncertainSetting> uncertain_settings(const Scenario& scenario);

}  // namespace cxsim
