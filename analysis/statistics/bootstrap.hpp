// Intervals by resampling: they ask for no normal distribution, and lean with the data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

inline constexpr std::size_t resamples = 4000;
// For statistics that take longer than a mean; the ends of an interval stray by a twelfth of a
// standard error.
inline constexpr std::uint32_t fewer_resamples = 1000;

// Of a mean: bias-corrected and accelerated (Efron 1987). The same values give the same interval:
// luck comes from a fixed seed. Unknown below two values; equal values give the point. No value is
// NaN.
Interval bootstrap_interval(std::span<const double> values);

// For other statistics: fills `places` with draws, with replacement, from 0 to below its length.
// Luck comes from a fixed seed and the number of the resample.
void resample(std::uint32_t number, std::span<std::uint32_t> places);

// Between the percentiles of a statistic over its resamples (Efron 1979). NaN is left out; unknown
// where more than half of them are NaN.
Interval percentile_interval(std::vector<double> statistics);

}  // namespace cxsim
