#include "journey/steps.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace cxsim {
namespace {

EdgePlan edge(std::string from, std::string to, EdgeOutcome on, float weight, float dwell) {
  EdgePlan plan = defaults<EdgePlan>();
  plan.from = std::move(from);
  plan.to = std::move(to);
  plan.on = on;
  plan.weight = weight;
  plan.dwell = dwell;
  return plan;
}

struct Leg {
  std::string start;  // vertex the leg leaves from
  std::string goal;   // vertex past its last step
  std::span<const StepPlan> steps;
  EdgeOutcome on;  // outcome on which a step is left for the next
  float gap;
};

// Edges from one vertex to each of the steps that may come next, and past the last one.
void fan_out(const std::string& from, std::span<const StepPlan> next, const Leg& leg,
             EdgeOutcome on, std::vector<EdgePlan>& edges) {
  float skipped = 1;
  for (const StepPlan& step : next) {
    if (skipped * step.chance > 0)
      edges.push_back(edge(from, step.touchpoint, on, skipped * step.chance, leg.gap));
    skipped *= 1 - step.chance;
  }
  if (skipped > 0) edges.push_back(edge(from, leg.goal, on, skipped, 0));
}

void add_leg(const Leg& leg, EdgeOutcome on_start, std::vector<EdgePlan>& edges) {
  fan_out(leg.start, leg.steps, leg, on_start, edges);
  for (std::size_t i = 0; i < leg.steps.size(); ++i)
    fan_out(leg.steps[i].touchpoint, leg.steps.subspan(i + 1), leg, leg.on, edges);
}

void add_failures(const Journey& journey, std::span<const StepPlan> steps,
                  std::vector<EdgePlan>& edges) {
  for (const StepPlan& step : steps) {
    const std::string& to = journey.retries ? step.touchpoint : "abandoned";
    edges.push_back(edge(step.touchpoint, to, EdgeOutcome::failure, 1, journey.retry_gap));
  }
}

}  // namespace

std::vector<EdgePlan> edges_of_steps(const Journey& journey) {
  std::vector<EdgePlan> edges;
  const std::span<const StepPlan> steps = journey.steps;
  if (steps.empty()) return edges;
  const auto purchase = std::find_if(steps.begin(), steps.end(),
                                     [](const StepPlan& s) { return s.touchpoint == "purchase"; });
  if (purchase == steps.end()) {
    add_leg({"entry", "resolved", steps, EdgeOutcome::success, journey.gap}, EdgeOutcome::always,
            edges);
    add_failures(journey, steps, edges);
    return edges;
  }
  const auto at = static_cast<std::size_t>(purchase - steps.begin());
  const auto before = steps.first(at), after = steps.subspan(at + 1);
  add_leg({"entry", "purchase", before, EdgeOutcome::always, journey.gap_before_purchase},
          EdgeOutcome::always, edges);
  add_leg({"purchase", "resolved", after, EdgeOutcome::success, journey.gap}, EdgeOutcome::success,
          edges);
  edges.push_back(edge("purchase", "declined", EdgeOutcome::failure, 1, 0));
  add_failures(journey, after, edges);
  return edges;
}

}  // namespace cxsim
