// When an intervention acts and what it costs: start, ramp, duration, and how it fades afterwards.
#pragma once

#include <array>
#include <cstdint>

#include "base/functions.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct Timing {
  std::int64_t start;
  float ramp, duration, half_life;  // days
  float strength, effectiveness;    // factors
  float capex, opex;                // currency; currency a day
};

template <>
inline constexpr auto settings_of<Timing> = std::to_array<Setting<Timing>>({
    {"start",
     &Timing::start,
     0,
     {0, 36500},
     "days",
     "day of results on which it begins",
     "",
     Tag::choice},
    {"ramp",
     &Timing::ramp,
     0,
     {0, 36500},
     "days",
     "time to its full effect, in a straight line; the kind has its own default",
     "model assumption"},
    {"duration",
     &Timing::duration,
     0,
     {0, 36500},
     "days",
     "time it is kept up; 0 = to the end; the kind has its own default",
     "",
     Tag::choice},
    {"half_life",
     &Timing::half_life,
     0,
     {0, 36500},
     "days",
     "time in which its effect halves once it has stopped; 0 = it ends at once; the kind has its "
     "own default",
     "model assumption"},
    {"strength",
     &Timing::strength,
     1,
     {0, 10},
     "factor",
     "how much of it is done: scales effects and costs; 0 = it is not done",
     "",
     Tag::choice},
    {"effectiveness",
     &Timing::effectiveness,
     1,
     {0, 10},
     "factor",
     "how well it works: scales its effects and not its costs",
     "",
     Tag::choice},
    {"capex", &Timing::capex, 0, {0, 1e11}, "currency", "cost on the first day", "", Tag::choice},
    {"opex",
     &Timing::opex,
     0,
     {0, 1e9},
     "currency per day",
     "running cost as long as it is kept up",
     "",
     Tag::choice},
});

inline bool is_kept_up(const Timing& timing, std::int64_t day) {
  if (day < timing.start) return false;
  return timing.duration <= 0 || static_cast<float>(day - timing.start) < timing.duration;
}

// Share of the full effect on a day of results, before strength and effectiveness.
inline float reached(const Timing& timing, std::int64_t day) {
  if (day < timing.start) return 0;
  const auto since = static_cast<float>(day - timing.start);
  const float up = timing.duration > 0 ? min_of(since, timing.duration) : since;
  const float risen = timing.ramp > 0 ? min_of(1.0f, up / timing.ramp) : 1.0f;
  if (is_kept_up(timing, day)) return risen;
  if (timing.half_life <= 0) return 0;
  return risen * fraction_left(since - timing.duration, timing.half_life);
}

inline bool does_something(const Timing& timing) {
  return timing.strength * timing.effectiveness > 0;
}

// Effect on a day; 0 where it is not done.
inline float strength_on(const Timing& timing, std::int64_t day) {
  return timing.strength * timing.effectiveness * reached(timing, day);
}

// Currency on a day.
inline double cost_on(const Timing& timing, std::int64_t day) {
  const double once = day == timing.start ? static_cast<double>(timing.capex) : 0;
  const double running = is_kept_up(timing, day) ? static_cast<double>(timing.opex) : 0;
  return static_cast<double>(timing.strength) * (once + running);
}

}  // namespace cxsim
