// The probe over lanes; compiled once for each kind of processor, which CXSIM_LANES names
// (cmake/Lanes.cmake).
#include "base/lanes.hpp"
#include "lanes_probe_over.hpp"

#define CXSIM_JOIN(a, b) a##b
#define CXSIM_NAME(lanes) CXSIM_JOIN(probe_, lanes)
#define CXSIM_TEXT(lanes) #lanes
#define CXSIM_NAME_TEXT(lanes) CXSIM_TEXT(lanes)

namespace cxsim {

const Probe& CXSIM_NAME(CXSIM_LANES)();
const Probe& CXSIM_NAME(CXSIM_LANES)() {
  static const Probe probe = probe_over<HWY_NAMESPACE::Lanes>(CXSIM_NAME_TEXT(CXSIM_LANES));
  return probe;
}

}  // namespace cxsim
