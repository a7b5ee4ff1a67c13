// How often something holds over replications, and the interval of that probability.
#pragma once

#include <cstddef>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

struct Proportion {
  std::size_t count = 0, of = 0;
  Interval interval;  // Clopper & Pearson 1934: covers at least as often as it says
};

Proportion proportion(std::size_t count, std::size_t of);

// NaN of nothing.
inline double share_of(const Proportion& p) {
  return p.of > 0 ? static_cast<double>(p.count) / static_cast<double>(p.of) : not_known;
}

}  // namespace cxsim
