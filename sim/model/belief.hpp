// Beliefs about what the firm will deliver follow what was perceived, faster when it disappoints.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/encounter.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct BeliefSettings {
  float rate, disappointment, fastest;
};

template <>
inline constexpr auto settings_of<BeliefSettings> = std::to_array<Setting<BeliefSettings>>({
    {"rate", &BeliefSettings::rate, .15, share_range, "share",
     "how far belief moves toward perception in a journey of importance 1",
     "Boulding et al. 1993 (adaptive will-expectation; size assumed)"},
    {"disappointment",
     &BeliefSettings::disappointment,
     1.5,
     {0, 10},
     "factor",
     "how much faster belief falls than rises",
     "Baumeister et al. 2001 (size assumed)"},
    {"fastest", &BeliefSettings::fastest, .9, share_range, "share",
     "most that one contact can move a belief", "model assumption"},
});

template <class F>
void learn(Mind<F>& mind, F perceived, F believed, const FacetsOf<F>& facet, F importance,
           const BeliefSettings& s) {
  const F asymmetry = select(perceived < believed, F(s.disappointment), F(1.0f));
  const F rate = min_of(F(s.fastest), importance * (F(1.0f) + mind.arousal) * asymmetry * s.rate);
  Beliefs<F>& b = mind.belief;
  b.product = as_share(b.product + rate * facet.product * (perceived - b.product));
  b.service = as_share(b.service + rate * facet.service * (perceived - b.service));
  b.ux = as_share(b.ux + rate * facet.ux * (perceived - b.ux));
  b.brand = as_share(b.brand + rate * facet.brand * (perceived - b.brand));
}

}  // namespace cxsim
