// What a person is born with: seven traits that never change.
#pragma once

#include <cstdint>

#include "base/number.hpp"

namespace cxsim {

template <class F>
struct Traits {
  F reactivity;         // affect intensity, mean near 1
  F price_sensitivity;  // multiplies the utility of price
  F inertia;            // switching cost in utility
  F value;              // revenue multiplier, mean 1
  F demand;             // service-demand multiplier, mean 1
  F talkativeness;      // word-of-mouth multiplier, mean 1
  F privacy;            // privacy concern, uniform in [0, 1)
};

// The traits that are drawn and kept as one byte each; privacy is a hash of the person.
enum class Trait : std::uint8_t {
  reactivity,
  price_sensitivity,
  inertia,
  value,
  demand,
  talkativeness,
  count
};
inline constexpr int trait_count = static_cast<int>(Trait::count);

}  // namespace cxsim
