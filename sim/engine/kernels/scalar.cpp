// One customer at a time.
#include "engine/kernels/kernels_over.hpp"

namespace cxsim {
namespace {

std::size_t find_due(std::span<const std::uint16_t> due, std::int32_t day, std::uint32_t* places) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < due.size(); ++i) {
    places[found] = static_cast<std::uint32_t>(i);
    if (due[i] <= day) ++found;
  }
  return found;
}

}  // namespace

const Kernels& scalar_kernels() {
  static const Kernels kernels = kernels_over<float>("scalar", find_due);
  return kernels;
}

}  // namespace cxsim
