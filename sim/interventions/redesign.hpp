// A journey drawn anew, as tables that the walk reads beside the old ones.
#pragma once

#include <span>

#include "interventions/intervention.hpp"
#include "journey/tables.hpp"

namespace cxsim {

struct JourneyDesign {
  JourneyId journey;
  Timing timing;
  JourneyTables tables;  // with every redesign of the journey up to this one
};

// The journey under a redesign.
Journey redesigned(const Journey& journey, const JourneyRedesign& redesign);

// The designs that a list of interventions brings about, in its order. Problems are those of the
// redesigned journeys: ways that lead nowhere, or end nowhere.
Result<std::vector<JourneyDesign>> designs_of(std::span<const Intervention> interventions,
                                              std::span<const Touchpoint> touchpoints,
                                              std::span<const Journey> journeys);

}  // namespace cxsim
