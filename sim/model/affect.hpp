// A contact is felt before it is judged: the reaction, and the mood it leaves.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct AffectSettings {
  float performance, neutral_quality, reaction_scale, mood_rate, arousal_rate;
};

template <>
inline constexpr auto settings_of<AffectSettings> = std::to_array<Setting<AffectSettings>>({
    {"performance",
     &AffectSettings::performance,
     .25,
     {0, 2},
     "per quality",
     "direct effect of good performance, whatever was expected",
     "Churchill & Surprenant 1982 (size assumed)"},
    {"neutral_quality", &AffectSettings::neutral_quality, .5, share_range, "quality",
     "perceived quality that pleases nobody and annoys nobody", "model assumption"},
    {"reaction_scale", &AffectSettings::reaction_scale, .45, positive_range, "quality",
     "felt gap at which a reaction saturates", "model assumption"},
    {"mood_rate", &AffectSettings::mood_rate, .6, share_range, "share",
     "how far mood moves toward the reaction", "Russell 1980 (size assumed)"},
    {"arousal_rate", &AffectSettings::arousal_rate, .7, share_range, "share",
     "how far arousal rises to a reaction stronger than it", "Russell 1980 (size assumed)"},
});

// The reaction x in (-1, 1) to a felt gap and a perceived quality.
template <class F>
F reaction(F felt, F perceived, F reactivity, const AffectSettings& s) {
  const F stirred = felt + (perceived - s.neutral_quality) * s.performance;
  return tanh(reactivity * stirred * (1.0f / s.reaction_scale));
}

template <class F>
void feel(Mind<F>& mind, F reaction, const AffectSettings& s) {
  mind.valence = as_signed_unit(mind.valence + (reaction - mind.valence) * s.mood_rate);
  const F rise = positive_part(magnitude(reaction) - mind.arousal);
  mind.arousal = as_share(mind.arousal + rise * s.arousal_rate);
}

}  // namespace cxsim
