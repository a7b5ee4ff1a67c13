// Load against capacity: how long customers wait, as an approximation of a queue with c agents.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "company/department.hpp"

namespace cxsim {

struct QueueSettings {
  float agents, service_minutes, most_wait, overload_wait, stable_load;
  float target_load, settling_days, opening_days, initial_load, initial_wait;
  float settling_rate, workload_rate, hiring_rate, load_inertia, most_load, least_capacity;
};

template <>
inline constexpr auto settings_of<QueueSettings> = std::to_array<Setting<QueueSettings>>({
    {"agents",
     &QueueSettings::agents,
     6,
     {1, 1e6},
     "agents",
     "agents who share one queue",
     "Sakasegawa 1977 (value assumed)"},
    {"service_minutes", &QueueSettings::service_minutes, 10, positive_range, "minutes",
     "mean service time in the waiting formula", "model assumption"},
    {"most_wait", &QueueSettings::most_wait, 45, non_negative_range, "minutes", "longest mean wait",
     "model assumption"},
    {"overload_wait", &QueueSettings::overload_wait, 60, non_negative_range, "minutes per load",
     "wait added by load beyond capacity", "model assumption"},
    {"stable_load",
     &QueueSettings::stable_load,
     .97,
     {.01, .999},
     "share",
     "highest load the waiting formula is used for",
     "model assumption"},
    {"target_load",
     &QueueSettings::target_load,
     .78,
     {.01, 1},
     "share",
     "load the firm staffs for",
     "model assumption"},
    {"settling_days",
     &QueueSettings::settling_days,
     20,
     {0, 365},
     "days",
     "first days, in which the average load is learnt faster",
     "model assumption"},
    {"opening_days",
     &QueueSettings::opening_days,
     60,
     {0, 365},
     "days",
     "last day with the initial load and wait, while the firm learns its capacity",
     "model assumption"},
    {"initial_load",
     &QueueSettings::initial_load,
     .7,
     {0, 1.5},
     "share",
     "load until then",
     "model assumption"},
    {"initial_wait", &QueueSettings::initial_wait, 1, non_negative_range, "minutes",
     "mean wait until then", "model assumption"},
    {"settling_rate", &QueueSettings::settling_rate, .3, share_range, "share per day",
     "weight of a day's load in the average while settling", "model assumption"},
    {"workload_rate", &QueueSettings::workload_rate, .1, share_range, "share per day",
     "the same afterwards", "model assumption"},
    {"hiring_rate", &QueueSettings::hiring_rate, .02, share_range, "share per day",
     "how fast capacity follows need", "model assumption"},
    {"load_inertia", &QueueSettings::load_inertia, .7, share_range, "share",
     "share of yesterday's load in today's", "model assumption"},
    {"most_load",
     &QueueSettings::most_load,
     1.5,
     {1, 10},
     "share",
     "highest load",
     "model assumption"},
    {"least_capacity", &QueueSettings::least_capacity, 1, positive_range, "minutes per day",
     "smallest capacity", "model assumption"},
});

// Mean wait in minutes at a load (Sakasegawa 1977: service * rho^(sqrt(2(c+1))-1) / (c(1-rho))).
inline float mean_wait(float load, const QueueSettings& s) {
  const float rho = clamp(load, 1e-6f, s.stable_load);
  const float exponent = square_root(2.0f * (s.agents + 1.0f)) - 1.0f;
  const float queueing = s.service_minutes * power(rho, exponent) / (s.agents * (1.0f - rho));
  return min_of(s.most_wait, queueing + s.overload_wait * positive_part(load - 1.0f));
}

inline DepartmentState open_department(const Department& department, const QueueSettings& s) {
  return {department.morale, s.initial_load, s.initial_wait, 0.0f, 0.0f};
}

// Closes a day on which `minutes` of service were asked of the department.
inline void work_off(DepartmentState& state, float minutes, float staffing, int day,
                     const QueueSettings& s) {
  const auto today = static_cast<float>(day);
  const float rate = today < s.settling_days ? s.settling_rate : s.workload_rate;
  state.workload += rate * (minutes - state.workload);
  const float opening = floor_of(s.opening_days);
  if (today < opening) return;
  if (today == opening) {
    state.capacity = max_of(s.least_capacity, state.workload / s.target_load);
    return;
  }
  state.capacity += s.hiring_rate * (staffing * state.workload / s.target_load - state.capacity);
  const float now = minutes / max_of(s.least_capacity, state.capacity);
  state.load =
      clamp(s.load_inertia * state.load + (1.0f - s.load_inertia) * now, 0.0f, s.most_load);
  state.wait = mean_wait(state.load, s);
}

}  // namespace cxsim
