// A vector register of customers at a time. Compiled once for each kind of processor, which
// CXSIM_LANES names; nothing of it but its one function is seen outside (cmake/Lanes.cmake).
#include "base/lanes.hpp"

#include "engine/kernels/kernels_over.hpp"

namespace cxsim {
namespace HWY_NAMESPACE {

std::size_t find_due(std::span<const std::uint16_t> due, std::int32_t day, std::uint32_t* places) {
#if HWY_TARGET != HWY_AVX3
  return find_due_one_by_one(due, day, places);
#else
  const hn::Rebind<std::uint16_t, WordTag> days;
  const LaneWhole today(std::min(day, last_searchable_day));
  LaneWhole numbers(hn::Iota(WholeTag(), 0));
  std::size_t found = 0, i = 0;
  for (; i + lanes <= due.size(); i += lanes) {
    const LaneWhole next(hn::PromoteTo(WholeTag(), hn::LoadU(days, due.data() + i)));
    found += write_those(next <= today, numbers, places + found);
    numbers = numbers + LaneWhole(static_cast<std::int32_t>(lanes));
  }
  for (; i < due.size(); ++i)
    if (due[i] <= day) places[found++] = static_cast<std::uint32_t>(i);
  return found;
#endif
}

}  // namespace HWY_NAMESPACE

#define CXSIM_JOIN(a, b) a##b
#define CXSIM_NAME(lanes) CXSIM_JOIN(kernels_, lanes)
#define CXSIM_TEXT(lanes) #lanes
#define CXSIM_NAME_TEXT(lanes) CXSIM_TEXT(lanes)

const Kernels& CXSIM_NAME(CXSIM_LANES)();
const Kernels& CXSIM_NAME(CXSIM_LANES)() {
  static const Kernels kernels =
      kernels_over<HWY_NAMESPACE::Lanes>(CXSIM_NAME_TEXT(CXSIM_LANES), HWY_NAMESPACE::find_due);
  return kernels;
}

}  // namespace cxsim
