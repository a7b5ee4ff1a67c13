// The small pieces that rules are made of, over any number type: how long each takes a person.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/random.hpp"
#include "model/fading.hpp"

namespace cxsim::bench {

struct SmallPiece {
  std::string_view name, says;
  // Does it for so many people, a multiple of every number of lanes.
  void (*work)(std::size_t people, const FadingSettings& fading);
};

struct SmallPieces {
  std::string_view kernels;
  std::span<const SmallPiece> pieces;
};

const SmallPieces& pieces_scalar();
#if CXSIM_HAS_LANES
const SmallPieces& pieces_sse4();
const SmallPieces& pieces_avx2();
const SmallPieces& pieces_avx512();
#endif

}  // namespace cxsim::bench
