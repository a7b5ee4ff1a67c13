// Reads what a scenario promises to show.
#pragma once

#include "scenario/scenario.hpp"

namespace cxsim {

// The arms must have been read before.
void read_expectations(const Node& root, Scenario& scenario, Problems& problems);

}  // namespace cxsim
