#include "analysis/page/every_arm.hpp"

#include <algorithm>

namespace cxsim {

std::vector<RunResult> run_every_arm(const Scenario& scenario, std::uint32_t replication,
                                     const RunPlan& plan) {
  std::vector<const Programme*> programmes;
  for (const Arm& arm : scenario.arms) programmes.push_back(&arm.programme);
  std::vector<RunResult> runs = run_arms(scenario.world, programmes, replication, plan);
  const bool complete =
      std::all_of(runs.begin(), runs.end(), [](const RunResult& run) { return run.complete; });
  if (!complete) runs.clear();
  return runs;
}

std::span<const LifeEvent> events_of(PersonId person, const RunResult& run) {
  struct ByPerson {
    bool operator()(const LifeEvent& event, PersonId other) const { return event.person < other; }
    bool operator()(PersonId other, const LifeEvent& event) const { return other < event.person; }
  };
  const auto [first, last] =
      std::equal_range(run.events.begin(), run.events.end(), person, ByPerson{});
  return {first, last};
}

}  // namespace cxsim
