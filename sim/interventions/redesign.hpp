// A journey drawn anew, as tables that the walk reads beside the old ones.
#pragma once

#include <span>

#include "interventions/intervention.hpp"
#include "journey/tables.hpp"

namespace cxsim {

// The ways of one journey under any of its redesigns: each may have reached a person or not.
struct JourneyWays {
  JourneyId journey;
  std::vector<std::size_t> redesigns;  // places among all redesigns of the programme
  std::vector<JourneyTables> tables;   // one a subset of them; bit k is the k-th

  // For one whom each redesign has reached if their rank is below its share of the people.
  const JourneyTables& for_whom(float rank, std::span<const float> shares) const {
    std::size_t subset = 0;
    for (std::size_t k = 0; k < redesigns.size(); ++k)
      if (rank < shares[redesigns[k]]) subset |= std::size_t{1} << k;
    return tables[subset];
  }
};

// More would make too many combinations of what has reached whom.
inline constexpr std::size_t most_redesigns_of_a_journey = 5;

// The journey under a redesign.
Journey redesigned(const Journey& journey, const JourneyRedesign& redesign);

// The ways of every journey that a list of interventions redesigns, in its order. Problems are
// those of the redesigned journeys: ways that lead nowhere, or end nowhere.
Result<std::vector<JourneyWays>> ways_of(std::span<const Intervention> interventions,
                                         std::span<const Touchpoint> touchpoints,
                                         std::span<const Journey> journeys);

}  // namespace cxsim
