// The interval of a mean by resampling: it asks for no normal distribution, and leans with the
// data.
#pragma once

#include <cstddef>
#include <span>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

inline constexpr std::size_t resamples = 4000;

// Bias-corrected and accelerated (Efron 1987). The same values give the same interval: luck comes
// from a fixed seed. Unknown below two values; equal values give the point. No value is NaN.
Interval bootstrap_interval(std::span<const double> values);

}  // namespace cxsim
