// One encounter as the firm delivers it today: what the walk hands to the rules.
#pragma once

#include "base/number.hpp"
#include "model/mind.hpp"

namespace cxsim {

enum class AnsweredBy : unsigned char { nobody, human, bot };

// The part of a touchpoint that concerns the person who has come to it, for the one who answers.
template <class F>
struct Encounter {
  F quality;          // weighted rational, emotional and sensorial quality, in level weights
  F physical;         // base physical quality times its level weight
  F failure_chance;   // [0, 1]
  F failure_damping;  // 1, or less where a bot failed and nobody expected much
  F wait;             // minutes actually waited
  F wait_perception;  // perceived minutes for each minute waited
  F facet_product, facet_service, facet_ux, facet_brand;
  F importance;  // of the journey it serves, [0, 1]
};

template <class F>
struct FacetsOf {
  F product, service, ux, brand;
};

template <class F>
FacetsOf<F> facets(const Encounter<F>& encounter) {
  return {encounter.facet_product, encounter.facet_service, encounter.facet_ux,
          encounter.facet_brand};
}

}  // namespace cxsim
