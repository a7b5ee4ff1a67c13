// One day of a programme at the small firm: what holds, what its levers are, what it brings.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "interventions/programme.hpp"
#include "support/interventions.hpp"
#include "support/small_conditions.hpp"

namespace cxsim {

inline Programme of_small_firm(std::vector<Intervention> interventions) {
  auto programme =
      Programme::of(std::move(interventions), small_firm_touchpoints(), small_firm_journeys());
  if (programme) return std::move(*programme);
  for (const Problem& problem : programme.problems()) ADD_FAILURE() << to_text(problem);
  return {};
}

struct Day {
  Conditions now;
  Levers levers;
  ProgrammeDay plans;
};

// The scopes that `plans` points to live as long as the programme.
inline Day day_of(const Programme& programme, std::int64_t day,
                  const Conditions& before = small_conditions()) {
  Day today{before, {}, {}};
  programme.arrange({day, before}, today.now);
  today.levers = levers_on(before.company.slides_from + static_cast<int>(day), today.now.company);
  today.plans = programme.act(day, today.levers);
  return today;
}

}  // namespace cxsim
