// Day 0: every person with traits, beliefs and a first date, by their own luck alone.
#pragma once

#include "model/customer.hpp"
#include "model/decision.hpp"
#include "population/trait_tables.hpp"

namespace cxsim {

struct BirthSettings {
  float review_period;        // days between reviews; the first falls anywhere within
  float first_consideration;  // mean days
};

// A person of a segment, or one in each lane, by their luck of day 0.
template <class F>
CustomerOf<F> be_born(LuckOf<F> luck, const Segment& segment, const BirthSettings& settings);

Customer be_born(PersonId person, const Segment& segment, const BirthSettings& settings,
                 StreamKey key);

// Privacy concern, uniform in [0, 1): a hash of the person, not kept.
template <class F>
F privacy_of(Word<F> person, StreamKey key) {
  return LuckOf<F>(key, person, 0).uniform(Decision::privacy);
}

// The place of a person in the queue that advertising reaches, uniform in [0, 1).
template <class F>
F advertising_rank(Word<F> person, StreamKey key) {
  return LuckOf<F>(key, person, 0).uniform(Decision::aware_by_advertising);
}

// What follows is how.

template <class F>
Whole<F> day_after(F gap) {
  constexpr float longest = 1e8f;
  return to_whole(min_of(gap, F(longest)));
}

template <class F>
void draw_traits(CustomerOf<F>& c, LuckOf<F>& luck) {
  const auto ab = luck.normals(Decision::trait_a, Decision::trait_b);
  const auto cd = luck.normals(Decision::trait_c, Decision::trait_d);
  const auto ef = luck.normals(Decision::trait_e, Decision::trait_f);
  const auto step = [](F z) { return as_word(trait_step(z)); };
  c.traits_1_to_4 =
      step(ab.first) | (step(ab.second) << 8) | (step(cd.first) << 16) | (step(cd.second) << 24);
  c.traits_5_and_6 = step(ef.first) | (step(ef.second) << 8);
}

template <class F>
CustomerOf<F> stranger(const Segment& segment) {
  CustomerOf<F> c{};
  const F belief = F(segment.belief);
  c.mind.belief = {belief, belief, belief, belief};
  c.mind.trust = F(segment.prospect_trust);
  c.next_contact = c.next_review = c.next_recovery = Whole<F>(never);
  c.become(Lifecycle::unaware);
  c.journey = c.last_department = c.upstream = c.upstream_cause = Whole<F>(no_id);
  return c;
}

template <class F>
CustomerOf<F> founding_customer(CustomerOf<F> c, const Segment& segment, const BirthSettings& s,
                                LuckOf<F>& luck) {
  c.become(Lifecycle::active);
  c.set(Fact::founding, Mask<F>(true));
  c.set(Fact::knows_firm, Mask<F>(true));
  c.mind.satisfaction = F(segment.satisfaction);
  c.mind.implicit = F(segment.implicit);
  c.mind.commitment = F(segment.commitment);
  c.mind.trust = F(segment.trust);
  c.joined = Whole<F>(0) - day_after(segment.tenure * luck.exponential(Decision::tenure));
  c.next_contact = day_after(segment.first_contact * luck.exponential(Decision::first_contact));
  c.next_review = day_after(s.review_period * luck.uniform(Decision::first_review));
  return c;
}

template <class F>
CustomerOf<F> be_born(LuckOf<F> luck, const Segment& segment, const BirthSettings& s) {
  CustomerOf<F> c = stranger<F>(segment);
  draw_traits(c, luck);
  c.next_review =
      day_after(s.first_consideration * luck.exponential(Decision::first_consideration));
  const Mask<F> founds = luck.happens(Decision::is_customer, F(segment.initial_share));
  return select(founds, founding_customer(c, segment, s, luck), c);
}

}  // namespace cxsim
