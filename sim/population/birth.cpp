#include "population/birth.hpp"

namespace cxsim {
namespace {

std::int32_t day_after(float gap) { return static_cast<std::int32_t>(gap); }

void draw_traits(Customer& customer, Luck& luck) {
  const auto ab = luck.normals(Decision::trait_a, Decision::trait_b);
  const auto cd = luck.normals(Decision::trait_c, Decision::trait_d);
  const auto ef = luck.normals(Decision::trait_e, Decision::trait_f);
  const std::array<float, trait_count> z = {ab.first,  ab.second, cd.first,
                                            cd.second, ef.first,  ef.second};
  for (std::size_t trait = 0; trait < trait_count; ++trait)
    customer.traits[trait] = trait_step(z[trait]);
}

Customer stranger(const Segment& segment) {
  Customer c{};
  c.mind.belief = {segment.belief, segment.belief, segment.belief, segment.belief};
  c.mind.trust = segment.prospect_trust;
  c.next_contact = c.next_review = c.next_recovery = never;
  c.last_praise = -never;
  c.lifecycle = Lifecycle::unaware;
  return c;
}

void make_customer(Customer& c, const Segment& segment, const BirthSettings& s, Luck& luck) {
  c.lifecycle = Lifecycle::active;
  c.set(Fact::founding, true);
  c.set(Fact::knows_firm, true);
  c.mind.satisfaction = segment.satisfaction;
  c.mind.implicit = segment.implicit;
  c.mind.commitment = segment.commitment;
  c.mind.trust = segment.trust;
  c.joined = -day_after(segment.tenure * luck.exponential(Decision::tenure));
  c.next_contact = day_after(segment.first_contact * luck.exponential(Decision::first_contact));
  c.next_review = day_after(s.review_period * luck.uniform(Decision::first_review));
}

}  // namespace

Customer be_born(PersonId person, const Segment& segment, const BirthSettings& s, StreamKey key) {
  Luck luck(key, person.value, 0);
  Customer c = stranger(segment);
  draw_traits(c, luck);
  if (luck.happens(Decision::is_customer, segment.initial_share))
    make_customer(c, segment, s, luck);
  else
    c.next_review =
        day_after(s.first_consideration * luck.exponential(Decision::first_consideration));
  return c;
}

float privacy_of(PersonId person, StreamKey key) {
  return Luck(key, person.value, 0).uniform(Decision::privacy);
}

float advertising_rank(PersonId person, StreamKey key) {
  return Luck(key, person.value, 0).uniform(Decision::aware_by_advertising);
}

}  // namespace cxsim
