// The shorthand for a journey: steps with a chance each, turned into the edges they stand for.
#pragma once

#include <vector>

#include "journey/journey.hpp"

namespace cxsim {

// From step i, success leads to step k > i with weight chance_k * prod_{i<m<k} (1 - chance_m).
std::vector<EdgePlan> edges_of_steps(const Journey& journey);

}  // namespace cxsim
