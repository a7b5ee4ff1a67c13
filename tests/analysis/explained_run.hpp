// A scenario of the repository at a small size, with all its arms run: for tests of explanations.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "analysis/report/memory_source.hpp"
#include "experiments/experiment.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

inline Result<Scenario> two_investments(std::vector<std::string> overrides) {
  overrides.insert(overrides.begin(), {"simulation.people=400", "simulation.days=540",
                                       "simulation.burn_in=120", "simulation.replications=3"});
  return read_scenario(CXSIM_SOURCE_DIR "/scenarios/03_two_investments.toml", overrides);
}

inline std::vector<ArmFacts> arm_facts(const Scenario& scenario) {
  std::vector<ArmFacts> facts;
  for (const Arm& arm : scenario.arms)
    facts.push_back({arm.name, arm.title, static_cast<std::int32_t>(arm.programme.first_day())});
  return facts;
}

struct ExplainedRun {
  Scenario scenario;
  std::vector<RunsOfArm> runs;  // by arm

  explicit ExplainedRun(Scenario all) : scenario(std::move(all)), runs(scenario.arms.size()) {
    const auto replications = static_cast<std::uint32_t>(scenario.world.simulation.replications);
    for (std::uint32_t r = 0; r < replications; ++r) {
      auto arms = run_arms(scenario.world, programmes_of(scenario), r, {});
      for (std::size_t arm = 0; arm < arms.size(); ++arm) runs[arm].push_back(std::move(arms[arm]));
    }
  }

  MemorySource source() const {
    return {scenario.world, scenario.about.title, arm_facts(scenario), runs};
  }
};

// Run once for all tests of a program.
inline const ExplainedRun& explained_run() {
  static const ExplainedRun run(*two_investments({}));
  return run;
}

}  // namespace cxsim
