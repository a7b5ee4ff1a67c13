// Advertising makes the firm known and believed, and raises what is expected of it.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct AdvertisingSettings {
  float persuasion, reference_rate, most_rate_ratio, most, other_facets, explicit_promise;
};

template <>
inline constexpr auto settings_of<AdvertisingSettings> =
    std::to_array<Setting<AdvertisingSettings>>({
        {"persuasion", &AdvertisingSettings::persuasion, .35, share_range, "share",
         "how far advertising at the reference rate moves brand belief toward the promise",
         "model assumption"},
        {"reference_rate", &AdvertisingSettings::reference_rate, .0006, positive_range, "per day",
         "advertising rate at which persuasion is as stated", "model assumption"},
        {"most_rate_ratio", &AdvertisingSettings::most_rate_ratio, 2, non_negative_range, "factor",
         "multiple of the reference rate beyond which more does not persuade more",
         "model assumption"},
        {"most", &AdvertisingSettings::most, .6, share_range, "share",
         "most that advertising moves a belief at one consideration", "model assumption"},
        {"other_facets", &AdvertisingSettings::other_facets, .5, share_range, "factor",
         "effect on the facets other than brand", "model assumption"},
        {"explicit_promise", &AdvertisingSettings::explicit_promise, .25, share_range, "share",
         "how far a promise above expectation raises expectation",
         "Kopalle & Lehmann 2006 (sign; size assumed)"},
    });

// A prospect who considers the firm takes in its promise; the cynical less.
template <class F>
void take_in_advertising(Mind<F>& mind, F promise, F rate, F market_expectation,
                         const AdvertisingSettings& s) {
  const F loudness = min_of(F(s.most_rate_ratio), rate * (1.0f / s.reference_rate));
  const F moved = min_of(F(s.most), (F(1.0f) - mind.cynicism) * loudness * s.persuasion);
  const F others = moved * s.other_facets;
  Beliefs<F>& b = mind.belief;
  b.brand = b.brand + moved * (promise - b.brand);
  b.product = b.product + others * (promise - b.product);
  b.service = b.service + others * (promise - b.service);
  b.ux = b.ux + others * (promise - b.ux);
  const F expected = as_share(market_expectation + mind.expectation_offset);
  const F raised = positive_part(promise - expected) * s.explicit_promise;
  mind.expectation_offset = clamp(mind.expectation_offset + raised, -0.5f, 0.5f);
}

}  // namespace cxsim
