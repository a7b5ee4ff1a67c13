// The kinds of lanes that a test asks: each one this machine can run.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lanes_probe_over.hpp"

namespace cxsim {

#if CXSIM_HAS_LANES
const Probe& probe_sse4();
const Probe& probe_avx2();
const Probe& probe_avx512();
#endif

using Words = std::vector<std::uint32_t>;

// A word that belongs to another: always the same, and different for each.
inline std::uint32_t partner(std::uint32_t bits) {
  bits = (bits ^ (bits >> 16)) * 0x7feb352du;
  bits = (bits ^ (bits >> 15)) * 0x846ca68bu;
  return bits ^ (bits >> 16);
}

// No probe is asked for before it is known that the processor can run it.
inline const Probe* probe_of([[maybe_unused]] std::string_view kind) {
#if CXSIM_HAS_LANES
  __builtin_cpu_init();
  if (kind == "sse4" && __builtin_cpu_supports("x86-64-v2")) return &probe_sse4();
  if (kind == "avx2" && __builtin_cpu_supports("x86-64-v3")) return &probe_avx2();
  if (kind == "avx512" && __builtin_cpu_supports("x86-64-v4")) return &probe_avx512();
#endif
  return nullptr;
}

class EachKindOfLanes : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    probe_ = probe_of(GetParam());
    if (probe_ == nullptr)
      GTEST_SKIP() << "this build or this processor has no " << GetParam() << " lanes";
  }
  const Probe& probe() const { return *probe_; }
  std::size_t lanes() const { return probe_->lanes; }

 private:
  const Probe* probe_ = nullptr;
};

inline const auto kinds_of_lanes = testing::Values("sse4", "avx2", "avx512");
inline std::string name_of_kind(const testing::TestParamInfo<const char*>& kind) {
  return kind.param;
}

}  // namespace cxsim
