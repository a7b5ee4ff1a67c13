// One customer at a time.
#include "engine/kernels/kernels_over.hpp"

namespace cxsim {
const Kernels& scalar_kernels() {
  static const Kernels kernels = kernels_over<float>("scalar", find_due_one_by_one);
  return kernels;
}

}  // namespace cxsim
