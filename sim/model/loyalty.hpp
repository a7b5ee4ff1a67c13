// To look elsewhere, and to leave: the satisfied do not look, the inert do not leave.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct LoyaltySettings {
  float period, look_base, look_satisfaction, look_delight, delight_above;
  float look_neighbours, look_hostile, look_most;
};

template <>
inline constexpr auto settings_of<LoyaltySettings> = std::to_array<Setting<LoyaltySettings>>({
    {"period",
     &LoyaltySettings::period,
     30,
     {1, 10000},
     "days",
     "time from one payment and review to the next",
     "model assumption"},
    {"look_base", &LoyaltySettings::look_base, .16, share_range, "probability",
     "chance to look elsewhere at a review, at satisfaction 0", "fitted to fact 13", Tag::derived},
    {"look_satisfaction",
     &LoyaltySettings::look_satisfaction,
     3,
     {0, 50},
     "per reaction",
     "how fast satisfaction quiets the wish to look",
     "fitted to fact 13",
     Tag::derived},
    {"look_delight",
     &LoyaltySettings::look_delight,
     0,
     {0, 50},
     "per reaction",
     "how much faster the delighted stop looking; 0 = they are only more satisfied",
     "Oliver, Rust & Varki 1997; Jones & Sasser 1995 (sign; size assumed)"},
    {"delight_above",
     &LoyaltySettings::delight_above,
     .2,
     {-1, 1},
     "reaction",
     "satisfaction above which a customer is delighted",
     "model assumption"},
    {"look_neighbours",
     &LoyaltySettings::look_neighbours,
     .8,
     {0, 50},
     "share",
     "how much one fresh neighbour's exit adds",
     "Nitzan & Libai 2011: +80%",
     Tag::published},
    {"look_hostile",
     &LoyaltySettings::look_hostile,
     2,
     {0, 50},
     "factor",
     "how much more the hostile look",
     "model assumption"},
    {"look_most", &LoyaltySettings::look_most, .95, share_range, "probability",
     "greatest chance to look", "model assumption"},
});

// The factors of the look probability, kept apart so that a departure can be explained.
template <class F>
struct LookFactors {
  F base, satisfaction, neighbours, hostility;
};

template <class F, class Mask>
LookFactors<F> look_factors(const Mind<F>& mind, Mask hostile, const LoyaltySettings& s) {
  const F delight = positive_part(mind.satisfaction - s.delight_above);
  return {F(s.look_base), exp(mind.satisfaction * -s.look_satisfaction - delight * s.look_delight),
          mind.neighbour_exits * s.look_neighbours + 1.0f,
          select(hostile, F(s.look_hostile), F(1.0f))};
}

template <class F>
F look_chance(const LookFactors<F>& f, const LoyaltySettings& s) {
  return min_of(F(s.look_most), f.base * f.satisfaction * f.neighbours * f.hostility);
}

// The chance that one who looks stays away; `inertia` is a switching cost, not a preference.
template <class F>
F leave_chance(F net_preference, F inertia) {
  return logistic(-(net_preference + inertia));
}

}  // namespace cxsim
