// The mean outcome over two parameters at once, with the line on which its sign turns.
#pragma once

#include <string>
#include <vector>

namespace cxsim {

struct SurfaceAxis {
  std::string label, unit;  // the parameter's key and unit
  std::vector<double> at;   // ascending values at the middles of the cells
  bool log_scale = false;
  // In place of numbers; then `at`, and samples along this axis, count them from 0.
  std::vector<std::string> categories;
};

struct Surface {
  std::string title, outcome;  // the outcome, with its unit
  SurfaceAxis x, y;
  std::vector<double> mean;                // outcome, a row of x for each y; NaN where unknown
  std::vector<double> sample_x, sample_y;  // where runs were made
};

// A standalone page of SVG.
std::string surface_svg(const Surface& surface);

// A table for a terminal of `width` columns, 60 or more; of a fine grid, evenly chosen values.
std::string surface_text(const Surface& surface, int width);

// NaN outside of `mean`.
double mean_at(const Surface& surface, std::size_t column, std::size_t row);

}  // namespace cxsim
