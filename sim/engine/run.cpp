#include "engine/run.hpp"

#include <limits>

namespace cxsim {
namespace {

PersonRecord record_of(PersonId person, const Simulation& simulation, const World& world,
                       std::size_t chunk_size) {
  const Chunk& chunk = simulation.chunks()[person.index() / chunk_size];
  const std::size_t i = person.value - chunk.first().value;
  const Customer& c = chunk.customer(i);
  const History& h = chunk.history(i);
  const auto burn_in = static_cast<std::int32_t>(world.simulation.burn_in);
  const bool ever = c.active() || h.times_churned > 0;
  PersonRecord record;
  record.acquired_day = ever ? c.joined - burn_in : PersonRecord::no_day;
  record.churn_day = h.times_churned > 0 ? h.last_churn - burn_in : -1;
  record.times_churned = h.times_churned;
  record.recommend_score =
      c.active() ? simulation.recommend_score(person) : std::numeric_limits<float>::quiet_NaN();
  record.lifetime_profit = world.money.margin * c.revenue - c.cost;
  record.contacts = h.contacts;
  record.segment = segment_of(person, world);
  record.cause = h.cause;
  record.lifecycle = c.lifecycle;
  return record;
}

class Runner {
 public:
  Runner(const World& world, std::uint32_t replication, const RunPlan& plan)
      : world_(world), plan_(plan), simulation_(world, replication, plan.execution) {
    for (const PersonId person : plan.observed) simulation_.observe(person);
  }

  RunResult run() {
    RunResult result;
    const auto burn_in = static_cast<std::int32_t>(world_.simulation.burn_in);
    const auto months = static_cast<std::int32_t>(months_in(world_.simulation));
    const auto rest = static_cast<std::int32_t>(world_.simulation.days) - months * days_per_month;
    if (!pass(burn_in)) return result;
    simulation_.forget_counts();
    for (std::int32_t month = 0; month < months; ++month) {
      if (!pass(days_per_month)) return result;
      result.months.push_back(simulation_.close_month());
    }
    if (!pass(rest)) return result;
    finish(result, burn_in);
    return result;
  }

 private:
  bool pass(std::int32_t days) {
    for (std::int32_t d = 0; d < days; ++d) {
      if (plan_.cancelled && plan_.cancelled()) return false;
      simulation_.pass_day();
      if (plan_.on_progress) plan_.on_progress(1);
    }
    return true;
  }

  void finish(RunResult& result, std::int32_t burn_in) {
    const std::size_t chunk_size = simulation_.execution().chunk_size;
    for (const PersonId person : plan_.people)
      result.people.push_back(record_of(person, simulation_, world_, chunk_size));
    result.events = simulation_.take_events();
    for (LifeEvent& event : result.events) event.day -= burn_in;
    result.complete = true;
  }

  const World& world_;
  const RunPlan& plan_;
  Simulation simulation_;
};

}  // namespace

RunResult run(const World& world, std::uint32_t replication, const RunPlan& plan) {
  return Runner(world, replication, plan).run();
}

std::vector<PersonId> evenly_spread(std::int64_t count, std::int64_t people) {
  const std::int64_t chosen = std::min(count, people);
  std::vector<PersonId> persons;
  for (std::int64_t k = 0; k < chosen; ++k)
    persons.emplace_back(static_cast<std::size_t>(k * people / chosen));
  return persons;
}

}  // namespace cxsim
