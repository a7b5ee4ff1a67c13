// A department: its people's skill, empathy and morale, its load and its waits.
#pragma once

#include <array>
#include <string>

#include "base/ids.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct Department {
  std::string name, title;
  float skill_bonus, empathy_bonus, morale, staffing;
  bool external;
};

template <>
inline constexpr auto settings_of<Department> = std::to_array<Setting<Department>>({
    {"title",
     &Department::title,
     0,
     {},
     "text",
     "name shown to people; the name if not given",
     "",
     Tag::choice},
    {"skill_bonus",
     &Department::skill_bonus,
     0,
     {-1, 1},
     "share",
     "skill beyond the firm's, from training",
     "model assumption",
     Tag::choice},
    {"empathy_bonus",
     &Department::empathy_bonus,
     0,
     {-1, 1},
     "share",
     "empathy beyond the firm's, from training",
     "model assumption",
     Tag::choice},
    {"morale", &Department::morale, .6, share_range, "share", "morale on day 0",
     "model assumption"},
    {"staffing",
     &Department::staffing,
     1,
     {0, 100},
     "factor",
     "its capacity against what its load calls for, beside the firm's staffing",
     "model assumption",
     Tag::choice},
    {"external",
     &Department::external,
     0,
     {0, 1},
     "flag",
     "an external partner, harder to align",
     "",
     Tag::choice},
});

// What changes from day to day.
struct DepartmentState {
  float morale;
  float load;      // rho, utilisation in [0, 1.5]
  float wait;      // mean wait in minutes
  float workload;  // moving average of service minutes a day
  float capacity;  // service minutes a day
};

}  // namespace cxsim
