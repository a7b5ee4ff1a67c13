// How long something lasts, where some of it is still going on: the product-limit estimate.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

struct Lifetime {
  std::int32_t age;  // at its end, or when it was last seen
  bool ended;
};

struct SurvivalStep {
  std::int32_t age;      // at which somebody ended
  std::int64_t at_risk;  // just before it
  std::int64_t ended;
  double survival;    // share that lasts beyond it
  Interval interval;  // of that share
};

// One step for each age at which somebody ended, in order. Kaplan & Meier 1958; the interval is
// Greenwood's on the scale log(-log survival), which stays within 0 and 1. It takes lives for
// independent.
std::vector<SurvivalStep> kaplan_meier(std::span<const Lifetime> lives);

// As it stands at an age.
struct SurvivalAt {
  double survival = 1;
  Interval interval{1, 1};
};
SurvivalAt survival_at(std::span<const SurvivalStep> steps, std::int32_t age);

}  // namespace cxsim
