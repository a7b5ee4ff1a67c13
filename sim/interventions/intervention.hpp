// One intervention or shock as a scenario states it.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "interventions/kind.hpp"
#include "interventions/timing.hpp"

namespace cxsim {

// A journey drawn anew: other steps, or the old ones without some touchpoints, and edges beside.
struct JourneyRedesign {
  JourneyId journey;
  std::vector<StepPlan> steps;      // in place of the old ones, unless empty
  std::vector<std::string> remove;  // touchpoints nobody is led to any more
  std::vector<EdgePlan> edges;      // added, or in place of those with the same ends and outcome
};

struct Intervention {
  std::string name, title;
  const Kind* kind = nullptr;
  std::uint32_t number = 0;  // among those of its kind in the scenario, whatever an arm applies
  Timing timing{};
  Scope scope;
  std::vector<Change> changes;    // one a handle of its kind
  std::vector<float> parameters;  // one a parameter of its kind
  JourneyRedesign redesign;
  Place place;  // in the scenario, for messages

  // The kind's k-th parameter.
  float parameter(std::size_t k) const { return parameters[k]; }
};

// One of a kind as if the scenario said no more than that.
Intervention usual(const Kind& kind);

}  // namespace cxsim
