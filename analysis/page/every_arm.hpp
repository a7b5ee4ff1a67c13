// One replication of every arm of a scenario, for whoever shows people in it.
#pragma once

#include <vector>

#include "engine/run.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

// Nothing if it was cancelled.
std::vector<RunResult> run_every_arm(const Scenario& scenario, std::uint32_t replication,
                                     const RunPlan& plan);

// One person's events among those of a run.
std::span<const LifeEvent> events_of(PersonId person, const RunResult& run);

}  // namespace cxsim
