// News about the firm: what it does to trust and to the subconscious trace, beside what is heard.
#pragma once

#include "model/mind.hpp"
#include "model/word_of_mouth.hpp"

namespace cxsim {

// `loss` is a share of trust; `shield` says how far commitment protects from it, both in [0, 1].
template <class F>
void lose_trust(Mind<F>& mind, F loss, F shield, const WordOfMouthSettings& s) {
  const F openness = F(1.0f) - mind.commitment * s.commitment_shield * shield;
  mind.trust = as_share(mind.trust - loss * mind.trust * openness);
}

// A subconscious trace of something bad (or, below 0, of something good).
template <class F>
void be_marked(Mind<F>& mind, F loss) {
  mind.implicit = as_signed_unit(mind.implicit - loss);
}

}  // namespace cxsim
