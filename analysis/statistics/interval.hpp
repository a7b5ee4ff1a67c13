// An interval that covers the truth nineteen times in twenty, and what it says about zero.
#pragma once

#include <cmath>
#include <limits>

namespace cxsim {

inline constexpr double confidence_level = .95;
inline constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

// Both ends NaN where there is nothing to say.
struct Interval {
  double low = not_known, high = not_known;
};

inline bool is_known(const Interval& interval) { return !std::isnan(interval.low); }

inline bool excludes_zero(const Interval& interval) {
  return interval.low > 0 || interval.high < 0;
}

// So that it holds the value; an unknown one stays unknown.
inline Interval widened(const Interval& interval, double value) {
  if (!is_known(interval)) return interval;
  return {std::fmin(interval.low, value), std::fmax(interval.high, value)};
}

}  // namespace cxsim
