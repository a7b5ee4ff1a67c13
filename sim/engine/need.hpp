// Needs: what makes somebody begin a journey, and how journeys begin and end.
#pragma once

#include "engine/person.hpp"

namespace cxsim {

// Needs of one kind a day, for these people today.
template <class F>
F need_rate(const Person<F>& p, std::size_t j, F demand, const Today& today) {
  const Journey& journey = today.world.journeys[j];
  if (journey.days_between <= 0) return F(0.0f);
  float rate = today.world.segments[p.segment.index()].need_factors[j] / journey.days_between;
  if (journey.root_cause.exists()) rate *= today.root_cause_levels[journey.root_cause.index()];
  return journey.scales_with_demand ? rate * demand : F(rate);
}

template <class F>
F need_rates(const Person<F>& p, const Today& today) {
  const F demand = trait(p, Trait::demand, today);
  F total = F(0.0f);
  for (std::size_t j = 0; j < today.world.journeys.size(); ++j)
    total = total + need_rate(p, j, demand, today);
  return total;
}

// The journey they need now, or no_id.
template <class F>
Whole<F> choose_need(Person<F>& p, const Today& today) {
  const std::size_t journeys = today.world.journeys.size();
  const F demand = trait(p, Trait::demand, today);
  std::array<F, most_named_things> rates;
  F total = F(0.0f);
  for (std::size_t j = 0; j < journeys; ++j) {
    rates[j] = need_rate(p, j, demand, today);
    total = total + rates[j];
  }
  const F at = p.luck.uniform(Decision::intent) * total;
  F so_far = F(0.0f);
  Whole<F> need = Whole<F>(no_id);
  Mask<F> open = p.here;
  for (std::size_t j = 0; j < journeys; ++j) {
    const Mask<F> possible = open && rates[j] > F(0.0f);
    need = select(possible, Whole<F>(static_cast<std::int32_t>(j)), need);
    so_far = so_far + rates[j];
    open = open && !(possible && at < so_far);
  }
  return need;
}

template <class F>
void schedule_next_need(Person<F>& p, const Today& today) {
  const F rate = need_rates(p, today);
  const Mask<F> ever = rate > F(0.0f);
  const F gap = F(1.0f) + p.luck.exponential(Decision::next_need) / select(ever, rate, F(1.0f));
  p.self.next_contact = select(ever, due_after(today, gap), Whole<F>(never));
}

// Where a journey comes from.
template <class F>
struct Origin {
  Whole<F> failed_at;  // no_id where it comes from a need
  Whole<F> cause;
};

template <class F>
Origin<F> origin_of_need(Whole<F> journey, const Today& today) {
  const std::span<const Journey> journeys(today.world.journeys);
  return {Whole<F>(no_id), look_up(journeys, &Journey::root_cause, journey)};
}

template <class F>
void start_journey(Person<F>& p, Whole<F> journey, Origin<F> origin, const Today& today,
                   Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  c.journey = journey;
  c.vertex = Whole<F>(today.world.tables.vertex(Landmark::entry));
  c.episode = fresh_episode<F>();
  c.journey_contacts = c.failures = Whole<F>(0);
  c.last_department = Whole<F>(no_id);
  c.upstream = origin.failed_at;
  c.upstream_cause = origin.cause;
  c.set(Fact::failure_behind, origin.failed_at != Whole<F>(no_id));
  note(p, LifeEventKind::need, today, ledger);
}

template <class F>
void leave_journey(Person<F>& p) {
  p.self.journey = Whole<F>(no_id);
  p.self.next_contact = Whole<F>(never);
}

}  // namespace cxsim
