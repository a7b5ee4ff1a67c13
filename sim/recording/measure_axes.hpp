// What a measure is counted by, and the dimensions of the result file that stand for it.
#pragma once

#include <string>
#include <vector>

#include "engine/tally.hpp"
#include "recording/netcdf_types.hpp"

namespace cxsim {

enum class Axis : unsigned char {
  segment,
  touchpoint,
  journey,
  department,
  company,                 // the month only
  touchpoint_by_upstream,  // and the touchpoint it follows from
  touchpoint_by_cause,     // and the root cause it follows from
  root_cause,
  stars,
  count
};

// One value of a month: its place along the first and the second dimension of the axis.
struct Cell {
  std::size_t row = 0, column = 0;
};

// The dimensions after arm, replication and month; none for the company.
std::vector<std::string> dimensions_along(Axis axis);

// Their lengths. Upstream dimensions begin with "none".
Extents lengths_along(Axis axis, const TallyShape& shape);

// Every cell of the axis, in the order in which they are written.
std::vector<Cell> cells_along(Axis axis, const TallyShape& shape);

}  // namespace cxsim
