// Axes of plots: where one begins and ends, its ticks at 1, 2 or 5 times a power of ten, its words.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "analysis/report/number_text.hpp"

namespace cxsim {

// The smallest and the largest of the finite values that were added.
struct DataRange {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void add(double value);
  void add(const std::vector<double>& values);
  void add(const Interval& interval);
  bool is_empty() const { return low > high; }
  bool holds(double value) const { return low <= value && value <= high; }
};

enum class PlotScale { linear, logarithmic };

struct PlotAxis {
  DataRange range{0, 1};
  PlotScale scale = PlotScale::linear;
  std::vector<double> ticks;
  double step = 0;  // between ticks; 0 where they are unequal
};

// Begins and ends at ticks, at most `most_ticks` (2 or more) of them. An empty range is 0 to 1, and
// a single value gets room on both sides.
PlotAxis axis_around(DataRange range, std::size_t most_ticks);

// Begins and ends with the data. A logarithmic scale needs values above zero, else it is linear.
PlotAxis axis_within(DataRange range, PlotScale scale, std::size_t most_ticks);

// 0 at the axis's beginning, 1 at its end, beyond them outside; NaN for NaN.
double place_on(const PlotAxis& axis, double value);

std::string tick_text(const PlotAxis& axis, double tick);

// As many decimals as tell a hundredth of the range.
Format format_over(const DataRange& range);

// "unknown" for NaN.
std::string known_text(double value, const Format& format);

// A number alone, to four digits: 0.0125, 1,500,000.
std::string short_number(double value);

// The unit, and nothing for "1".
std::string unit_text(const std::string& unit);

}  // namespace cxsim
