// What one customer expects, feels, remembers and trusts: the state every rule reads and writes.
#pragma once

#include "base/number.hpp"

namespace cxsim {

// Beliefs about how good the firm will be, one a facet, each in [0, 1].
template <class F>
struct Beliefs {
  F product;
  F service;
  F ux;
  F brand;
};

template <class F>
struct Mind {
  Beliefs<F> belief;
  F expectation_offset;  // personal "should" expectation beyond the market's, [-.5, .5]
  F valence;             // mood, [-1, 1]
  F arousal;             // [0, 1]
  F satisfaction;        // explicit remembered evaluation, [-1, 1]
  F implicit;            // subconscious association, [-1, 1]
  F trust;               // [0, 1]
  F commitment;          // [0, 1]
  F cynicism;            // [0, 1]
  F equity;              // sense of fair give and take, [-1, 1]
  F neighbour_exits;     // fading count of acquaintances who left, >= 0
};

// How much of each facet a touchpoint or a judgement concerns; shares that add up to 1.
struct FacetMix {
  float product = 0;
  float service = 0;
  float ux = 0;
  float brand = 0;
};

// Belief seen through a facet mix, in [0, 1].
template <class F, class Mix>
F believed_quality(const Beliefs<F>& belief, const Mix& mix) {
  return belief.product * mix.product + belief.service * mix.service + belief.ux * mix.ux +
         belief.brand * mix.brand;
}

// One journey as it is being lived: what the close will be made of.
template <class F>
struct Episode {
  F peak;    // reaction of the contact that stirred most, [-1, 1]
  F end;     // reaction of the last contact, [-1, 1]
  F sum;     // of reactions
  F effort;  // in customer effort points, >= 0
};

}  // namespace cxsim
