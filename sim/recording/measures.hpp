// The table of measures: every dataset that results hold by month, one row each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recording/measure_axes.hpp"

namespace cxsim {

// Units of money in the table; a file names the scenario's own currency instead.
inline constexpr std::string_view currency_unit = "currency";

struct Measure {
  std::string_view name;
  Axis axis;
  NumberType type;
  std::string_view units;
  std::string_view long_name;  // with the formula in plain words
  double (*value)(const Tally& month, Cell cell);
};

std::span<const Measure> measures();

// Null if there is none of that name.
const Measure* find_measure(std::string_view name);

// All its dimensions, outermost first.
std::vector<std::string> dimensions_of(const Measure& measure);

// Row-major: month, then the dimensions along the measure's axis.
std::vector<double> values_of(const Measure& measure, std::span<const Tally> months,
                              const TallyShape& shape);

}  // namespace cxsim
