// The small pieces over lanes; compiled once for each kind of processor, which CXSIM_LANES names
// (cmake/Lanes.cmake).
#include "base/lanes.hpp"
#include "pieces_over.hpp"

#define CXSIM_JOIN(a, b) a##b
#define CXSIM_NAME(lanes) CXSIM_JOIN(pieces_, lanes)
#define CXSIM_TEXT(lanes) #lanes
#define CXSIM_NAME_TEXT(lanes) CXSIM_TEXT(lanes)

namespace cxsim::bench {

const SmallPieces& CXSIM_NAME(CXSIM_LANES)() {
  static const auto pieces = pieces_over<HWY_NAMESPACE::Lanes>(CXSIM_NAME_TEXT(CXSIM_LANES));
  return pieces;
}

}  // namespace cxsim::bench
