// A touchpoint: one place where a person meets the firm, owned by one department, worked by many.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

template <>
inline constexpr auto settings_of<FacetMix> = std::to_array<Setting<FacetMix>>({
    {"product", &FacetMix::product, 0, share_range, "share", "how much it shows the product",
     "model assumption", Tag::choice},
    {"service", &FacetMix::service, 0, share_range, "share", "how much it shows service",
     "model assumption", Tag::choice},
    {"ux", &FacetMix::ux, 0, share_range, "share", "how much it shows user experience",
     "model assumption", Tag::choice},
    {"brand", &FacetMix::brand, 0, share_range, "share", "how much it shows the brand",
     "model assumption", Tag::choice},
});

// The four levels of an experience: weights, or qualities, each in [0, 1].
struct LevelWeights {
  float rational, emotional, sensorial, physical;
};

template <>
inline constexpr auto settings_of<LevelWeights> = std::to_array<Setting<LevelWeights>>({
    {"rational", &LevelWeights::rational, .25, share_range, "share",
     "weight of the rational level: task solved, information", "model assumption", Tag::choice},
    {"emotional", &LevelWeights::emotional, .25, share_range, "share",
     "weight of the emotional level", "model assumption", Tag::choice},
    {"sensorial", &LevelWeights::sensorial, .25, share_range, "share",
     "weight of the sensorial level", "model assumption", Tag::choice},
    {"physical", &LevelWeights::physical, .25, share_range, "share",
     "weight of the physical level: ease, wait", "model assumption", Tag::choice},
});

struct LevelQuality {
  float rational, emotional, sensorial, physical;
};

template <>
inline constexpr auto settings_of<LevelQuality> = std::to_array<Setting<LevelQuality>>({
    {"rational", &LevelQuality::rational, .8, share_range, "quality",
     "base quality of the rational level at capability 1", "model assumption", Tag::choice},
    {"emotional", &LevelQuality::emotional, .8, share_range, "quality",
     "base quality of the emotional level at capability 1", "model assumption", Tag::choice},
    {"sensorial", &LevelQuality::sensorial, .8, share_range, "quality",
     "base quality of the sensorial level", "model assumption", Tag::choice},
    {"physical", &LevelQuality::physical, .8, share_range, "quality",
     "base quality of the physical level without a wait", "model assumption", Tag::choice},
});

enum class Contact : unsigned char { direct, indirect };

struct Touchpoint {
  std::string name, title, channel, stage;
  DepartmentId owner;
  RootCauseId root_cause;  // the systemic cause that multiplies p_fail; may be none
  Contact contact = Contact::direct;
  std::vector<float> department_weights;  // one a department, adding up to 1
  FacetMix facets;
  LevelWeights levels;
  LevelQuality quality;
  float human_share, p_fail, effort, service_minutes, cost;
};

template <>
inline constexpr auto settings_of<Touchpoint> = std::to_array<Setting<Touchpoint>>({
    {"title",
     &Touchpoint::title,
     0,
     {},
     "text",
     "name shown to people; the name if not given",
     "",
     Tag::choice},
    {"channel",
     &Touchpoint::channel,
     0,
     {},
     "text",
     "channel, such as web, phone, shop",
     "",
     Tag::choice,
     "other"},
    {"stage",
     &Touchpoint::stage,
     0,
     {},
     "text",
     "stage of the customer lifecycle, which orders the journey map",
     "",
     Tag::choice,
     "use"},
    {"human_share", &Touchpoint::human_share, 0, share_range, "share",
     "any share above 0 means that people answer here: full minutes, waits and cost",
     "model assumption", Tag::choice},
    {"p_fail",
     &Touchpoint::p_fail,
     .05,
     {0, .9},
     "probability",
     "chance that a contact fails at skill .7 and root cause 1",
     "model assumption"},
    {"effort",
     &Touchpoint::effort,
     .5,
     {0, 20},
     "effort points",
     "customer effort of a contact",
     "model assumption",
     Tag::choice},
    {"service_minutes",
     &Touchpoint::service_minutes,
     0,
     {0, 1440},
     "minutes",
     "working time of a human contact",
     "model assumption",
     Tag::choice},
    {"cost", &Touchpoint::cost, 0, non_negative_range, "currency", "cost of a contact",
     "model assumption", Tag::choice},
});

}  // namespace cxsim
