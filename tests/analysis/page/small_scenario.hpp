// The busy small firm as a scenario of three arms, and its people watched in full.
#pragma once

#include "analysis/page/every_arm.hpp"
#include "scenario/scenario.hpp"
#include "support/arms.hpp"

namespace cxsim {

// From day 30 on, one arm helps and one harms.
inline Scenario small_scenario(std::int64_t people = 400, std::int64_t days = 180) {
  Scenario scenario{};
  scenario.world = ready(busy_world(people, days));
  const auto programme = [&](float quality) {
    Intervention one = usual(kinds::touchpoint_quality);
    one.timing.ramp = 0;
    for (const char* level : {"rational", "emotional"}) set(one, level, quality);
    return programme_of({from_day(30, one)}, scenario.world);
  };
  scenario.arms = {{"baseline", "Baseline", {}, {}},
                   {"better", "Better quality", {"b"}, programme(.3f)},
                   {"worse", "Worse quality", {"w"}, programme(-.6f)}};
  return scenario;
}

inline std::vector<RunResult> watched_in_full(const Scenario& scenario) {
  return run_every_arm(scenario, 0, watching_everybody(scenario.world));
}

}  // namespace cxsim
