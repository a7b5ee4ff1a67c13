// Everything a run needs to know and nothing that changes while it runs.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "base/setting.hpp"
#include "company/company.hpp"
#include "journey/graph.hpp"
#include "journey/tables.hpp"
#include "model/customer_settings.hpp"
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

struct MarketSettings {
  float expectation, expectation_trend;
};

template <>
inline constexpr auto settings_of<MarketSettings> = std::to_array<Setting<MarketSettings>>({
    {"expectation", &MarketSettings::expectation, .72, share_range, "quality",
     "quality that customers hold every firm to on day 0", "model assumption"},
    {"expectation_trend",
     &MarketSettings::expectation_trend,
     .010,
     {-1, 1},
     "quality per year",
     "how fast the market standard rises",
     "model assumption"},
});

struct World {
  SimulationSettings simulation;
  MarketSettings market;
  std::vector<Rival> rivals;
  CustomerSettings customer;
  MoneySettings money;
  NetworkSettings network;
  CompanyPlan company;
  std::vector<Touchpoint> touchpoints;
  std::vector<Journey> journeys;
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

inline float market_expectation_at(float time, const MarketSettings& market) {
  return market.expectation + market.expectation_trend * time / 365.0f;
}

}  // namespace cxsim
