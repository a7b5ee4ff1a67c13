// Arms in a small world: runs under programmes, from one burn-in or from one of their own.
#pragma once

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "support/flatten.hpp"
#include "support/interventions.hpp"
#include "support/small_world.hpp"

namespace cxsim {

inline Programme programme_of(std::vector<Intervention> interventions, const World& w) {
  auto programme = Programme::of(std::move(interventions), w.touchpoints, w.journeys);
  if (programme) return std::move(*programme);
  for (const Problem& problem : programme.problems()) ADD_FAILURE() << to_text(problem);
  return {};
}

inline std::vector<RunResult> run_beside(const World& w, const std::vector<Programme>& programmes,
                                         const RunPlan& plan = {}) {
  std::vector<const Programme*> arms;
  for (const Programme& programme : programmes) arms.push_back(&programme);
  return run_arms(w, arms, 0, plan);
}

inline RunResult run_under(const World& w, std::vector<Intervention> interventions,
                           const RunPlan& plan = {}) {
  const Programme programme = programme_of(std::move(interventions), w);
  const Programme* arm = &programme;
  return std::move(run_arms(w, {&arm, 1}, 0, plan).front());
}

inline RunPlan watching_everybody(const World& w) {
  RunPlan plan;
  plan.observed = plan.people = all_people(w);
  return plan;
}

inline RunPlan recording_everybody(const World& w) {
  RunPlan plan;
  plan.people = all_people(w);
  return plan;
}

// A small world in which something happens to everybody within a few months: failures and their
// causes, queues, prospects, leavers, and a price that is not the rivals'.
inline World busy_world(std::int64_t people = 500, std::int64_t days = 120) {
  World w = small_world(people, days);
  w.simulation.burn_in = 40;
  w.segments[0].initial_share = .6f;
  w.company.queue.opening_days = 20;
  w.company.queue.settling_days = 5;
  w.company.policy.price = 1.1f;
  w.company.policy.advertising = .002f;
  w.customer.acquisition.first_consideration = 60;
  w.customer.acquisition.pause_fixed = 20;
  w.customer.acquisition.pause_mean = 60;
  w.journeys[fix.index()].days_between = 20;
  for (Touchpoint& t : w.touchpoints) t.p_fail = .15f;
  w.touchpoints[call.index()].root_cause = RootCauseId(std::size_t{0});
  w.touchpoints[app.index()].root_cause = RootCauseId(std::size_t{1});
  return w;
}

// One of the kind that has an effect in the busy world on its first day.
inline Intervention lively(const Kind& kind) {
  Intervention one = usual(kind);
  one.timing.ramp = 0;
  if (&kind == &kinds::free_levers) set(one, "culture", .3f);
  if (&kind == &kinds::touchpoint_quality) set(one, "rational", -.3f);
  if (&kind == &kinds::win_back) set(one, "campaign", .8f);
  if (&kind == &kinds::advertising) set(one, "advertising", 20);
  if (&kind == &kinds::maturity_climb) set(one, "days_per_stage", 1);
  if (&kind == &kinds::cx_owner) one.scope.departments.add(technology);
  if (&kind == &kinds::care) one.scope.value_tiers.add(ValueTierId(std::size_t{2}));
  if (kind.redesigns_a_journey) {
    one.redesign.journey = fix;
    one.redesign.remove = {"app"};
  }
  return one;
}

}  // namespace cxsim
