// A small firm made by hand: two departments, five touchpoints, and the journeys between them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "journey/journey.hpp"
#include "journey/touchpoint.hpp"

namespace cxsim {

inline constexpr DepartmentId service{0}, technology{1};
inline constexpr TouchpointId web{0}, contract{1}, call{2}, use{3}, app{4};
inline constexpr JourneyId join{0}, using_it{1}, fix{2};

inline Touchpoint touchpoint(std::string name, DepartmentId owner) {
  Touchpoint t = defaults<Touchpoint>();
  t.name = t.title = std::move(name);
  t.owner = owner;
  t.department_weights.assign(2, 0.0f);
  t.department_weights[owner.index()] = 1;
  t.facets = {.25f, .25f, .25f, .25f};
  t.levels = defaults<LevelWeights>();
  t.quality = defaults<LevelQuality>();
  return t;
}

inline Touchpoint staffed(Touchpoint t, float minutes, float cost) {
  t.human_share = 1;
  t.service_minutes = minutes;
  t.cost = cost;
  return t;
}

inline std::vector<Touchpoint> small_firm_touchpoints() {
  return {touchpoint("web", technology), staffed(touchpoint("contract", service), 8, 4),
          staffed(touchpoint("call", service), 10, 7), touchpoint("use", technology),
          touchpoint("app", technology)};
}

inline Journey journey(std::string name, float importance, float days_between,
                       std::vector<StepPlan> steps) {
  Journey j = defaults<Journey>();
  j.title = name;
  j.place = {name + ".toml", 7};
  j.name = std::move(name);
  j.importance = importance;
  j.days_between = days_between;
  j.steps = std::move(steps);
  return j;
}

inline std::vector<Journey> small_firm_journeys() {
  Journey joins = journey(
      "join", 1, 0, {{"web", 1}, {"contract", 1}, {"purchase", 1}, {"app", 1}, {"call", .4f}});
  joins.acquires = true;
  Journey uses = journey("use", .15f, 7, {{"use", 1}});
  uses.retries = uses.surveyed = false;
  uses.spawned_journey = "fix";
  uses.spawns = fix;
  uses.spawn_chance = .6f;
  return {joins, uses, journey("fix", 1, 120, {{"app", .8f}, {"call", .9f}})};
}

inline EdgePlan edge(std::string from, std::string to, EdgeOutcome on, float weight = 1) {
  EdgePlan plan = defaults<EdgePlan>();
  plan.from = std::move(from);
  plan.to = std::move(to);
  plan.on = on;
  plan.weight = weight;
  return plan;
}

}  // namespace cxsim
