// One encounter from the customer's side, in the order it is lived: perceive, compare, feel, learn,
// expect, trust.
#pragma once

#include "model/customer_settings.hpp"
#include "model/encounter.hpp"

namespace cxsim {

// What the firm and the market hold up against every encounter today.
template <class F>
struct Yardstick {
  F market_expectation;  // quality, [0, 1]
  F promise;             // quality, [0, 1]
  F claim;               // how loudly it is promised, [0, 1]
};

// What became of the encounter.
template <class F>
struct Experience {
  F believed, expected, delivered, perceived;  // quality, [0, 1]
  F gap;                                       // perceived less expected
  F reaction;                                  // x, (-1, 1)
};

template <class F>
Experience<F> live_encounter(Mind<F>& mind, const Encounter<F>& at,
                             const Circumstances<F>& circumstances, const Yardstick<F>& yardstick,
                             F reactivity, const CustomerSettings& s) {
  Experience<F> x;
  x.delivered = delivered_quality(at, circumstances, s.quality);
  x.believed = believed_quality(mind.belief, facets(at));
  x.perceived = perceive(x.delivered, x.believed, mind, s.perception);
  x.expected = normative_expectation(mind, yardstick.market_expectation);
  x.gap = x.perceived - x.expected;
  x.reaction = reaction(felt_gap(x.gap, s.expectation), x.perceived, reactivity, s.affect);
  feel(mind, x.reaction, s.affect);
  learn(mind, x.perceived, x.believed, facets(at), at.importance, s.belief);
  ratchet_expectation(mind, x.gap, at.importance, s.expectation);
  judge_promise(mind, x.perceived, yardstick.promise, yardstick.claim, at.importance, s.trust);
  return x;
}

}  // namespace cxsim
