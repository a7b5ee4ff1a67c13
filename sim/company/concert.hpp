// Departments in concert: what the many who work on one touchpoint can do together.
#pragma once

#include <array>
#include <span>

#include "base/functions.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct ConcertSettings {
  float skill_reference, morale_base, morale_slope, overload_loss, overload_above;
  float least, most, silo_exponent, alignment_exponent, together_least, together_most;
  float external_alignment, smallest_exponent;
};

template <>
inline constexpr auto settings_of<ConcertSettings> = std::to_array<Setting<ConcertSettings>>({
    {"skill_reference", &ConcertSettings::skill_reference, .7, positive_range, "share",
     "skill or empathy at which capability is 1", "model assumption"},
    {"morale_base",
     &ConcertSettings::morale_base,
     .7,
     {0, 2},
     "factor",
     "empathy shown at morale 0",
     "model assumption"},
    {"morale_slope",
     &ConcertSettings::morale_slope,
     .5,
     {0, 2},
     "factor per share",
     "further empathy at morale 1",
     "model assumption"},
    {"overload_loss",
     &ConcertSettings::overload_loss,
     .5,
     {0, 5},
     "share per load",
     "capability lost to overload",
     "model assumption"},
    {"overload_above",
     &ConcertSettings::overload_above,
     .85,
     {0, 1.5},
     "share",
     "load above which work suffers",
     "model assumption"},
    {"least", &ConcertSettings::least, .1, positive_range, "factor",
     "least capability of a department", "model assumption"},
    {"most", &ConcertSettings::most, 1.6, positive_range, "factor",
     "greatest capability of a department", "model assumption"},
    {"silo_exponent",
     &ConcertSettings::silo_exponent,
     -4,
     {-50, 50},
     "exponent",
     "power mean over departments in silos: near the weakest link",
     "Kremer 1993 (O-ring; size assumed)"},
    {"alignment_exponent",
     &ConcertSettings::alignment_exponent,
     5,
     {-50, 50},
     "exponent",
     "what full alignment adds: -4 + 5 = 1, the weighted mean",
     "model assumption"},
    {"together_least", &ConcertSettings::together_least, .3, positive_range, "factor",
     "least capability of a touchpoint", "model assumption"},
    {"together_most", &ConcertSettings::together_most, 1.4, positive_range, "factor",
     "greatest capability of a touchpoint", "model assumption"},
    {"external_alignment", &ConcertSettings::external_alignment, .7, share_range, "factor",
     "alignment that remains where an external partner works on a touchpoint", "model assumption"},
    {"smallest_exponent",
     &ConcertSettings::smallest_exponent,
     .05,
     {.001, 1},
     "exponent",
     "exponents nearer to zero than this are taken as this",
     "model assumption"},
});

// One department's capability from an ability in [0, 1], a bonus and its load.
inline float capability(float ability, float bonus, float load, const ConcertSettings& s) {
  const float strained = 1.0f - s.overload_loss * positive_part(load - s.overload_above);
  return clamp((ability + bonus) / s.skill_reference * strained, s.least, s.most);
}

// Empathy as customers meet it, at a morale in [0, 1].
inline float shown_empathy(float empathy, float morale, const ConcertSettings& s) {
  return empathy * (s.morale_base + s.morale_slope * morale);
}

// The power mean of capabilities with weights that add up to 1; alignment in [0, 1].
inline float in_concert(std::span<const float> weights, std::span<const float> capabilities,
                        float alignment, const ConcertSettings& s) {
  float r = s.silo_exponent + s.alignment_exponent * alignment;
  if (magnitude(r) < s.smallest_exponent) r = s.smallest_exponent;
  float sum = 0;
  for (std::size_t d = 0; d < weights.size(); ++d)
    if (weights[d] > 0) sum += weights[d] * power(capabilities[d], r);
  return clamp(power(sum, 1.0f / r), s.together_least, s.together_most);
}

}  // namespace cxsim
