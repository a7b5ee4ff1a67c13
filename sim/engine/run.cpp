#include "engine/run.hpp"

#include <limits>

namespace cxsim {
namespace {

// Somebody's place in the tables of a simulation.
struct Whereabouts {
  const Customer& customer;
  const History& history;
};

Whereabouts find(PersonId person, const Simulation& simulation) {
  const std::size_t chunk_size = simulation.execution().chunk_size;
  const Chunk& chunk = simulation.chunks()[person.index() / chunk_size];
  const std::size_t i = person.value - chunk.first().value;
  return {chunk.customer(i), chunk.history(i)};
}

ValueTier value_tier_of(const Customer& c, SegmentId segment, const World& world) {
  const auto step = c.traits[static_cast<std::size_t>(Trait::value)];
  return value_tier_of(world.trait_tables[segment.index()].of(Trait::value, step),
                       world.customer.care);
}

PersonRecord record_of(PersonId person, bool active_at_start, const Simulation& simulation,
                       const World& world) {
  const auto [c, h] = find(person, simulation);
  const auto burn_in = static_cast<std::int32_t>(world.simulation.burn_in);
  const bool left_once = h.times_churned() > 0;
  PersonRecord record;
  record.acquired_day = c.active() || left_once ? c.joined - burn_in : PersonRecord::no_day;
  record.churn_day = left_once ? h.last_churn() - burn_in : -1;
  record.first_acquired_day = left_once ? h.first_joined() - burn_in : record.acquired_day;
  record.first_churn_day = left_once ? h.first_churn() - burn_in : PersonRecord::no_day;
  record.times_churned = static_cast<std::int32_t>(h.times_churned());
  record.recommend_score =
      c.active() ? simulation.recommend_score(person) : std::numeric_limits<float>::quiet_NaN();
  record.lifetime_profit = world.money.margin * c.revenue - c.cost;
  record.contacts = c.contacts;
  record.segment = segment_of(person, world);
  record.cause = h.cause();
  record.lifecycle = c.lifecycle;
  record.value_tier = value_tier_of(c, record.segment, world);
  record.active_at_start = active_at_start;
  return record;
}

bool pass(Simulation& simulation, std::int32_t days, const RunPlan& plan) {
  for (std::int32_t d = 0; d < days; ++d) {
    if (plan.cancelled && plan.cancelled()) return false;
    simulation.pass_day();
    if (plan.on_progress) plan.on_progress(1);
  }
  return true;
}

// A replication at the end of its burn-in: arms branch from here.
struct WarmStart {
  Simulation simulation;
  std::vector<bool> active;  // by person recorded

  WarmStart(const World& world, std::uint32_t replication, const RunPlan& plan)
      : simulation(world, replication, plan.execution) {
    for (const PersonId person : plan.observed) simulation.observe(person);
    simulation.note_only(plan.noted);
  }

  bool burn_in(const World& world, const RunPlan& plan) {
    if (!pass(simulation, static_cast<std::int32_t>(world.simulation.burn_in), plan)) return false;
    simulation.forget_counts();
    for (const PersonId person : plan.people)
      active.push_back(find(person, simulation).customer.active());
    return true;
  }
};

void keep(RunResult& result, Simulation& simulation, const std::vector<bool>& active,
          const World& world, const RunPlan& plan) {
  for (std::size_t k = 0; k < plan.people.size(); ++k)
    result.people.push_back(record_of(plan.people[k], active[k], simulation, world));
  result.events = simulation.take_events();
  for (LifeEvent& event : result.events)
    event.day -= static_cast<std::int32_t>(world.simulation.burn_in);
  result.complete = true;
}

RunResult run_results(Simulation& simulation, const std::vector<bool>& active, const World& world,
                      const RunPlan& plan) {
  RunResult result;
  const auto months = static_cast<std::int32_t>(months_in(world.simulation));
  const auto rest = static_cast<std::int32_t>(world.simulation.days) - months * days_per_month;
  for (std::int32_t month = 0; month < months; ++month) {
    if (!pass(simulation, days_per_month, plan)) return result;
    result.months.push_back(simulation.close_month());
  }
  if (pass(simulation, rest, plan)) keep(result, simulation, active, world, plan);
  return result;
}

}  // namespace

RunResult run(const World& world, std::uint32_t replication, const RunPlan& plan) {
  const Programme nothing;
  const Programme* only = &nothing;
  return std::move(run_arms(world, {&only, 1}, replication, plan).front());
}

std::vector<RunResult> run_arms(const World& world, std::span<const Programme* const> programmes,
                                std::uint32_t replication, const RunPlan& plan) {
  std::vector<RunResult> results(programmes.size());
  WarmStart warm(world, replication, plan);
  if (!warm.burn_in(world, plan)) return results;
  const auto run_arm = [&](std::size_t arm, Simulation& simulation) {
    simulation.follow(*programmes[arm]);
    results[arm] = run_results(simulation, warm.active, world, plan);
  };
  if (programmes.size() == 1) {
    run_arm(0, warm.simulation);
    return results;
  }
  share_out(programmes.size(), [&](std::size_t arm) {
    Simulation branch = warm.simulation;
    run_arm(arm, branch);
  });
  return results;
}

std::vector<PersonId> evenly_spread(std::int64_t count, std::int64_t people) {
  const std::int64_t chosen = std::min(count, people);
  std::vector<PersonId> persons;
  for (std::int64_t k = 0; k < chosen; ++k)
    persons.emplace_back(static_cast<std::size_t>(k * people / chosen));
  return persons;
}

}  // namespace cxsim
