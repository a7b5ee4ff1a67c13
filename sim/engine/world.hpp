// Everything a run needs to know and nothing that changes while it runs.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/setting.hpp"
#include "interventions/conditions.hpp"
#include "journey/graph.hpp"
#include "journey/tables.hpp"
#include "population/network.hpp"
#include "population/segment.hpp"
#include "population/trait_tables.hpp"

namespace cxsim {

struct SimulationSettings {
  std::int64_t people, days, burn_in, replications, seed;
  std::string start_date, currency;
};

template <>
inline constexpr auto settings_of<SimulationSettings> = std::to_array<Setting<SimulationSettings>>({
    {"people",
     &SimulationSettings::people,
     20000,
     {1, 200e6},
     "people",
     "size of the synthetic population, customers and everybody else",
     "",
     Tag::choice},
    {"days",
     &SimulationSettings::days,
     1095,
     {1, 36500},
     "days",
     "days after the burn-in",
     "",
     Tag::choice},
    {"burn_in",
     &SimulationSettings::burn_in,
     365,
     {0, 36500},
     "days",
     "days before results begin, in which the firm and its customers settle",
     "",
     Tag::choice},
    {"replications",
     &SimulationSettings::replications,
     5,
     {1, 1e6},
     "runs",
     "runs with different luck",
     "",
     Tag::choice},
    {"seed",
     &SimulationSettings::seed,
     1,
     {0, 9.2e18},
     "number",
     "names the luck of all runs",
     "",
     Tag::choice},
    {"start_date",
     &SimulationSettings::start_date,
     0,
     {},
     "date",
     "date of the first day of results",
     "",
     Tag::choice,
     "2026-01-01"},
    {"currency",
     &SimulationSettings::currency,
     0,
     {},
     "text",
     "currency of all money",
     "",
     Tag::choice,
     "EUR"},
});

struct World : Conditions {
  SimulationSettings simulation;
  NetworkSettings network;
  std::vector<Segment> segments;
  TouchpointGraph graph;

  // Worked out from the above by `prepare`.
  JourneyTables tables;
  JourneyId acquiring;                      // the journey prospects take, or none
  std::vector<TraitTables> trait_tables;    // one a segment
  std::vector<std::uint32_t> segment_ends;  // past the last person of each segment
};

// Fills in what follows from the rest; the world is frozen afterwards.
void prepare(World& world);

inline SegmentId segment_of(PersonId person, const World& world) {
  const auto& ends = world.segment_ends;
  return SegmentId(static_cast<std::size_t>(
      std::upper_bound(ends.begin(), ends.end(), person.value) - ends.begin()));
}

}  // namespace cxsim
