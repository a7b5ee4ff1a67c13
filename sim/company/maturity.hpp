// The six stages of customer experience maturity: a bundle of levers each, and the way between.
#pragma once

#include <array>
#include <string_view>

#include "base/setting.hpp"
#include "company/levers.hpp"

namespace cxsim {

inline constexpr std::size_t stage_count = 6;

struct MaturityStage {
  std::string_view name;
  StageLevers levers;
};

// Temkin's scale; every value is an assumption. A scenario overrides them as [[stage]].
inline constexpr std::array<MaturityStage, stage_count> default_stages{{
    {"ignore", {.20f, .15f, .02f, .10f, .30f, 10, .05f, .66f, .60f, 0}},
    {"explore", {.28f, .25f, .05f, .20f, .40f, 8, .10f, .68f, .63f, .05f}},
    {"mobilise", {.40f, .38f, .12f, .40f, .55f, 5, .25f, .70f, .67f, .15f}},
    {"operationalise", {.58f, .55f, .25f, .60f, .70f, 3, .60f, .74f, .72f, .40f}},
    {"align", {.75f, .75f, .40f, .75f, .82f, 2, 1.0f, .79f, .78f, .60f}},
    {"embed", {.90f, .92f, .55f, .88f, .92f, 1, 1.4f, .84f, .84f, .70f}},
}};

struct MaturitySettings {
  float maturity_stage, slide;
};

template <>
inline constexpr auto settings_of<MaturitySettings> = std::to_array<Setting<MaturitySettings>>({
    {"maturity_stage",
     &MaturitySettings::maturity_stage,
     3,
     {1, 6},
     "stage",
     "stage of customer experience maturity, 1 ignore to 6 embed; between two it interpolates",
     "Temkin's scale",
     Tag::choice},
    {"slide",
     &MaturitySettings::slide,
     0,
     {0, 36500},
     "days per stage",
     "time in which an unfunded firm slides back one stage; 0 = it does not (try 540)",
     "model assumption"},
});

using StageTable = std::array<StageLevers, stage_count>;

// Levers at a stage in [1, 6], linear between neighbours.
StageLevers levers_at(float stage, const StageTable& stages);

// The stage on a day, for a firm that slides back; never below 1.
float stage_on(float day, const MaturitySettings& maturity);

// Takes every lever that `chosen` states (is not NaN) over what the stage says.
StageLevers with_choices(StageLevers levers, const StageLevers& chosen);

}  // namespace cxsim
