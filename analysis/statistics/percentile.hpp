// Percentiles of a sample.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

namespace cxsim {

// Between order statistics, linearly (Hyndman & Fan 1996, type 7). `sorted` is not empty, `share`
// is in [0, 1].
inline double percentile(std::span<const double> sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace cxsim
