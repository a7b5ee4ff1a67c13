// Lines on which values over a grid cross zero.
#pragma once

#include <cstddef>
#include <vector>

namespace cxsim {

// Ends in units of the grid: column and row numbers, with fractions between them.
struct ContourPiece {
  double x1, y1, x2, y2;
};

// Marching squares (Lorensen & Cline 1987 in two dimensions): straight pieces within each square of
// four neighbours, by linear interpolation along its edges; where two opposite corners are positive
// the mean of the four decides how they are joined. `values`: a row of `columns` values for each
// row. Squares with a NaN have none.
std::vector<ContourPiece> zero_contour(const std::vector<double>& values, std::size_t columns);

}  // namespace cxsim
