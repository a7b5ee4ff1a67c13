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

std::vector<Chunk> copied(const std::vector<Chunk>& chunks, std::span<Customer> customers,
                          std::span<History> histories) {
  std::vector<Chunk> copies;
  copies.reserve(chunks.size());
  for (const Chunk& chunk : chunks)
    copies.emplace_back(chunk, customers.subspan(chunk.first().index(), chunk.size()),
                        histories.subspan(chunk.first().index(), chunk.size()));
  return copies;
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
      now_(world),
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

Simulation::Simulation(const Simulation& other)
    : world_(other.world_),
      now_(other.now_),
      programme_(other.programme_),
      plans_(other.plans_),
      execution_(other.execution_),
      key_(other.key_),
      network_(other.network_),
      day_(other.day_),
      company_(other.company_),
      offer_(other.offer_),
      customers_(other.customers_),
      histories_(other.histories_),
      chunks_(copied(other.chunks_, customers_, histories_)),
      mailbox_(other.mailbox_),
      ledger_(other.ledger_),
      month_(other.month_),
      events_(other.events_) {}

void Simulation::follow(const Programme& programme) {
  programme_ = programme.is_empty() ? nullptr : &programme;
}

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
