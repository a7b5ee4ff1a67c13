// How sums become measures: a count as it is, a mean, a share, a total over the firm.
#pragma once

#include <limits>

#include "recording/measure_axes.hpp"

namespace cxsim {

inline const auto& sums(const Tally& tally, SegmentSum) { return tally.segments; }
inline const auto& sums(const Tally& tally, TouchpointSum) { return tally.touchpoints; }
inline const auto& sums(const Tally& tally, JourneySum) { return tally.journeys; }
inline const auto& sums(const Tally& tally, DepartmentSum) { return tally.departments; }
inline const auto& sums(const Tally& tally, CompanySum) { return tally.company; }

// Nothing is known where nobody was asked.
inline double quotient(double part, double whole) {
  return whole != 0 ? part / whole : std::numeric_limits<double>::quiet_NaN();
}

template <auto first, auto... more>
double sum_of(const Tally& tally, Cell cell) {
  return (sums(tally, first).value(cell.row, first) + ... +
          sums(tally, more).value(cell.row, more));
}

template <auto part, auto whole>
double mean_of(const Tally& tally, Cell cell) {
  return quotient(sum_of<part>(tally, cell), sum_of<whole>(tally, cell));
}

template <SegmentSum promoters, SegmentSum detractors, SegmentSum asked>
double net_promoters_of(const Tally& tally, Cell cell) {
  const double net = sum_of<promoters>(tally, cell) - sum_of<detractors>(tally, cell);
  return quotient(100 * net, sum_of<asked>(tally, cell));
}

// Over all segments.
template <SegmentSum sum>
double total_of(const Tally& tally, Cell = {}) {
  double total = 0;
  for (std::size_t segment = 0; segment < tally.segments.rows(); ++segment)
    total += tally.segments.value(segment, sum);
  return total;
}

template <SegmentSum part, SegmentSum whole>
double total_mean_of(const Tally& tally, Cell) {
  return quotient(total_of<part>(tally), total_of<whole>(tally));
}

}  // namespace cxsim
