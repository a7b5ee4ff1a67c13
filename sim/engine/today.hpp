// The day as every customer finds it: frozen while they act.
#pragma once

#include "engine/life_event.hpp"
#include "engine/world.hpp"
#include "interventions/programme.hpp"

namespace cxsim {

struct Today {
  const World& world;
  const CompanyToday& company;
  const std::vector<float>& root_cause_levels;
  const Network& network;
  StreamKey key;
  std::int32_t day;
  float time;                                    // day + .5: minds fade to noon
  float market_expectation;                      // quality
  float reputation;                              // of reviews, [0, 1]
  float reached_by_advertising;                  // share of people so far
  const Programme* programme = nullptr;          // the arm's; none before results begin
  const ProgrammeDay* plans = nullptr;           // what it makes of today
  LifeEventKinds noted = LifeEventKinds::all();  // of those who are observed
};

}  // namespace cxsim
