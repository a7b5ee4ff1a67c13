// What each touchpoint delivers today, ready for the walk to read.
#pragma once

#include <array>
#include <vector>

#include "base/ids.hpp"
#include "base/setting.hpp"
#include "company/concert.hpp"
#include "company/department.hpp"
#include "company/levers.hpp"
#include "journey/touchpoint.hpp"
#include "model/encounter.hpp"

namespace cxsim {

struct DeliverySettings {
  float rational_base, rational_capability, emotional_base, emotional_capability;
  float bot_culture_reference, bot_rational_culture, bot_emotional, bot_emotional_culture;
  float bot_failure, bot_failure_culture, skill_protection, skill_reference, most_failure;
};

template <>
inline constexpr auto settings_of<DeliverySettings> = std::to_array<Setting<DeliverySettings>>({
    {"rational_base",
     &DeliverySettings::rational_base,
     .45,
     {0, 2},
     "factor",
     "rational quality that does not depend on capability",
     "model assumption"},
    {"rational_capability",
     &DeliverySettings::rational_capability,
     .55,
     {0, 2},
     "factor",
     "rational quality in proportion to capability",
     "model assumption"},
    {"emotional_base",
     &DeliverySettings::emotional_base,
     .4,
     {0, 2},
     "factor",
     "emotional quality that does not depend on capability",
     "model assumption"},
    {"emotional_capability",
     &DeliverySettings::emotional_capability,
     .6,
     {0, 2},
     "factor",
     "emotional quality in proportion to capability",
     "model assumption"},
    {"bot_culture_reference", &DeliverySettings::bot_culture_reference, .35, share_range, "share",
     "culture below which technology subtracts", "model assumption"},
    {"bot_rational_culture",
     &DeliverySettings::bot_rational_culture,
     .3,
     {-5, 5},
     "factor per share",
     "what culture does to a bot's rational quality",
     "Luo et al. 2019 (sign; fitted to fact 23)",
     Tag::derived},
    {"bot_emotional", &DeliverySettings::bot_emotional, .72, share_range, "quality",
     "a bot's emotional quality at the reference culture", "fitted to fact 23", Tag::derived},
    {"bot_emotional_culture",
     &DeliverySettings::bot_emotional_culture,
     .5,
     {-5, 5},
     "quality per share",
     "what culture does to it",
     "fitted to fact 23",
     Tag::derived},
    {"bot_failure", &DeliverySettings::bot_failure, .35, share_range, "probability",
     "chance that a bot fails without culture", "fitted to fact 23", Tag::derived},
    {"bot_failure_culture",
     &DeliverySettings::bot_failure_culture,
     .30,
     {0, 1},
     "probability per share",
     "what culture takes off it",
     "fitted to fact 23",
     Tag::derived},
    {"skill_protection",
     &DeliverySettings::skill_protection,
     4,
     {0, 50},
     "per skill",
     "how skill protects human contacts from failing",
     "model assumption"},
    {"skill_reference", &DeliverySettings::skill_reference, .7, share_range, "share",
     "skill at which p_fail is as stated", "model assumption"},
    {"most_failure", &DeliverySettings::most_failure, .9, share_range, "probability",
     "greatest chance to fail", "model assumption"},
});

struct ByAnswerer {
  float nobody, human, bot;
};

inline float of(const ByAnswerer& values, AnsweredBy answerer) {
  return answerer == AnsweredBy::human ? values.human
         : answerer == AnsweredBy::bot ? values.bot
                                       : values.nobody;
}

// One touchpoint, one day.
struct Delivery {
  ByAnswerer quality;  // rational, emotional and sensorial, in level weights
  ByAnswerer failure_chance;
  ByAnswerer cost;  // currency a contact
  float physical;   // in its level weight, without a wait
  float mean_wait;  // minutes; 0 where nobody queues
  float minutes;    // working time of a human contact
  float effort;
  float handoff_alignment;  // alignment, less where an external partner works here
  bool staffed;
  DepartmentId owner;
  RootCauseId root_cause;
  FacetsOf<float> facets;
};

struct DeliveryInputs {
  const std::vector<Department>& departments;
  const std::vector<DepartmentState>& states;
  const std::vector<float>& root_cause_levels;
  const Levers& levers;
  const ConcertSettings& concert;
  const DeliverySettings& delivery;
  float bot_cost;  // share of a human's
};

// Alignment at a touchpoint: less where an external partner works on it.
float alignment_at(const Touchpoint& touchpoint, const std::vector<Department>& departments,
                   float alignment, const ConcertSettings& settings);

Delivery delivery_of(const Touchpoint& touchpoint, const DeliveryInputs& inputs);

}  // namespace cxsim
