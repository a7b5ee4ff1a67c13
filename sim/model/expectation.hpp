// Expectations decide what good is: the gap, the zone of tolerance, and the ratchet.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct ExpectationSettings {
  float tolerance, tolerance_slope, loss_aversion, ratchet_up, ratchet_down;
};

template <>
inline constexpr auto settings_of<ExpectationSettings> =
    std::to_array<Setting<ExpectationSettings>>({
        {"tolerance",
         &ExpectationSettings::tolerance,
         .07,
         {0, 1},
         "quality",
         "half-width of the zone of tolerance",
         "Zeithaml, Berry & Parasuraman 1993 (size assumed)"},
        {"tolerance_slope",
         &ExpectationSettings::tolerance_slope,
         .5,
         {0, 1},
         "factor",
         "how much of a gap is felt inside the zone",
         "Zeithaml, Berry & Parasuraman 1993 (size assumed)"},
        {"loss_aversion",
         &ExpectationSettings::loss_aversion,
         2,
         {0, 10},
         "factor",
         "how much more a shortfall weighs than a surplus beyond the zone",
         "Tversky & Kahneman 1992: 2.25; Brown et al. 2024: 1.955",
         Tag::published},
        {"ratchet_up",
         &ExpectationSettings::ratchet_up,
         .05,
         {0, 1},
         "share of the gap",
         "rise of the personal expectation after a good contact",
         "model assumption"},
        {"ratchet_down",
         &ExpectationSettings::ratchet_down,
         .02,
         {0, 1},
         "share of the gap",
         "fall of the personal expectation after a poor contact",
         "model assumption"},
    });

// The quality a customer holds the firm to, in [0, 1].
template <class F>
F normative_expectation(const Mind<F>& mind, F market_expectation) {
  return as_share(market_expectation + mind.expectation_offset);
}

// Felt value of a gap between perception and expectation (Oliver 1980).
template <class F>
F felt_gap(F gap, const ExpectationSettings& s) {
  const F edge = F(s.tolerance * s.tolerance_slope);
  const F above = edge + (gap - s.tolerance);
  const F below = -edge - (-gap - s.tolerance) * s.loss_aversion;
  const F inside = gap * s.tolerance_slope;
  return select(gap > s.tolerance, above, select(gap < -s.tolerance, below, inside));
}

// Good contacts raise what is expected next faster than poor ones lower it.
template <class F>
void ratchet_expectation(Mind<F>& mind, F gap, F importance, const ExpectationSettings& s) {
  const F rate = select(gap > F(0.0f), F(s.ratchet_up), F(s.ratchet_down));
  mind.expectation_offset = clamp(mind.expectation_offset + importance * rate * gap, -0.5f, 0.5f);
}

}  // namespace cxsim
