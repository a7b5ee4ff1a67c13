// Loyalty benefits: a reason to stay that would be lost by leaving, and a thank-you for staying.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct LoyaltyBenefitSettings {
  float inertia, commitment, cost;
};

template <>
inline constexpr auto settings_of<LoyaltyBenefitSettings> =
    std::to_array<Setting<LoyaltyBenefitSettings>>({
        {"inertia",
         &LoyaltyBenefitSettings::inertia,
         .3,
         {0, 10},
         "utility",
         "switching cost that a benefit of 1 adds",
         "Burnham et al. 2003 (sign; size assumed)"},
        {"commitment", &LoyaltyBenefitSettings::commitment, .02, share_range, "share per payment",
         "commitment gained from a benefit of 1", "model assumption"},
        {"cost", &LoyaltyBenefitSettings::cost, 3, non_negative_range,
         "currency per customer and payment", "cost of a benefit of 1", "model assumption"},
    });

// One payment period with a benefit >= 0.
template <class F>
void receive_benefit(Mind<F>& mind, F benefit, const LoyaltyBenefitSettings& s) {
  mind.commitment =
      as_share(mind.commitment + (F(1.0f) - mind.commitment) * benefit * s.commitment);
}

}  // namespace cxsim
