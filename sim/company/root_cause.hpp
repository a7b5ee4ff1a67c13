// The outer loop: root causes decay when the firm listens and acts, and grow back when it rests.
#pragma once

#include <array>
#include <string>

#include "base/ids.hpp"
#include "base/number.hpp"
#include "base/setting.hpp"
#include "company/levers.hpp"

namespace cxsim {

struct RootCause {
  std::string name, title;
  DepartmentId owner;
  float factor = 1;  // on its level, where somebody works on the cause itself
};

struct OuterLoopSettings {
  float entropy, worst, least, most, full_hearing, upstream_base, upstream_alignment;
  float initial_hearing, hearing_memory, hearing_count, hearing_unknown;
};

template <>
inline constexpr auto settings_of<OuterLoopSettings> = std::to_array<Setting<OuterLoopSettings>>({
    {"entropy",
     &OuterLoopSettings::entropy,
     .6,
     {0, 100},
     "per year",
     "rate at which root causes grow back where nobody cares",
     "model assumption"},
    {"worst",
     &OuterLoopSettings::worst,
     1.25,
     {0, 10},
     "factor",
     "level they grow back to",
     "model assumption"},
    {"least", &OuterLoopSettings::least, .2, {0, 10}, "factor", "lowest level", "model assumption"},
    {"most", &OuterLoopSettings::most, 3, {0, 10}, "factor", "highest level", "model assumption"},
    {"full_hearing",
     &OuterLoopSettings::full_hearing,
     .3,
     {.001, 1},
     "share",
     "share of bad episodes heard at which hearing more does not help more",
     "model assumption"},
    {"upstream_base", &OuterLoopSettings::upstream_base, .3, share_range, "factor",
     "power over root causes of departments other than the one that owns customer experience, in "
     "silos",
     "model assumption"},
    {"upstream_alignment", &OuterLoopSettings::upstream_alignment, .7, share_range, "factor",
     "what full alignment adds to it", "model assumption"},
    {"initial_hearing", &OuterLoopSettings::initial_hearing, .7, share_range, "factor",
     "hearing assumed in the level on day 0", "model assumption"},
    {"hearing_memory", &OuterLoopSettings::hearing_memory, .99, share_range, "factor per day",
     "how the count of bad episodes fades", "model assumption"},
    {"hearing_count", &OuterLoopSettings::hearing_count, 5, non_negative_range, "episodes",
     "bad episodes up to which the share heard is not known", "model assumption"},
    {"hearing_unknown", &OuterLoopSettings::hearing_unknown, .1, share_range, "share",
     "share heard that is assumed then", "model assumption"},
});

// How well the firm hears of bad episodes: fading counts.
struct Hearing {
  float bad_episodes = 0, heard = 0;
};

inline void listen(Hearing& hearing, float bad_today, float heard_today,
                   const OuterLoopSettings& s) {
  hearing.bad_episodes = hearing.bad_episodes * s.hearing_memory + bad_today;
  hearing.heard = hearing.heard * s.hearing_memory + heard_today;
}

inline float share_heard(const Hearing& hearing, const OuterLoopSettings& s) {
  return hearing.bad_episodes > s.hearing_count ? hearing.heard / hearing.bad_episodes
                                                : s.hearing_unknown;
}

enum class Ownership : unsigned char { cx_owner, other };

// Rates a year at which a root cause is fixed and grows back.
struct LoopRates {
  float fixing, growth;
};

inline LoopRates loop_rates(const Levers& levers, float hearing_factor, Ownership ownership,
                            const OuterLoopSettings& s) {
  const float power_over = ownership == Ownership::cx_owner
                               ? 1.0f
                               : s.upstream_base + s.upstream_alignment * levers.alignment;
  return {levers.outer * levers.analytics * hearing_factor * power_over,
          s.entropy * (1.0f - levers.culture)};
}

inline float initial_level(const LoopRates& rates, const OuterLoopSettings& s) {
  const float total = rates.fixing + rates.growth;
  const float settled = total > 0 ? s.worst * rates.growth / total : 1.0f;
  return clamp(settled, s.least, s.most);
}

// One day of dr/dt = -fixing r + growth (worst - r).
inline float next_level(float level, const LoopRates& rates, const OuterLoopSettings& s) {
  constexpr float days_per_year = 365.0f;
  const float change = -rates.fixing * level + rates.growth * (s.worst - level);
  return clamp(level + change / days_per_year, s.least, s.most);
}

}  // namespace cxsim
