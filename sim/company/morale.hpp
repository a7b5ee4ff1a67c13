// Employees: culture lifts morale, overload lowers it (the service-profit chain).
#pragma once

#include <array>

#include "base/number.hpp"
#include "base/setting.hpp"
#include "company/department.hpp"

namespace cxsim {

struct MoraleSettings {
  float rate, neutral, culture_slope, culture_reference, overload_slope, overload_above;
};

template <>
inline constexpr auto settings_of<MoraleSettings> = std::to_array<Setting<MoraleSettings>>({
    {"rate", &MoraleSettings::rate, .0115, share_range, "share per day",
     "how fast morale moves to its target", "model assumption"},
    {"neutral", &MoraleSettings::neutral, .6, share_range, "share",
     "target at reference culture without overload", "model assumption"},
    {"culture_slope",
     &MoraleSettings::culture_slope,
     .3,
     {-5, 5},
     "share per share",
     "what culture adds to it",
     "Heskett et al. 1994 (sign; size assumed)"},
    {"culture_reference", &MoraleSettings::culture_reference, .35, share_range, "share",
     "culture that adds nothing", "model assumption"},
    {"overload_slope",
     &MoraleSettings::overload_slope,
     .8,
     {0, 5},
     "share per load",
     "what overload takes away",
     "Heskett et al. 1994 (sign; size assumed)"},
    {"overload_above",
     &MoraleSettings::overload_above,
     .85,
     {0, 1.5},
     "share",
     "load above which employees are overloaded, for morale and for their work",
     "model assumption"},
});

inline void move_morale(DepartmentState& state, float culture, const MoraleSettings& s) {
  const float target = as_share(s.neutral + s.culture_slope * (culture - s.culture_reference) -
                                s.overload_slope * positive_part(state.load - s.overload_above));
  state.morale += s.rate * (target - state.morale);
}

}  // namespace cxsim
