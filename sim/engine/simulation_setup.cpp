// How a run begins, and what can be asked of it between days.
#include <algorithm>

#include "engine/census.hpp"
#include "engine/simulation.hpp"

namespace cxsim {
namespace {

std::size_t chunks_for(const World& world, std::size_t chunk_size) {
  const auto people = static_cast<std::size_t>(world.simulation.people);
  return (people + chunk_size - 1) / chunk_size;
}

std::vector<Chunk> settle(std::span<Customer> customers, std::span<History> histories,
                          std::span<std::uint16_t> due, const World& world,
                          const Execution& execution, StreamKey key) {
  const std::size_t chunk_size = execution.chunk_size;
  std::vector<std::unique_ptr<Chunk>> made(chunks_for(world, chunk_size));
  share_out(made.size(), [&](std::size_t c) {
    const std::size_t first = c * chunk_size;
    const std::size_t count = std::min(chunk_size, customers.size() - first);
    made[c] = std::make_unique<Chunk>(PersonId(first), customers.subspan(first, count),
                                      histories.subspan(first, count), due.subspan(first, count),
                                      *execution.kernels, world, key);
  });
  std::vector<Chunk> chunks;
  chunks.reserve(made.size());
  for (auto& chunk : made) chunks.push_back(std::move(*chunk));
  return chunks;
}

std::vector<Chunk> copied(const std::vector<Chunk>& chunks, std::span<Customer> customers,
                          std::span<History> histories, std::span<std::uint16_t> due) {
  std::vector<Chunk> copies;
  copies.reserve(chunks.size());
  for (const Chunk& chunk : chunks)
    copies.emplace_back(chunk, customers.subspan(chunk.first().index(), chunk.size()),
                        histories.subspan(chunk.first().index(), chunk.size()),
                        due.subspan(chunk.first().index(), chunk.size()));
  return copies;
}

Execution settled(Execution execution) {
  execution.chunk_size = std::clamp<std::size_t>(execution.chunk_size, 1, Execution::largest_chunk);
  if (execution.kernels == nullptr) execution.kernels = &best_kernels();
  return execution;
}

}  // namespace

TallyShape shape_of(const World& world) {
  return {world.segments.size(), world.touchpoints.size(), world.journeys.size(),
          world.company.departments.size(), world.company.root_causes.size()};
}

Simulation::Simulation(const World& world, std::uint32_t replication, Execution execution)
    : world_(world),
      now_(world),
      execution_(settled(execution)),
      key_{static_cast<std::uint64_t>(world.simulation.seed), replication},
      network_(world.network, static_cast<std::uint32_t>(world.simulation.people), key_),
      company_(::cxsim::open_company(world.company, world.customer.online_review)),
      customers_(static_cast<std::size_t>(world.simulation.people)),
      histories_(customers_.size()),
      due_(customers_.size()),
      chunks_(settle(customers_, histories_, due_, world, execution_, key_)),
      mailbox_(chunks_.size(), execution_.chunk_size),
      ledgers_(Ledger(shape_of(world))),
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
      due_(other.due_),
      chunks_(copied(other.chunks_, customers_, histories_, due_)),
      mailbox_(other.mailbox_),
      ledgers_(Ledger(shape_of(other.world_))),
      ledger_(other.ledger_),
      month_(other.month_),
      events_(other.events_),
      noted_(other.noted_) {}

void Simulation::follow(const Programme& programme) {
  programme_ = programme.is_empty() ? nullptr : &programme;
}

void Simulation::observe(PersonId person) { chunks_[chunk_of(person)].observe(person); }

float Simulation::recommend_score(PersonId id) const {
  const Chunk& chunk = chunks_[chunk_of(id)];
  const std::size_t i = id.value - chunk.first().value;
  History history = chunk.history(i);
  const Today moment = today_at(static_cast<float>(day_));
  Person<float> person = person_of(chunk.customer(i), history, id, moment);
  catch_up(person, moment);
  return score_of(person, moment);
}

std::vector<LifeEvent> Simulation::take_events() {
  std::vector<LifeEvent> taken;
  taken.swap(events_);
  std::stable_sort(taken.begin(), taken.end(), told_before);
  return taken;
}

}  // namespace cxsim
