#include "engine/kernels.hpp"

#include <algorithm>
#include <array>

namespace cxsim {

#if CXSIM_HAS_LANES
const Kernels& kernels_sse4();
const Kernels& kernels_avx2();
const Kernels& kernels_avx512();
#endif

namespace {

struct Choice {
  std::array<const Kernels*, 4> kernels{&scalar_kernels()};
  std::size_t count = 1;

  Choice() {
#if CXSIM_HAS_LANES
    __builtin_cpu_init();
    // Called only where they run: even asking for them needs their instructions.
    const auto offer = [&](bool runs, const Kernels& (*these)()) {
      if (runs) kernels[count++] = &these();
    };
    offer(__builtin_cpu_supports("x86-64-v2"), kernels_sse4);
    offer(__builtin_cpu_supports("x86-64-v3"), kernels_avx2);
    offer(__builtin_cpu_supports("x86-64-v4"), kernels_avx512);
#endif
  }
};

}  // namespace

std::span<const Kernels* const> available_kernels() {
  static const Choice choice;
  return std::span(choice.kernels).first(choice.count);
}

const Kernels& best_kernels() { return *available_kernels().back(); }

const Kernels* find_kernels(std::string_view name) {
  const auto all = available_kernels();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Kernels* k) { return k->name == name; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace cxsim
