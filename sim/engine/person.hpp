// One person on one day, or a group of people in step, one in each lane: their state, their traits
// and their luck. Over `float` a group is a single person.
#pragma once

#include <tuple>

#include "engine/ledger.hpp"
#include "engine/today.hpp"
#include "model/customer.hpp"
#include "population/birth.hpp"

namespace cxsim {

template <class F>
struct Person {
  CustomerOf<F> self;
  Mask<F> everybody;  // in the group; spare lanes hold nobody
  Mask<F> here;       // those of them whom it concerns just now: see `where`
  Whole<F> id;
  SegmentId segment;  // of all of them
  LuckOf<F> luck;
  History* histories;
  const std::int32_t* places;  // theirs among the histories

  History& history(std::size_t k) { return histories[places[k]]; }
  const History& history(std::size_t k) const { return histories[places[k]]; }
};

// A single person out of the tables; `store` puts them back.
inline Person<float> person_of(const Customer& kept, History& history, PersonId id,
                               const Today& today) {
  static constexpr std::int32_t only_place = 0;
  return {from_words<float>(std::bit_cast<CustomerWords<float>>(kept)),
          true,
          true,
          as_whole(id.value),
          segment_of(id, today.world),
          Luck(today.key, id.value, today.day),
          &history,
          &only_place};
}
inline void store(const Person<float>& p, Customer& kept) {
  kept = std::bit_cast<Customer>(to_words(p.self));
}

// Does something to those of the group for whom the condition holds; nobody else changes, and what
// is counted meanwhile counts only them. Over `float` this is an `if`. Where only parts of them
// change, naming these saves looking after the rest.
template <class F, class Then, class... Parts>
void where(Person<F>& p, std::type_identity_t<Mask<F>> condition, Then then, Parts&... parts) {
  if constexpr (lane_count<F> == 1) {
    if (condition) then();
  } else if constexpr (sizeof...(Parts) == 0) {
    where(p, condition, then, p.self);
  } else {
    const Mask<F> group = p.here, some = group && condition;
    if (none(some)) return;
    const bool spares_somebody = !none(p.everybody && !some);
    std::tuple<Parts...> before;
    if (spares_somebody) before = std::tie(parts...);
    p.here = some;
    then();
    p.here = group;
    if (!spares_somebody) return;
    std::apply([&](const Parts&... old) { ((parts = select(some, parts, old)), ...); }, before);
  }
}

// The same for what changes nobody.
template <class F, class Then>
void among(Person<F>& p, std::type_identity_t<Mask<F>> condition, Then then) {
  const Mask<F> group = p.here, some = group && condition;
  if (none(some)) return;
  p.here = some;
  then();
  p.here = group;
}

// 1 for each of them for whom the condition holds, else 0.
template <class F>
auto ones(Mask<F> condition) {
  return spread(select(condition, Whole<F>(1), Whole<F>(0)));
}

// What is counted of a group goes to one row of a segment, or to a row for each.
template <class F>
void count(Person<F>& p, std::type_identity_t<Mask<F>> condition, SegmentSum sum, Ledger& ledger) {
  ledger.tally.of(p.segment, sum).count(static_cast<std::int64_t>(count_of(p.here && condition)));
}
template <class F>
void count(Person<F>& p, SegmentSum sum, Ledger& ledger) {
  count(p, Mask<F>(true), sum, ledger);
}
template <class F>
void count(Person<F>& p, std::type_identity_t<Mask<F>> condition, CompanySum sum, Ledger& ledger) {
  ledger.tally.of(sum).count(static_cast<std::int64_t>(count_of(p.here && condition)));
}
template <class F>
void count(Person<F>& p, CompanySum sum, Ledger& ledger) {
  count(p, Mask<F>(true), sum, ledger);
}
template <class F>
void add(Person<F>& p, std::type_identity_t<F> amount, FixedSum& sum) {
  sum.add_units(total_units(p.here, amount));
}
template <class F>
void add(Person<F>& p, std::type_identity_t<F> amount, SegmentSum sum, Ledger& ledger) {
  add(p, amount, ledger.tally.of(p.segment, sum));
}

template <class F>
F trait(const Person<F>& p, Trait which, const Today& today) {
  return today.world.trait_tables[p.segment.index()].at(which, p.self.trait_step(which));
}

// The people of a group one by one, as far as scopes ask who they are.
struct Somebody {
  PersonId id;
  SegmentId segment;
  TouchpointId touchpoint;
  JourneyId journey;
  float value;
};

inline ValueTier value_tier(const Somebody& one, const Today& today) {
  return value_tier_of(one.value, today.world.customer.care);
}

// Where everybody stands in [0, 1) when something reaches a share of the people: always the same.
inline float pilot_rank(PersonId id, const Today& today) {
  return Luck(today.key, id.value, 0).uniform(Decision::pilot_rank);
}

inline bool concerns(const Scope& scope, const Somebody& one, const Today& today) {
  if (!scope.segments.has(one.segment)) return false;
  if (!scope.value_tiers.all() &&
      !scope.value_tiers.has(ValueTierId(static_cast<std::size_t>(value_tier(one, today)))))
    return false;
  return scope.share >= 1 || pilot_rank(one.id, today) < scope.share;
}

// At this touchpoint, on this journey.
inline bool is_here(const Scope& scope, const Somebody& one) {
  return scope.touchpoints.has(one.touchpoint) && scope.journeys.has(one.journey);
}

// Here and now, for this person.
inline bool concerns_contact(const Scope& scope, const Somebody& one, const Today& today) {
  return is_here(scope, one) && concerns(scope, one, today);
}

// Calls each(k, somebody) for everybody concerned.
template <class F, class Each>
void for_everybody(const Person<F>& p, const Today& today, Each each) {
  const auto ids = spread(p.id), vertices = spread(p.self.vertex),
             journeys = spread(p.self.journey);
  const auto values = spread(trait(p, Trait::value, today));
  for_each(p.here, [&](std::size_t k) {
    each(k, Somebody{PersonId(static_cast<std::uint32_t>(ids[k])), p.segment,
                     TouchpointId(static_cast<std::size_t>(vertices[k])),
                     JourneyId(static_cast<std::size_t>(journeys[k])), values[k]});
  });
}

inline bool has_particular_levers(const Today& today) {
  return today.plans != nullptr && !today.plans->particular.empty();
}

// A lever after the changes that concern each of them.
template <class F, class Concerns>
F particular(F everybodys, float Levers::*which, const Person<F>& p, const Today& today,
             Concerns concerns) {
  auto values = spread(everybodys);
  for_everybody(p, today, [&](std::size_t k, const Somebody& one) {
    values[k] = particular_lever(values[k], which, today.plans->particular,
                                 [&](const Scope& scope) { return concerns(scope, one); });
  });
  return collect(values);
}

// A lever as these people meet it.
template <class F>
F lever(float Levers::*which, const Person<F>& p, const Today& today) {
  const F everybodys = F(today.company.levers.*which);
  if (!has_particular_levers(today)) return everybodys;
  return particular(everybodys, which, p, today, [&](const Scope& scope, const Somebody& one) {
    return concerns_contact(scope, one, today);
  });
}

// The same away from any touchpoint and journey: changes confined to those do not count.
template <class F>
F personal_lever(float Levers::*which, const Person<F>& p, const Today& today) {
  const F everybodys = F(today.company.levers.*which);
  if (!has_particular_levers(today)) return everybodys;
  return particular(everybodys, which, p, today, [&](const Scope& scope, const Somebody& one) {
    return scope.touchpoints.all() && scope.journeys.all() && concerns(scope, one, today);
  });
}

template <class F>
F inertia(const Person<F>& p, const Today& today) {
  const float founding = today.world.segments[p.segment.index()].founding_inertia;
  const F benefit = lever(&Levers::loyalty_benefit, p, today);
  return trait(p, Trait::inertia, today) + select(p.self.is(Fact::founding), F(founding), F(0.0f)) +
         benefit * today.world.customer.loyalty_benefit.inertia;
}

// The firm's relative price for these people.
template <class F>
F price_for(const Person<F>& p, const Today& today) {
  const F offer = select(p.self.is(Fact::has_offer),
                         F(1.0f) - lever(&Levers::win_back_discount, p, today), F(1.0f));
  return lever(&Levers::price, p, today) * today.world.segments[p.segment.index()].price * offer;
}

template <class F>
Preference<F> preference_of(const Person<F>& p, const Today& today) {
  return preference(p.self.mind, trait(p, Trait::price_sensitivity, today),
                    p.self.is(Fact::hostile), price_for(p, today),
                    std::span<const Rival>(today.world.rivals), today.world.customer.preference);
}

// Lets the time since they were last touched pass.
template <class F>
void catch_up(Person<F>& p, const Today& today) {
  const F elapsed = F(today.time) - p.self.touched;
  const Mask<F> any = elapsed > F(0.0f);
  if (none(any)) return;
  Mind<F> faded = p.self.mind;
  fade(faded, elapsed, today.world.customer.fading);
  p.self.mind = select(any, faded, p.self.mind);
  p.self.touched = select(any, F(today.time), p.self.touched);
}

template <class F>
void become_aware(Person<F>& p) {
  p.self.set(Fact::knows_firm, Mask<F>(true));
  p.self.lifecycle =
      select(p.self.is(Lifecycle::unaware), Whole<F>(static_cast<std::int32_t>(Lifecycle::aware)),
             p.self.lifecycle);
}

// The first day on which something drawn today with a gap in days is due.
template <class F>
Whole<F> due_after(const Today& today, F gap) {
  constexpr float longest = 1e8f;
  return Whole<F>(today.day) + to_whole(min_of(gap, F(longest)));
}

// Notes an event of an observed person and fills it in by `details`. Whoever is observed lives
// their days alone, so that groups have nothing to note.
template <class F, class Details>
void note(Person<F>& p, LifeEventKind kind, const Today& today, Ledger& ledger, Details details) {
  if constexpr (lane_count<F> == 1) {
    if (!p.self.is(Fact::observed) || !today.noted.has(kind)) return;
    LifeEvent& event = ledger.events.emplace_back();
    event.kind = kind;
    event.day = today.day;
    event.person = PersonId(static_cast<std::size_t>(p.id));
    event.journey = JourneyId(static_cast<std::size_t>(p.self.journey));
    event.upstream = TouchpointId(static_cast<std::size_t>(p.self.upstream));
    event.upstream_cause = RootCauseId(static_cast<std::size_t>(p.self.upstream_cause));
    event.hostile = p.self.is(Fact::hostile);
    event.mind = p.self.mind;
    details(event);
  }
}
template <class F>
void note(Person<F>& p, LifeEventKind kind, const Today& today, Ledger& ledger) {
  note(p, kind, today, ledger, [](auto&) {});
}

}  // namespace cxsim
