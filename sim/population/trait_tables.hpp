// Traits kept as one byte: 256 steps over four standard deviations to each side.
#pragma once

#include <array>
#include <vector>

#include "base/functions.hpp"
#include "base/random.hpp"
#include "model/customer.hpp"
#include "model/decision.hpp"
#include "model/traits.hpp"
#include "population/segment.hpp"

namespace cxsim {

inline constexpr int trait_steps = 256;
inline constexpr float trait_reach = 4.0f;  // standard deviations

// The step nearest to a standard normal z.
template <class F>
Whole<F> trait_step(F z) {
  const F at = (z + trait_reach) * (trait_steps / (2.0f * trait_reach)) - 0.5f;
  return to_whole(clamp(round_to_whole(at), 0.0f, trait_steps - 1.0f));
}

inline float trait_z(int step) {
  return (static_cast<float>(step) + 0.5f) * (2.0f * trait_reach / trait_steps) - trait_reach;
}

// The values of one segment's steps.
class TraitTables {
 public:
  TraitTables() = default;
  explicit TraitTables(const Segment& segment);

  float of(Trait trait, std::uint8_t step) const {
    return values_[static_cast<std::size_t>(trait)][step];
  }
  // The same for a number, or one in each lane.
  template <class Step>
  auto at(Trait trait, Step step) const {
    return look_up(std::span<const float>(values_[static_cast<std::size_t>(trait)]), step);
  }

 private:
  std::array<std::array<float, trait_steps>, trait_count> values_{};
};

// A person's traits; `founding` customers have the switching cost of those who stayed.
Traits<float> traits_of(const Customer& customer, const TraitTables& tables, const Segment& segment,
                        float privacy);

}  // namespace cxsim
