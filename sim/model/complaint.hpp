// Voice or silence after a bad journey (Hirschman 1970), and what being ignored does.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct ComplaintSettings {
  float bad_below, bad_importance, voice_intercept, voice_reaction, voice_commitment;
  float ignored_satisfaction, ignored_trust, ignored_implicit;
  float hearing_base, hearing_analytics;
};

template <>
inline constexpr auto settings_of<ComplaintSettings> = std::to_array<Setting<ComplaintSettings>>({
    {"bad_below",
     &ComplaintSettings::bad_below,
     -.25,
     {-1, 1},
     "reaction",
     "remembered experience below which a journey is a bad episode",
     "model assumption"},
    {"bad_importance", &ComplaintSettings::bad_importance, .1, share_range, "share",
     "importance above which a journey can be a bad episode", "model assumption"},
    {"voice_intercept",
     &ComplaintSettings::voice_intercept,
     -4.5,
     {-20, 20},
     "logit",
     "readiness to complain",
     "TARP: about 1 in 26 complains",
     Tag::derived},
    {"voice_reaction",
     &ComplaintSettings::voice_reaction,
     -2,
     {-20, 20},
     "logit per reaction",
     "readiness to complain for each unit of remembered experience",
     "model assumption"},
    {"voice_commitment",
     &ComplaintSettings::voice_commitment,
     .8,
     {-20, 20},
     "logit",
     "readiness to complain of the fully committed",
     "Hirschman 1970 (sign; size assumed)"},
    {"ignored_satisfaction", &ComplaintSettings::ignored_satisfaction, .175, share_range, "share",
     "fall of satisfaction toward -1 when a complaint is ignored (double deviation)",
     "model assumption"},
    {"ignored_trust", &ComplaintSettings::ignored_trust, .9, share_range, "factor",
     "trust kept when a complaint is ignored", "model assumption"},
    {"ignored_implicit",
     &ComplaintSettings::ignored_implicit,
     .03,
     {0, 1},
     "reaction",
     "subconscious trace of being ignored",
     "model assumption"},
    {"hearing_base", &ComplaintSettings::hearing_base, .5, share_range, "factor",
     "share of collected feedback that is understood without analytics", "model assumption"},
    {"hearing_analytics", &ComplaintSettings::hearing_analytics, .5, share_range, "factor",
     "share that perfect analytics adds", "model assumption"},
});

template <class F>
auto is_bad_episode(F experience, F importance, const ComplaintSettings& s) {
  return (experience < F(s.bad_below)) && (importance > F(s.bad_importance));
}

template <class F>
F voice_chance(const Mind<F>& mind, F experience, const ComplaintSettings& s) {
  return logistic(experience * s.voice_reaction + mind.commitment * s.voice_commitment +
                  s.voice_intercept);
}

// The chance that the firm hears of a bad journey nobody complained about.
template <class F>
F hearing_chance(F feedback, F analytics, const ComplaintSettings& s) {
  return feedback * (analytics * s.hearing_analytics + s.hearing_base);
}

template <class F>
void be_ignored(Mind<F>& mind, const ComplaintSettings& s) {
  mind.satisfaction =
      as_signed_unit(mind.satisfaction + (F(-1.0f) - mind.satisfaction) * s.ignored_satisfaction);
  mind.trust = as_share(mind.trust * s.ignored_trust);
  mind.implicit = as_signed_unit(mind.implicit - s.ignored_implicit);
}

}  // namespace cxsim
