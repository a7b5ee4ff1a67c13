// Perception is not what was delivered: belief pulls it, memory gilds it, mood colours it.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct PerceptionSettings {
  float pull, contrast_at, halo, mood;
};

template <>
inline constexpr auto settings_of<PerceptionSettings> = std::to_array<Setting<PerceptionSettings>>({
    {"pull",
     &PerceptionSettings::pull,
     .25,
     {-1, 1},
     "quality per quality",
     "pull of belief on perceived quality where the two are close (assimilation)",
     "Anderson 1973; Boulding et al. 1993 (size assumed)"},
    {"contrast_at", &PerceptionSettings::contrast_at, .5, positive_range, "quality",
     "distance between belief and delivery at which assimilation turns into contrast",
     "Anderson 1973 (size assumed)"},
    {"halo",
     &PerceptionSettings::halo,
     .04,
     {0, 1},
     "quality per unit",
     "lift from remembered satisfaction and from the subconscious association",
     "model assumption"},
    {"mood",
     &PerceptionSettings::mood,
     .05,
     {0, 1},
     "quality per unit",
     "lift from the mood of the moment (mood congruence)",
     "model assumption"},
});

// Perceived quality in [0, 1] of what was `delivered` where `believed` was expected to come.
template <class F>
F perceive(F delivered, F believed, const Mind<F>& mind, const PerceptionSettings& s) {
  const F distance = believed - delivered;
  const F fading = F(1.0f) - distance * distance * (1.0f / (s.contrast_at * s.contrast_at));
  return as_share(delivered + distance * fading * s.pull +
                  (mind.satisfaction + mind.implicit) * s.halo + mind.valence * s.mood);
}

}  // namespace cxsim
