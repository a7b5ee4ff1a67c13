// A closed journey enters memory: explicit and subconscious, commitment, and give and take.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct MemorySettings {
  float explicit_rate, explicit_base, bad_weight, implicit_rate;
  float commitment_gain, commitment_loss, equity_gain, equity_effort, equity_free_effort;
};

template <>
inline constexpr auto settings_of<MemorySettings> = std::to_array<Setting<MemorySettings>>({
    {"explicit_rate", &MemorySettings::explicit_rate, .30, share_range, "share",
     "how far remembered satisfaction moves toward a journey of importance 1",
     "Bolton 1998 (anchoring and adjustment; size assumed)"},
    {"explicit_base",
     &MemorySettings::explicit_base,
     .5,
     {0, 2},
     "factor",
     "weight of a journey that stirred nothing; its strength is added",
     "model assumption"},
    {"bad_weight",
     &MemorySettings::bad_weight,
     1.5,
     {0, 10},
     "factor",
     "how much better the bad is remembered",
     "Baumeister et al. 2001 (size assumed)"},
    {"implicit_rate", &MemorySettings::implicit_rate, .05, share_range, "share",
     "how far the subconscious association moves; only stirring journeys enter",
     "model assumption"},
    {"commitment_gain", &MemorySettings::commitment_gain, .06, share_range, "share",
     "commitment from a good journey, at neutral trust", "model assumption"},
    {"commitment_loss", &MemorySettings::commitment_loss, .15, share_range, "share",
     "commitment lost to a bad journey", "model assumption"},
    {"equity_gain",
     &MemorySettings::equity_gain,
     .1,
     {0, 1},
     "equity per reaction",
     "sense of being treated fairly from a journey",
     "Adams 1963 (size assumed)"},
    {"equity_effort",
     &MemorySettings::equity_effort,
     .05,
     {0, 1},
     "reaction per effort point",
     "what effort beyond the free one takes from it",
     "model assumption"},
    {"equity_free_effort", &MemorySettings::equity_free_effort, 3, non_negative_range,
     "effort points", "effort that counts as fair", "model assumption"},
});

template <class F>
void remember(Mind<F>& mind, F experience, F effort, F importance, const MemorySettings& s) {
  const F strength = magnitude(experience);
  const F recall = select(experience < mind.satisfaction, F(s.bad_weight), F(1.0f));
  mind.satisfaction =
      as_signed_unit(mind.satisfaction + importance * (strength + s.explicit_base) * recall *
                                             (experience - mind.satisfaction) * s.explicit_rate);
  const F depth = select(experience < F(0.0f), F(s.bad_weight), F(1.0f));
  mind.implicit =
      as_signed_unit(mind.implicit + importance * strength * depth * (experience - mind.implicit) *
                                         s.implicit_rate);
  const F gain = importance * experience * mind.trust * (F(1.0f) - mind.commitment) *
                 (2.0f * s.commitment_gain);
  const F loss = importance * experience * mind.commitment * s.commitment_loss;
  mind.commitment = as_share(mind.commitment + select(experience > F(0.0f), gain, loss));
  const F fairness = experience - positive_part(effort - s.equity_free_effort) * s.equity_effort;
  mind.equity = as_signed_unit(mind.equity + importance * fairness * s.equity_gain);
}

}  // namespace cxsim
