// Least squares on a few columns that are close to orthonormal.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cxsim {

// Of two columns of one length.
inline double dot_product(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

// Coefficients of y on the rows (row-major, `columns` wide) at the given places, which may repeat.
// NaN for a column that the places do not tell apart from those before it.
std::vector<double> least_squares(std::span<const double> rows, std::size_t columns,
                                  std::span<const double> y, std::span<const std::uint32_t> places);

}  // namespace cxsim
