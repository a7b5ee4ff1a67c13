// The walk on the touchpoint graph: a need arises, a contact is made, an edge leads on.
#pragma once

#include "engine/close.hpp"
#include "engine/contact.hpp"
#include "engine/prospect.hpp"

namespace cxsim {

template <class F>
WalkState<F> walk_state(const Person<F>& p) {
  const CustomerOf<F>& c = p.self;
  return {c.mind.valence, c.mind.trust, c.episode.effort, to_number(c.failures)};
}

// The ways this person takes on this journey, under the redesigns that have reached them.
inline const JourneyTables& ways_of(const Somebody& one, const Today& today) {
  for (const JourneyWays& ways : today.programme->ways())
    if (ways.journey == one.journey)
      return ways.for_whom(pilot_rank(one.id, today), today.plans->redesigns);
  return today.world.tables;
}

inline bool has_redesigns(const Today& today) {
  return today.plans != nullptr && !today.plans->redesigns.empty();
}

template <class F>
Way<F> draw_edge(Person<F>& p, Mask<F> failed, Decision decision, const Today& today) {
  const CustomerOf<F>& c = p.self;
  const WalkState<F> state = walk_state(p);
  const F u = p.luck.uniform(decision);
  if (!has_redesigns(today))
    return today.world.tables.choose(c.journey, c.vertex, failed, state, u, p.here);

  const auto fail = spread(select(failed, Whole<F>(1), Whole<F>(0)));
  const auto valence = spread(state.valence), trust = spread(state.trust);
  const auto effort = spread(state.effort), failures = spread(state.failures), draw = spread(u);
  const auto journey = spread(c.journey);
  auto to = spread(c.vertex);
  auto dwell = spread(F(0.0f));
  for_everybody(p, today, [&](std::size_t k, const Somebody& one) {
    const WalkState<float> theirs{valence[k], trust[k], effort[k], failures[k]};
    const Way<float> step =
        ways_of(one, today).choose<float>(journey[k], to[k], fail[k] != 0, theirs, draw[k], true);
    to[k] = step.to;
    dwell[k] = step.dwell;
  });
  return {collect(to), collect(dwell)};
}

// The walk leads past the last touchpoint.
template <class F>
void leave_walk(Person<F>& p, std::type_identity_t<Whole<F>> end, const Today& today,
                Ledger& ledger) {
  const JourneyTables& tables = today.world.tables;
  const Mask<F> active = p.self.active();
  const Mask<F> declined = end == Whole<F>(tables.vertex(Landmark::declined));
  where(p, !active, [&] {
    leave_journey(p);
    // Whoever declined at the purchase has decided already.
    where(p, p.self.is(Lifecycle::considering), [&] { decide_against(p, today); });
  });
  where(p, active && declined, [&] {
    leave_journey(p);
    schedule_next_need(p, today);
  });
  where(p, active && !declined, [&] {
    close_journey(p, end == Whole<F>(tables.vertex(Landmark::resolved)), today, ledger);
  });
}

template <class F>
void arrive_later(Person<F>& p, const Way<F>& way, Mask<F> arrives, const Today& today) {
  CustomerOf<F>& c = p.self;
  const F further = way.dwell * p.luck.exponential(Decision::dwell);
  c.failures = select(arrives && way.to != c.vertex, Whole<F>(0), c.failures);
  c.vertex = select(arrives, way.to, c.vertex);
  c.next_contact = select(arrives, due_after(today, F(1.0f) + further), c.next_contact);
}

template <class F>
void decide_at_purchase(Person<F>& p, const Today& today, Ledger& ledger) {
  const JourneyTables& tables = today.world.tables;
  p.self.vertex = Whole<F>(tables.vertex(Landmark::purchase));
  const Mask<F> bought = decide_purchase(p, today, ledger);
  const Way<F> next = draw_edge(p, !bought, Decision::edge_after_purchase, today);
  const Mask<F> stays = bought && tables.is_touchpoint(next.to);
  arrive_later(p, next, stays, today);
  where(p, !stays, [&] { leave_walk(p, next.to, today, ledger); });
}

// What comes after a contact that led to no other: `end` is the vertex it led to.
template <class F>
void end_walk(Person<F>& p, std::type_identity_t<Whole<F>> end, const Today& today,
              Ledger& ledger) {
  const Mask<F> to_purchase = end == Whole<F>(today.world.tables.vertex(Landmark::purchase));
  where(p, to_purchase, [&] { decide_at_purchase(p, today, ledger); });
  where(p, !to_purchase, [&] { leave_walk(p, end, today, ledger); });
}

// Gives up after a failure, the sooner the more often it failed. Prospects just move on.
template <class F>
Mask<F> gives_up(Person<F>& p, const Today& today) {
  const CustomerOf<F>& c = p.self;
  const std::span<const Journey> journeys(today.world.journeys);
  const F limit = look_up(journeys, &Journey::contact_limit, c.journey);
  const F chance = look_up(journeys, &Journey::abandon_slope, c.journey) * to_number(c.failures);
  return look_up(journeys, &Journey::retries, c.journey) && c.active() &&
         (to_number(c.journey_contacts) > limit || p.luck.happens(Decision::abandons, chance));
}

// From one contact to the next, or to the vertex where the walk ends, which it returns.
template <class F>
Whole<F> move_on(Person<F>& p, Mask<F> failed, const Today& today) {
  CustomerOf<F>& c = p.self;
  const JourneyTables& tables = today.world.tables;
  Mask<F> given_up = Mask<F>(false);
  if (!none(p.here && failed)) {
    c.failures = select(failed, min_of(c.failures + Whole<F>(1), Whole<F>(255)), c.failures);
    given_up = failed && gives_up(p, today);
  }
  const Way<F> way = draw_edge(p, failed, Decision::next_edge, today);
  c.failures = select(failed, c.failures, Whole<F>(0));
  const Mask<F> arrives = tables.is_touchpoint(way.to) && !given_up;
  arrive_later(p, way, arrives, today);
  const Whole<F> end = select(given_up, Whole<F>(tables.vertex(Landmark::abandoned)), way.to);
  return select(arrives, Whole<F>(no_id), end);
}

template <class F>
void begin_journey(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const Whole<F> need = choose_need(p, today);
  const Mask<F> needs = need != Whole<F>(no_id);
  where(
      p, !needs, [&] { schedule_next_need(p, today); }, c.next_contact);
  where(
      p, needs, [&] { start_journey(p, need, origin_of_need<F>(need, today), today, ledger); },
      c.journey, c.vertex, c.episode, c.journey_contacts, c.failures, c.last_department, c.upstream,
      c.upstream_cause, c.facts);
}

// From the entry to the first vertex, on the day the journey begins. Where every step was skipped,
// nothing happened and nothing is remembered.
template <class F>
Whole<F> enter(Person<F>& p, const Today& today) {
  const JourneyTables& tables = today.world.tables;
  CustomerOf<F>& c = p.self;
  const Way<F> way = draw_edge(p, Mask<F>(false), Decision::entry_edge, today);
  const Mask<F> arrives = tables.is_touchpoint(way.to);
  const Mask<F> to_purchase = way.to == Whole<F>(tables.vertex(Landmark::purchase));
  where(p, !arrives && !to_purchase, [&] {
    leave_journey(p);
    const Mask<F> active = c.active();
    where(p, active, [&] { schedule_next_need(p, today); });
    where(p, !active, [&] { decide_against(p, today); });
  });
  c.vertex = select(p.here && arrives, way.to, c.vertex);
  return select(to_purchase, way.to, Whole<F>(no_id));
}

// A contact is due: the journey they are on, or the one they begin. Customers whose walk ends close
// their journey. Returns the vertex where the walk of anybody else ends, or no_id.
template <class F>
Whole<F> go_on_journey(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const JourneyTables& tables = today.world.tables;
  among(p, !c.on_journey(), [&] { begin_journey(p, today, ledger); });
  Whole<F> end = Whole<F>(no_id);
  among(p, c.on_journey() && c.vertex == Whole<F>(tables.vertex(Landmark::entry)),
        [&] { end = enter(p, today); });
  where(p, c.on_journey() && tables.is_touchpoint(c.vertex), [&] {
    const Mask<F> failed = make_contact(p, today, ledger);
    end = select(p.here, move_on(p, failed, today), end);
  });
  const Mask<F> resolved = end == Whole<F>(tables.vertex(Landmark::resolved));
  const Mask<F> abandoned = end == Whole<F>(tables.vertex(Landmark::abandoned));
  const Mask<F> closes = p.here && c.active() && (resolved || abandoned);
  where(p, closes, [&] { close_journey(p, resolved, today, ledger); });
  return select(closes, Whole<F>(no_id), end);
}

}  // namespace cxsim
