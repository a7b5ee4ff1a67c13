// How much the studio runs while somebody waits; the command line runs anything.
#pragma once

#include <string>

#include "base/problem.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// What makes a scenario too much; none if nothing does. `command` is the one that runs it anyway.
Problems check_size(const Scenario& scenario, int threads, const std::string& command);

}  // namespace cxsim
