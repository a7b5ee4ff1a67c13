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

inline float inertia(const Person& p, const Today& today) {
  const float founding = today.world.segments[p.segment.index()].founding_inertia;
  return trait(p, Trait::inertia, today) + (p.self.is(Fact::founding) ? founding : 0.0f);
}

// The firm's relative price for this person.
inline float price_for(const Person& p, const Today& today) {
  const Levers& levers = today.company.levers;
  const float offer = p.self.is(Fact::has_offer) ? 1.0f - levers.win_back_discount : 1.0f;
  return levers.price * today.world.segments[p.segment.index()].price * offer;
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
