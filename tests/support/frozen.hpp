// A world in which nothing that is felt decides: only luck and inertia do.
#pragma once

#include "support/small_world.hpp"

namespace cxsim {

inline void freeze_feelings(World& w) {
  PreferenceSettings& p = w.customer.preference;
  p.quality = p.satisfaction = p.implicit = p.commitment = p.trust = p.equity = p.price = 0;
  w.customer.loyalty.look_satisfaction = w.customer.loyalty.look_neighbours = 0;
  w.customer.trust.cynicism_rate = 0;
}

// Everybody is a customer with one inertia, looks with probability one half, and never comes back.
inline World leaving_world(std::int64_t people, std::int64_t months, float inertia, float spread) {
  World w = small_world(people, 30 * months);
  silence(w);
  without_needs(w);
  without_acquisition(w);
  freeze_feelings(w);
  w.customer.loyalty.look_base = .5f;
  Segment& segment = w.segments[0];
  segment.initial_share = 1;
  segment.inertia_mean = inertia;
  segment.inertia_sd = spread;
  segment.founding_inertia = 0;
  return w;
}

inline void without_failures(World& w) {
  for (Touchpoint& t : w.touchpoints) t.p_fail = 0;
}

}  // namespace cxsim
