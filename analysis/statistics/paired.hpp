// The difference that an arm makes, replication by replication with the same luck.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/spread.hpp"

namespace cxsim {

struct PairedDifference {
  std::size_t count = 0;  // pairs in which both values are known
  Spread spread;          // of the differences
  Interval t, bootstrap;  // of their mean
  Proportion above_zero;
  std::optional<std::size_t> count_to_halve;  // pairs; nothing to halve below two or without spread
};

// `arm` less `against`, pair by pair; both are of the same length.
PairedDifference paired_difference(std::span<const double> arm, std::span<const double> against);

}  // namespace cxsim
