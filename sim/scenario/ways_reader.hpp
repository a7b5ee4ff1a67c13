// Reads the ways of a journey: its steps and its edges on the touchpoint graph.
#pragma once

#include "scenario/named_lists.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// Both leave the list as it was where the table does not have the key.
void read_steps(const NamedTable& table, const NameIndex& touchpoints, std::vector<StepPlan>& steps,
                Problems& problems);
void read_edges(const NamedTable& table, std::vector<EdgePlan>& edges, Problems& problems);

// Names of the touchpoints that redesigned journeys lead to.
std::vector<std::string> touchpoints_of_redesigns(const Node& root);

}  // namespace cxsim
