// Between visits: feelings fade within days, memories within years, each by its half-life.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct FadingSettings {
  float valence, arousal, satisfaction, implicit, commitment, trust, cynicism, equity;
  float expectation_offset, neighbour_exits;
  float neutral_trust;
};

template <>
inline constexpr auto settings_of<FadingSettings> = std::to_array<Setting<FadingSettings>>({
    {"valence", &FadingSettings::valence, 1, positive_range, "days", "half-life of mood",
     "Verduyn & Lavrijsen 2014: joy 35 h, irritation under 1 h", Tag::derived},
    {"arousal", &FadingSettings::arousal, .25, positive_range, "days", "half-life of arousal",
     "Verduyn & Lavrijsen 2014", Tag::derived},
    {"satisfaction", &FadingSettings::satisfaction, 365, positive_range, "days",
     "half-life of the distance between explicit memory and the subconscious trace",
     "model assumption"},
    {"implicit", &FadingSettings::implicit, 1460, positive_range, "days",
     "half-life of the subconscious association", "model assumption"},
    {"commitment", &FadingSettings::commitment, 540, positive_range, "days",
     "half-life of commitment", "model assumption"},
    {"trust", &FadingSettings::trust, 730, positive_range, "days",
     "half-life of trust's distance from neutral", "model assumption"},
    {"cynicism", &FadingSettings::cynicism, 270, positive_range, "days", "half-life of cynicism",
     "model assumption"},
    {"equity", &FadingSettings::equity, 180, positive_range, "days",
     "half-life of the sense of being owed or owing", "model assumption"},
    {"expectation_offset", &FadingSettings::expectation_offset, 540, positive_range, "days",
     "half-life of the personal part of normative expectation", "model assumption"},
    {"neighbour_exits", &FadingSettings::neighbour_exits, 30, positive_range, "days",
     "half-life of a neighbour's exit", "Nitzan & Libai 2011: strongest in the first month",
     Tag::derived},
    {"neutral_trust", &FadingSettings::neutral_trust, .5, share_range, "share",
     "trust to which trust and distrust both fade", "model assumption"},
});

// Lets `days` (>= 0) pass over an idle customer.
template <class F>
void fade(Mind<F>& mind, F days, const FadingSettings& s) {
  // Together, so that the compiler can work them out side by side.
  const auto [valence, arousal, satisfaction, implicit, commitment, trust, cynicism, equity,
              expectation, exits] =
      fractions_left<10>(days,
                         {s.valence, s.arousal, s.satisfaction, s.implicit, s.commitment, s.trust,
                          s.cynicism, s.equity, s.expectation_offset, s.neighbour_exits});
  mind.valence = mind.valence * valence;
  mind.arousal = mind.arousal * arousal;
  mind.satisfaction = mind.implicit + (mind.satisfaction - mind.implicit) * satisfaction;
  mind.implicit = mind.implicit * implicit;
  mind.commitment = mind.commitment * commitment;
  mind.trust = s.neutral_trust + (mind.trust - s.neutral_trust) * trust;
  mind.cynicism = mind.cynicism * cynicism;
  mind.equity = mind.equity * equity;
  mind.expectation_offset = mind.expectation_offset * expectation;
  mind.neighbour_exits = mind.neighbour_exits * exits;
}

}  // namespace cxsim
