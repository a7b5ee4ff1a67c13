// People to test rules on, with the minds they have at the start of a run.
#pragma once

#include "base/setting.hpp"
#include "model/customer_settings.hpp"
#include "support/chance.hpp"

namespace cxsim {

// Somebody who is no customer yet.
inline Mind<float> stranger() {
  Mind<float> mind{};
  mind.belief = {.74f, .74f, .74f, .74f};
  mind.trust = .5f;
  return mind;
}

// A customer of some years on day 0.
inline Mind<float> settled_customer() {
  Mind<float> mind = stranger();
  mind.satisfaction = .20f;
  mind.implicit = .08f;
  mind.commitment = .3f;
  mind.trust = .55f;
  return mind;
}

inline float between(Dice& dice, float low, float high) {
  return low + (high - low) * dice.uniform();
}

inline CustomerSettings default_customer() {
  CustomerSettings s;
  for_each_section(s, [](const char*, auto& section) {
    section = defaults<std::remove_reference_t<decltype(section)>>();
  });
  return s;
}

}  // namespace cxsim
