// What the firm measures, beside what is true: NPS, CSAT and CES with their response bias.
#pragma once

#include <array>

#include "base/number.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct SurveySettings {
  float csat_neutral, csat_slope, csat_noise, csat_response, csat_response_stirred;
  float csat_response_failed, satisfied_score, satisfied_reaction;
  float nps_intercept, nps_satisfaction, nps_commitment, nps_commitment_reference, nps_trust;
  float nps_trust_reference, nps_implicit, nps_mood, nps_hostile, nps_noise;
  float nps_response, nps_response_commitment, nps_response_pleased, nps_response_displeased;
  float ces_neutral, ces_slope, ces_noise, ces_response;
  float gap_noise;
};

template <>
inline constexpr auto settings_of<SurveySettings> = std::to_array<Setting<SurveySettings>>({
    {"csat_neutral",
     &SurveySettings::csat_neutral,
     3.9,
     {1, 5},
     "points",
     "CSAT of a contact that stirred nothing",
     "model assumption"},
    {"csat_slope",
     &SurveySettings::csat_slope,
     3,
     {0, 20},
     "points per reaction",
     "CSAT for each unit of reaction",
     "model assumption"},
    {"csat_noise", &SurveySettings::csat_noise, .35, non_negative_range, "points",
     "standard deviation of CSAT", "model assumption"},
    {"csat_response", &SurveySettings::csat_response, .10, share_range, "probability",
     "chance to answer after a contact that stirred nothing", "model assumption"},
    {"csat_response_stirred", &SurveySettings::csat_response_stirred, .12, share_range,
     "probability", "further chance after one that stirred fully", "model assumption"},
    {"csat_response_failed", &SurveySettings::csat_response_failed, .5, share_range, "factor",
     "how much less often a failed contact is surveyed", "model assumption"},
    {"satisfied_score",
     &SurveySettings::satisfied_score,
     4,
     {1, 5},
     "points",
     "CSAT from which a respondent counts as satisfied",
     "model assumption"},
    {"satisfied_reaction",
     &SurveySettings::satisfied_reaction,
     -.133,
     {-1, 1},
     "reaction",
     "experience from which a journey counts as satisfying: where CSAT rounds to 4",
     "fitted to fact 1",
     Tag::derived},
    {"nps_intercept",
     &SurveySettings::nps_intercept,
     6.5,
     {-10, 20},
     "points",
     "likelihood to recommend of a neutral customer",
     "fitted to typical NPS levels",
     Tag::derived},
    {"nps_satisfaction",
     &SurveySettings::nps_satisfaction,
     5.5,
     {-50, 50},
     "points",
     "weight of satisfaction",
     "model assumption"},
    {"nps_commitment",
     &SurveySettings::nps_commitment,
     1.5,
     {-50, 50},
     "points",
     "weight of commitment",
     "model assumption"},
    {"nps_commitment_reference", &SurveySettings::nps_commitment_reference, .3, share_range,
     "share", "commitment that adds nothing", "model assumption"},
    {"nps_trust",
     &SurveySettings::nps_trust,
     1.5,
     {-50, 50},
     "points",
     "weight of trust",
     "model assumption"},
    {"nps_trust_reference", &SurveySettings::nps_trust_reference, .5, share_range, "share",
     "trust that adds nothing", "model assumption"},
    {"nps_implicit",
     &SurveySettings::nps_implicit,
     1.5,
     {-50, 50},
     "points",
     "weight of the subconscious association",
     "model assumption"},
    {"nps_mood",
     &SurveySettings::nps_mood,
     .8,
     {-50, 50},
     "points",
     "weight of mood",
     "model assumption"},
    {"nps_hostile",
     &SurveySettings::nps_hostile,
     -3,
     {-50, 50},
     "points",
     "what hostility takes away",
     "model assumption"},
    {"nps_noise", &SurveySettings::nps_noise, 1.1, non_negative_range, "points",
     "standard deviation of the answer", "model assumption"},
    {"nps_response", &SurveySettings::nps_response, .05, share_range, "probability",
     "chance that anybody answers", "model assumption"},
    {"nps_response_commitment", &SurveySettings::nps_response_commitment, .18, share_range,
     "probability", "further chance of the fully committed", "model assumption"},
    {"nps_response_pleased", &SurveySettings::nps_response_pleased, .12, share_range, "probability",
     "further chance of the fully satisfied", "model assumption"},
    {"nps_response_displeased", &SurveySettings::nps_response_displeased, .05, share_range,
     "probability", "further chance of the fully dissatisfied", "model assumption"},
    {"ces_neutral",
     &SurveySettings::ces_neutral,
     7.5,
     {1, 10},
     "points",
     "customer effort score (7 = easy) of a journey without effort",
     "model assumption"},
    {"ces_slope",
     &SurveySettings::ces_slope,
     -.6,
     {-10, 0},
     "points per effort point",
     "what each point of effort takes",
     "model assumption"},
    {"ces_noise", &SurveySettings::ces_noise, .5, non_negative_range, "points",
     "standard deviation of the answer", "model assumption"},
    {"ces_response", &SurveySettings::ces_response, 0, share_range, "probability",
     "chance that a customer is asked for effort after a close and answers; 0 = no such survey",
     "model assumption", Tag::choice},
    {"gap_noise", &SurveySettings::gap_noise, .2, non_negative_range, "quality",
     "error of a gap as measured without analytics", "model assumption"},
});

// CSAT 1 to 5 of a contact or a journey; `noise` is standard normal.
template <class F>
F csat(F reaction, F noise, const SurveySettings& s) {
  return clamp(round_to_whole(reaction * s.csat_slope + noise * s.csat_noise + s.csat_neutral),
               1.0f, 5.0f);
}

template <class F, class Mask>
F csat_response_chance(F reaction, Mask failed, const SurveySettings& s) {
  const F asked = select(failed, F(s.csat_response_failed), F(1.0f));
  return (magnitude(reaction) * s.csat_response_stirred + s.csat_response) * asked;
}

// Likelihood to recommend before noise and rounding.
template <class F, class Mask>
F recommend_level(const Mind<F>& mind, Mask hostile, const SurveySettings& s) {
  return mind.satisfaction * s.nps_satisfaction +
         (mind.commitment - s.nps_commitment_reference) * s.nps_commitment +
         (mind.trust - s.nps_trust_reference) * s.nps_trust + mind.implicit * s.nps_implicit +
         mind.valence * s.nps_mood + select(hostile, F(s.nps_hostile), F(0.0f)) + s.nps_intercept;
}

// The answer 0 to 10; `noise` is standard normal. Reichheld 2003: 9-10 promote, 0-6 detract.
template <class F>
F recommend_score(F level, F noise, const SurveySettings& s) {
  return clamp(floor_of(level + noise * s.nps_noise + 0.5f), 0.0f, 10.0f);
}

template <class F>
F nps_response_chance(const Mind<F>& mind, const SurveySettings& s) {
  return mind.commitment * s.nps_response_commitment +
         positive_part(mind.satisfaction) * s.nps_response_pleased +
         positive_part(-mind.satisfaction) * s.nps_response_displeased + s.nps_response;
}

// Customer effort score 1 to 7, 7 being easy; `noise` is standard normal.
template <class F>
F effort_score(F effort, F noise, const SurveySettings& s) {
  return clamp(round_to_whole(effort * s.ces_slope + noise * s.ces_noise + s.ces_neutral), 1.0f,
               7.0f);
}

}  // namespace cxsim
