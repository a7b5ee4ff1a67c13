// A promise that is not kept costs trust, breeds cynicism, and can turn a customer hostile.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct TrustSettings {
  float forgiven_gap, build, loss, full_loss_gap, cynicism_rate, hostile_above, calm_below;
};

template <>
inline constexpr auto settings_of<TrustSettings> = std::to_array<Setting<TrustSettings>>({
    {"forgiven_gap", &TrustSettings::forgiven_gap, .10, share_range, "quality",
     "shortfall from the promise that is forgiven", "model assumption"},
    {"build", &TrustSettings::build, .03, share_range, "share", "trust gained from a kept promise",
     "Morgan & Hunt 1994 (slow up; size assumed)"},
    {"loss", &TrustSettings::loss, .15, share_range, "share", "trust lost to a broken promise",
     "Morgan & Hunt 1994 (fast down; size assumed)"},
    {"full_loss_gap", &TrustSettings::full_loss_gap, .3, positive_range, "quality",
     "shortfall beyond the forgiven one at which the loss is full", "model assumption"},
    {"cynicism_rate",
     &TrustSettings::cynicism_rate,
     .7,
     {0, 10},
     "per quality",
     "cynicism from a broken promise that was claimed loudly",
     "model assumption"},
    {"hostile_above", &TrustSettings::hostile_above, .55, share_range, "share",
     "cynicism that turns a customer hostile", "Grégoire & Fisher 2008 (size assumed)"},
    {"calm_below", &TrustSettings::calm_below, .30, share_range, "share",
     "cynicism below which hostility ends", "model assumption"},
});

// Holds a perceived quality against the firm's promise.
template <class F>
void judge_promise(Mind<F>& mind, F perceived, F promise, F claim, F importance,
                   const TrustSettings& s) {
  const F shortfall = promise - perceived;
  const F beyond = positive_part(shortfall - s.forgiven_gap);
  const F gained = importance * (F(1.0f) - mind.trust) * s.build;
  const F lost =
      importance * mind.trust * min_of(F(1.0f), beyond * (1.0f / s.full_loss_gap)) * s.loss;
  mind.trust = as_share(mind.trust + select(shortfall < s.forgiven_gap, gained, -lost));
  mind.cynicism = as_share(mind.cynicism + importance * claim * beyond * (F(1.0f) - mind.cynicism) *
                                               s.cynicism_rate);
}

// Hostile from the upper threshold on, until cynicism falls below the lower one.
template <class F, class Mask>
auto turns_hostile(F cynicism, Mask was_hostile, const TrustSettings& s) {
  return (cynicism > F(s.hostile_above)) || (was_hostile && !(cynicism < F(s.calm_below)));
}

}  // namespace cxsim
