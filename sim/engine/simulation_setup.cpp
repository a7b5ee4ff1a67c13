// How a run begins, and what can be asked of it between days.
#include <algorithm>

#include "engine/simulation.hpp"

namespace cxsim {
namespace {

std::size_t chunks_for(const World& world, std::size_t chunk_size) {
  const auto people = static_cast<std::size_t>(world.simulation.people);
  return (people + chunk_size - 1) / chunk_size;
}

std::vector<Chunk> settle(std::span<Customer> customers, std::span<History> histories,
                          const World& world, std::size_t chunk_size, StreamKey key) {
  std::vector<std::unique_ptr<Chunk>> made(chunks_for(world, chunk_size));
  share_out(made.size(), [&](std::size_t c) {
    const std::size_t first = c * chunk_size;
    const std::size_t count = std::min(chunk_size, customers.size() - first);
    made[c] = std::make_unique<Chunk>(PersonId(first), customers.subspan(first, count),
                                      histories.subspan(first, count), world, key);
  });
  std::vector<Chunk> chunks;
  chunks.reserve(made.size());
  for (auto& chunk : made) chunks.push_back(std::move(*chunk));
  return chunks;
}

std::size_t held(std::size_t chunk_size) {
  return std::clamp<std::size_t>(chunk_size, 1, Calendar::most_people);
}

}  // namespace

TallyShape shape_of(const World& world) {
  return {world.segments.size(), world.touchpoints.size(), world.journeys.size(),
          world.company.departments.size(), world.company.root_causes.size()};
}

Simulation::Simulation(const World& world, std::uint32_t replication, Execution execution)
    : world_(world),
      execution_{held(execution.chunk_size)},
      key_{static_cast<std::uint64_t>(world.simulation.seed), replication},
      network_(world.network, static_cast<std::uint32_t>(world.simulation.people), key_),
      company_(::cxsim::open_company(world.company, world.customer.online_review)),
      customers_(static_cast<std::size_t>(world.simulation.people)),
      histories_(customers_.size()),
      chunks_(settle(customers_, histories_, world, execution_.chunk_size, key_)),
      mailbox_(chunks_.size(), execution_.chunk_size),
      ledger_(shape_of(world)),
      month_(shape_of(world)) {}

void Simulation::observe(PersonId person) { chunks_[chunk_of(person)].observe(person); }

float Simulation::recommend_score(PersonId person) const {
  const Chunk& chunk = chunks_[chunk_of(person)];
  const std::size_t i = person.value - chunk.first().value;
  Customer customer = chunk.customer(i);
  History history = chunk.history(i);
  const Today moment = today_at(static_cast<float>(day_));
  return recommend_score_of(person_of(customer, history, person, moment), moment);
}

std::vector<LifeEvent> Simulation::take_events() {
  std::vector<LifeEvent> taken;
  taken.swap(events_);
  std::stable_sort(taken.begin(), taken.end(), told_before);
  return taken;
}

}  // namespace cxsim
