// The inner loop: a recovery that succeeds can mend more than it cost, once; one that fails hurts.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct RecoverySettings {
  float chance_base, chance_skill, skill_reference, chance_culture, chance_analytics;
  float chance_low, chance_high;
  float experience, delay_penalty, slowest_delay, repeat_penalty, bitter_penalty, bitter_below;
  float satisfaction_rate, implicit_gain, commitment_gain, trust_gain;
  float failed_satisfaction, failed_trust, failed_implicit;
  float told_share, told_importance, failed_told, failed_told_importance;
  float cost, minutes;
};

template <>
inline constexpr auto settings_of<RecoverySettings> = std::to_array<Setting<RecoverySettings>>({
    {"chance_base", &RecoverySettings::chance_base, .50, share_range, "probability",
     "chance that a recovery succeeds, before skill, culture and analytics", "model assumption"},
    {"chance_skill",
     &RecoverySettings::chance_skill,
     .6,
     {-2, 2},
     "probability per skill",
     "what skill beyond the reference adds",
     "model assumption"},
    {"skill_reference", &RecoverySettings::skill_reference, .5, share_range, "share",
     "skill that adds nothing", "model assumption"},
    {"chance_culture",
     &RecoverySettings::chance_culture,
     .35,
     {0, 1},
     "probability",
     "what a fully customer-centric culture adds",
     "model assumption"},
    {"chance_analytics",
     &RecoverySettings::chance_analytics,
     .10,
     {0, 1},
     "probability",
     "what perfect analytics adds",
     "model assumption"},
    {"chance_low", &RecoverySettings::chance_low, .05, share_range, "probability",
     "least chance of success", "model assumption"},
    {"chance_high", &RecoverySettings::chance_high, .95, share_range, "probability",
     "greatest chance of success", "model assumption"},
    {"experience",
     &RecoverySettings::experience,
     .75,
     {-1, 1},
     "reaction",
     "experience of a prompt first recovery",
     "de Matos et al. 2007; Magnini 2007 (recovery paradox; fitted to fact 16)",
     Tag::derived},
    {"delay_penalty",
     &RecoverySettings::delay_penalty,
     .25,
     {0, 1},
     "reaction",
     "what the slowest inner loop costs",
     "model assumption"},
    {"slowest_delay", &RecoverySettings::slowest_delay, 10, positive_range, "days",
     "inner-loop delay that counts as slowest", "model assumption"},
    {"repeat_penalty",
     &RecoverySettings::repeat_penalty,
     .45,
     {0, 2},
     "reaction",
     "what having needed one before costs",
     "Maxham & Netemeyer 2002 (sign; size assumed)"},
    {"bitter_penalty",
     &RecoverySettings::bitter_penalty,
     .3,
     {0, 2},
     "reaction",
     "what deep dissatisfaction beforehand costs",
     "Magnini 2007 (sign; size assumed)"},
    {"bitter_below",
     &RecoverySettings::bitter_below,
     -.5,
     {-1, 1},
     "reaction",
     "satisfaction below which a customer is bitter",
     "model assumption"},
    {"satisfaction_rate", &RecoverySettings::satisfaction_rate, .45, share_range, "share",
     "how far satisfaction moves toward the recovery", "model assumption"},
    {"implicit_gain", &RecoverySettings::implicit_gain, .01, share_range, "share",
     "subconscious trace of a good recovery", "model assumption"},
    {"commitment_gain", &RecoverySettings::commitment_gain, .03, share_range, "share",
     "commitment from a good recovery", "model assumption"},
    {"trust_gain", &RecoverySettings::trust_gain, .04, share_range, "share",
     "trust from a good recovery", "model assumption"},
    {"failed_satisfaction", &RecoverySettings::failed_satisfaction, .30, share_range, "share",
     "fall of satisfaction toward -1 after a failed recovery", "model assumption"},
    {"failed_trust", &RecoverySettings::failed_trust, .88, share_range, "factor",
     "trust kept after a failed recovery", "model assumption"},
    {"failed_implicit",
     &RecoverySettings::failed_implicit,
     .03,
     {0, 1},
     "reaction",
     "subconscious trace of a failed recovery",
     "model assumption"},
    {"told_share",
     &RecoverySettings::told_share,
     .6,
     {0, 1},
     "factor",
     "how much of a good recovery is told",
     "model assumption"},
    {"told_importance", &RecoverySettings::told_importance, .5, share_range, "share",
     "importance with which a good recovery is told", "model assumption"},
    {"failed_told",
     &RecoverySettings::failed_told,
     -.8,
     {-1, 1},
     "reaction",
     "experience told after a failed recovery",
     "model assumption"},
    {"failed_told_importance", &RecoverySettings::failed_told_importance, .8, share_range, "share",
     "importance with which a failed recovery is told", "model assumption"},
    {"cost", &RecoverySettings::cost, 25, non_negative_range, "currency",
     "cost of one recovery attempt", "model assumption"},
    {"minutes", &RecoverySettings::minutes, 20, non_negative_range, "minutes",
     "working time of one recovery attempt", "model assumption"},
});

template <class F>
F recovery_chance(F skill, F culture, F analytics, const RecoverySettings& s) {
  return clamp((skill - s.skill_reference) * s.chance_skill + culture * s.chance_culture +
                   analytics * s.chance_analytics + s.chance_base,
               s.chance_low, s.chance_high);
}

// What a customer feels about a recovery that worked, in [-1, 1].
template <class F, class Mask>
F recovery_experience(const Mind<F>& mind, F inner_delay, Mask had_one_before,
                      const RecoverySettings& s) {
  const F slow = min_of(F(1.0f), inner_delay * (1.0f / s.slowest_delay)) * s.delay_penalty;
  const F repeat = select(had_one_before, F(s.repeat_penalty), F(0.0f));
  const F bitter = select(mind.satisfaction < F(s.bitter_below), F(s.bitter_penalty), F(0.0f));
  return as_signed_unit(F(s.experience) - slow - repeat - bitter);
}

template <class F>
void be_recovered(Mind<F>& mind, F experience, const RecoverySettings& s) {
  mind.satisfaction =
      as_signed_unit(mind.satisfaction + (experience - mind.satisfaction) * s.satisfaction_rate);
  mind.implicit = as_signed_unit(mind.implicit + (F(1.0f) - mind.implicit) * s.implicit_gain);
  mind.commitment = as_share(mind.commitment + (F(1.0f) - mind.commitment) * s.commitment_gain);
  mind.trust = as_share(mind.trust + (F(1.0f) - mind.trust) * s.trust_gain);
}

template <class F>
void be_failed_again(Mind<F>& mind, const RecoverySettings& s) {
  mind.satisfaction =
      as_signed_unit(mind.satisfaction + (F(-1.0f) - mind.satisfaction) * s.failed_satisfaction);
  mind.trust = as_share(mind.trust * s.failed_trust);
  mind.implicit = as_signed_unit(mind.implicit - s.failed_implicit);
}

}  // namespace cxsim
