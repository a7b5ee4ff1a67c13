// Why somebody left: the term that pushed hardest, in log-odds, of looking and of leaving.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "model/customer.hpp"
#include "model/loyalty.hpp"
#include "model/preference.hpp"

namespace cxsim {

template <class F>
struct Push {
  CauseOfLeaving cause;
  F strength;  // log-odds toward leaving, against a customer at every reference point
};

inline constexpr std::size_t push_count = 9;

// `typical_commitment` is the commitment against which a lack of it counts.
template <class F>
std::array<Push<F>, push_count> pushes_to_leave(const LookFactors<F>& look, const Preference<F>& p,
                                                float typical_commitment,
                                                const LoyaltySettings& loyalty,
                                                const PreferenceSettings& preference) {
  const float typical_look = -loyalty.look_satisfaction * preference.satisfaction_reference;
  return {
      {{CauseOfLeaving::dissatisfaction,
        log(look.satisfaction) - typical_look - p.satisfaction - p.implicit},
       {CauseOfLeaving::low_expected_quality, -p.quality},
       {CauseOfLeaving::broken_trust, -p.trust},
       {CauseOfLeaving::weak_commitment, preference.commitment * typical_commitment - p.commitment},
       {CauseOfLeaving::unfairness, -p.equity},
       {CauseOfLeaving::price, -p.price},
       {CauseOfLeaving::better_rival, p.rivals},
       {CauseOfLeaving::neighbours_left, log(look.neighbours)},
       {CauseOfLeaving::hostility, log(look.hostility) - p.hostility}}};
}

// The strongest push, or chance where none is noticeable (log-odds).
inline CauseOfLeaving main_cause(const std::array<Push<float>, push_count>& pushes,
                                 float noticeable) {
  Push<float> strongest{CauseOfLeaving::chance, noticeable};
  for (const Push<float>& push : pushes)
    if (push.strength > strongest.strength) strongest = push;
  return strongest.cause;
}

}  // namespace cxsim
