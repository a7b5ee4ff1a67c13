// A journey as it is lived and as it is remembered: peak, end, mean, effort and outcome.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct EpisodeSettings {
  float peak_end_weight, bad_peak_weight, resolved_bonus, bonus_importance, unresolved_penalty;
  float effort_rate, free_effort;
  float handoff_loss, handoff_reaction, handoff_share, handoff_effort;
  float recall_noise;
};

template <>
inline constexpr auto settings_of<EpisodeSettings> = std::to_array<Setting<EpisodeSettings>>({
    {"peak_end_weight", &EpisodeSettings::peak_end_weight, .7, share_range, "share",
     "weight of peak and end in memory, the rest being the mean",
     "Kahneman et al. 1993 (size assumed)"},
    {"bad_peak_weight",
     &EpisodeSettings::bad_peak_weight,
     1.25,
     {0, 10},
     "factor",
     "how much sooner a bad contact becomes the peak; it never scales the peak",
     "Baumeister et al. 2001 (size assumed)"},
    {"resolved_bonus",
     &EpisodeSettings::resolved_bonus,
     .25,
     {0, 1},
     "reaction",
     "what a resolved journey adds",
     "model assumption"},
    {"bonus_importance", &EpisodeSettings::bonus_importance, .3, share_range, "share",
     "importance above which being resolved is worth something", "model assumption"},
    {"unresolved_penalty",
     &EpisodeSettings::unresolved_penalty,
     .5,
     {0, 2},
     "reaction",
     "what an unresolved journey costs",
     "model assumption"},
    {"effort_rate",
     &EpisodeSettings::effort_rate,
     .06,
     {0, 1},
     "reaction per effort point",
     "what each point of effort beyond the free ones costs",
     "Dixon et al. 2010 (size assumed)"},
    {"free_effort", &EpisodeSettings::free_effort, 2, non_negative_range, "effort points",
     "effort nobody minds", "model assumption"},
    {"handoff_loss", &EpisodeSettings::handoff_loss, .35, share_range, "probability",
     "chance that a handoff between unaligned departments loses information", "model assumption"},
    {"handoff_reaction",
     &EpisodeSettings::handoff_reaction,
     -.35,
     {-1, 1},
     "reaction",
     "reaction to having to repeat oneself",
     "model assumption"},
    {"handoff_share", &EpisodeSettings::handoff_share, .5, share_range, "share",
     "how far such a handoff moves mood, the end and the sum", "model assumption"},
    {"handoff_effort", &EpisodeSettings::handoff_effort, 1, non_negative_range, "effort points",
     "effort of repeating oneself", "model assumption"},
    {"recall_noise",
     &EpisodeSettings::recall_noise,
     0,
     {0, 1},
     "reaction",
     "standard deviation of what else colours the memory of a journey; 0 = peak, end and outcome "
     "are all of it",
     "Alaybek et al. 2022: peak and end explain a third (size fitted to fact 3)",
     Tag::derived},
});

template <class F>
Episode<F> fresh_episode() {
  return {F(0.0f), F(0.0f), F(0.0f), F(0.0f)};
}

// How strongly a reaction competes for the peak.
template <class F>
F stirring(F reaction, const EpisodeSettings& s) {
  return magnitude(reaction) * select(reaction < F(0.0f), F(s.bad_peak_weight), F(1.0f));
}

template <class F>
void compete_for_peak(Episode<F>& episode, F reaction, const EpisodeSettings& s) {
  const auto stronger = stirring(reaction, s) > stirring(episode.peak, s);
  episode.peak = select(stronger, reaction, episode.peak);
}

// Takes one contact into the episode.
template <class F>
void live_through(Episode<F>& episode, F reaction, F effort, const EpisodeSettings& s) {
  compete_for_peak(episode, reaction, s);
  episode.end = reaction;
  episode.sum = episode.sum + reaction;
  episode.effort = episode.effort + effort;
}

// Another department took over and did not know: felt, remembered, charged to no touchpoint.
template <class F>
void repeat_oneself(Mind<F>& mind, Episode<F>& episode, F reactivity, const EpisodeSettings& s) {
  const F reaction = as_signed_unit(reactivity * s.handoff_reaction);
  mind.valence = as_signed_unit(mind.valence + (reaction - mind.valence) * s.handoff_share);
  episode.sum = episode.sum + reaction * s.handoff_share;
  compete_for_peak(episode, reaction, s);
  episode.end = episode.end + (reaction - episode.end) * s.handoff_share;
  episode.effort = episode.effort + s.handoff_effort;
}

// The journey as remembered, in [-1, 1]; `contacts` >= 1, `resolved` 1 or 0. Duration does not
// enter. `noise` is standard normal.
template <class F>
F remembered_experience(const Episode<F>& e, F contacts, F resolved, F importance, F noise,
                        const EpisodeSettings& s) {
  const F peak_end = (e.peak + e.end) * (0.5f * s.peak_end_weight);
  const F mean = e.sum / contacts * (1.0f - s.peak_end_weight);
  const F bonus = select(importance > F(s.bonus_importance), F(s.resolved_bonus), F(0.0f));
  const F outcome = resolved * bonus - (F(1.0f) - resolved) * s.unresolved_penalty;
  const F toil = positive_part(e.effort - s.free_effort) * s.effort_rate;
  return as_signed_unit(peak_end + mean + outcome - toil + noise * s.recall_noise);
}

}  // namespace cxsim
