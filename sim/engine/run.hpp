// One replication from day 0 to the end, and what is kept of it.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/simulation.hpp"

namespace cxsim {

inline constexpr std::int32_t days_per_month = 30;  // of results and of payments

// What became of one person; days count from the end of the burn-in.
struct PersonRecord {
  std::int32_t acquired_day;  // of the last purchase; negative before results; no_day for never
  std::int32_t churn_day;     // the last; -1 for never
  std::int32_t first_acquired_day;  // no_day for never
  std::int32_t first_churn_day;     // no_day for never
  std::int32_t times_churned;
  float recommend_score;  // 0 to 10 at the end; NaN for who is not a customer then
  float lifetime_profit;  // currency since day 0 of the burn-in
  std::int32_t contacts;
  SegmentId segment;
  CauseOfLeaving cause;
  Lifecycle lifecycle;
  ValueTier value_tier = ValueTier::middle;
  bool active_at_start = false;  // a customer at the end of the burn-in

  static constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
};

struct RunPlan {
  std::vector<PersonId> people;                  // who gets a PersonRecord
  std::vector<PersonId> observed;                // whose life events are kept
  LifeEventKinds noted = LifeEventKinds::all();  // which of their events
  Execution execution;
  std::function<void(std::int32_t days)> on_progress;  // called after every few days; may be empty
  std::function<bool()> cancelled;                     // true stops the run; may be empty
};

struct RunResult {
  bool complete = false;
  std::vector<Tally> months;  // after the burn-in; an incomplete month is dropped
  std::vector<PersonRecord> people;
  std::vector<LifeEvent> events;  // days count from the end of the burn-in
};

// The replications that one arm has run so far.
using RunsOfArm = std::vector<RunResult>;

// The firm as it is.
RunResult run(const World& world, std::uint32_t replication, const RunPlan& plan);

// One result for each programme, from one burn-in: the same customers with the same luck.
std::vector<RunResult> run_arms(const World& world, std::span<const Programme* const> programmes,
                                std::uint32_t replication, const RunPlan& plan);

// `count` people spread evenly over the population; everybody if there are not more.
std::vector<PersonId> evenly_spread(std::int64_t count, std::int64_t people);

inline std::int64_t months_in(const SimulationSettings& simulation) {
  return simulation.days / days_per_month;
}

}  // namespace cxsim
