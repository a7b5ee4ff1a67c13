// The reference firm as its scenario file tells it, with overrides such as "simulation.people=500".
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "scenario/scenario.hpp"

namespace cxsim {

inline World reference_world(const std::vector<std::string>& overrides) {
  const auto scenario =
      read_scenario(CXSIM_SOURCE_DIR "/scenarios/bases/broadband.toml", overrides);
  if (scenario) return scenario->world;
  for (const Problem& problem : scenario.problems()) ADD_FAILURE() << to_text(problem);
  return {};
}

}  // namespace cxsim
