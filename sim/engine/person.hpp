// One person on one day: their state, their traits, and their luck.
#pragma once

#include "engine/ledger.hpp"
#include "engine/today.hpp"
#include "model/customer.hpp"
#include "population/birth.hpp"

namespace cxsim {

struct Person {
  Customer& self;
  History& history;
  PersonId id;
  SegmentId segment;
  Luck luck;
};

inline Person person_of(Customer& self, History& history, PersonId id, const Today& today) {
  return {self, history, id, segment_of(id, today.world), Luck(today.key, id.value, today.day)};
}

inline float trait(const Person& p, Trait which, const Today& today) {
  return today.world.trait_tables[p.segment.index()].of(
      which, p.self.traits[static_cast<std::size_t>(which)]);
}

inline ValueTier value_tier(const Person& p, const Today& today) {
  return value_tier_of(trait(p, Trait::value, today), today.world.customer.care);
}

// Where everybody stands in [0, 1) when something reaches a share of the people: always the same.
inline float pilot_rank(const Person& p, const Today& today) {
  return Luck(today.key, p.id.value, 0).uniform(Decision::pilot_rank);
}

inline bool concerns(const Scope& scope, const Person& p, const Today& today) {
  if (!scope.segments.has(p.segment)) return false;
  if (!scope.value_tiers.all() &&
      !scope.value_tiers.has(ValueTierId(static_cast<std::size_t>(value_tier(p, today)))))
    return false;
  return scope.share >= 1 || pilot_rank(p, today) < scope.share;
}

// At this touchpoint, on this journey.
inline bool is_here(const Scope& scope, const Person& p) {
  return scope.touchpoints.has(TouchpointId(p.self.vertex)) && scope.journeys.has(p.self.journey);
}

// Here and now, for this person.
inline bool concerns_contact(const Scope& scope, const Person& p, const Today& today) {
  return is_here(scope, p) && concerns(scope, p, today);
}

// A lever as this person meets it.
inline float lever(float Levers::*which, const Person& p, const Today& today) {
  const float everybodys = today.company.levers.*which;
  if (today.plans == nullptr || today.plans->particular.empty()) return everybodys;
  return particular_lever(everybodys, which, today.plans->particular,
                          [&](const Scope& scope) { return concerns_contact(scope, p, today); });
}

// The same away from any touchpoint and journey: changes confined to those do not count.
inline float personal_lever(float Levers::*which, const Person& p, const Today& today) {
  const float everybodys = today.company.levers.*which;
  if (today.plans == nullptr || today.plans->particular.empty()) return everybodys;
  return particular_lever(everybodys, which, today.plans->particular, [&](const Scope& scope) {
    return scope.touchpoints.all() && scope.journeys.all() && concerns(scope, p, today);
  });
}

inline float inertia(const Person& p, const Today& today) {
  const float founding = today.world.segments[p.segment.index()].founding_inertia;
  const float benefit = lever(&Levers::loyalty_benefit, p, today);
  return trait(p, Trait::inertia, today) + (p.self.is(Fact::founding) ? founding : 0.0f) +
         benefit * today.world.customer.loyalty_benefit.inertia;
}

// The firm's relative price for this person.
inline float price_for(const Person& p, const Today& today) {
  const float offer =
      p.self.is(Fact::has_offer) ? 1.0f - lever(&Levers::win_back_discount, p, today) : 1.0f;
  return lever(&Levers::price, p, today) * today.world.segments[p.segment.index()].price * offer;
}

inline Preference<float> preference_of(const Person& p, const Today& today) {
  return preference(p.self.mind, trait(p, Trait::price_sensitivity, today),
                    p.self.is(Fact::hostile), price_for(p, today),
                    std::span<const Rival>(today.world.rivals), today.world.customer.preference);
}

// Lets the time since they were last touched pass.
inline void catch_up(Person& p, const Today& today) {
  const float elapsed = today.time - p.self.touched;
  if (elapsed <= 0) return;
  fade(p.self.mind, elapsed, today.world.customer.fading);
  p.self.touched = today.time;
}

inline void become_aware(Person& p) {
  p.self.set(Fact::knows_firm, true);
  if (p.self.lifecycle == Lifecycle::unaware) p.self.lifecycle = Lifecycle::aware;
}

// An event to note for an observed person, or nothing.
inline LifeEvent* note(Person& p, LifeEventKind kind, const Today& today, Ledger& ledger) {
  if (!p.self.is(Fact::observed)) return nullptr;
  LifeEvent& event = ledger.events.emplace_back();
  event.kind = kind;
  event.day = today.day;
  event.person = p.id;
  event.journey = p.self.journey;
  event.upstream = p.self.upstream;
  event.upstream_cause = p.self.upstream_cause;
  event.hostile = p.self.is(Fact::hostile);
  event.mind = p.self.mind;
  return &event;
}

}  // namespace cxsim
