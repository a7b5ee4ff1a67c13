#include "analysis/statistics/least_squares.hpp"

#include <cmath>

#include "analysis/statistics/interval.hpp"

namespace cxsim {
namespace {

// Lower triangle of a symmetric matrix, row by row, and the right-hand side.
struct NormalEquations {
  std::size_t size;
  std::vector<double> matrix, right;

  double& at(std::size_t row, std::size_t column) { return matrix[row * size + column]; }
};

NormalEquations normal_equations(std::span<const double> rows, std::size_t columns,
                                 std::span<const double> y, std::span<const std::uint32_t> places) {
  NormalEquations equations{columns, std::vector<double>(columns * columns, 0),
                            std::vector<double>(columns, 0)};
  for (const std::uint32_t place : places) {
    const double* row = &rows[place * columns];
    for (std::size_t i = 0; i < columns; ++i) {
      equations.right[i] += row[i] * y[place];
      for (std::size_t j = 0; j <= i; ++j) equations.at(i, j) += row[i] * row[j];
    }
  }
  return equations;
}

// Square-root-free Cholesky in place: unit lower triangle and diagonal. A NaN on the diagonal
// reaches only the columns that overlap with it.
void factor(NormalEquations& equations) {
  constexpr double smallest = 1e-9;  // beside the column's own length
  for (std::size_t i = 0; i < equations.size; ++i) {
    const double length = equations.at(i, i);
    for (std::size_t j = 0; j < i; ++j) {
      double& entry = equations.at(i, j);
      for (std::size_t k = 0; k < j; ++k)
        if (equations.at(i, k) != 0 && equations.at(j, k) != 0)
          entry -= equations.at(i, k) * equations.at(k, k) * equations.at(j, k);
      if (entry == 0) continue;
      entry /= equations.at(j, j);
      equations.at(i, i) -= entry * entry * equations.at(j, j);
    }
    if (!(equations.at(i, i) > smallest * length)) equations.at(i, i) = not_known;
  }
}

}  // namespace

std::vector<double> least_squares(std::span<const double> rows, std::size_t columns,
                                  std::span<const double> y,
                                  std::span<const std::uint32_t> places) {
  NormalEquations equations = normal_equations(rows, columns, y, places);
  factor(equations);
  std::vector<double> solution = equations.right;
  for (std::size_t i = 0; i < columns; ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (equations.at(i, j) != 0) solution[i] -= equations.at(i, j) * solution[j];
  for (std::size_t i = 0; i < columns; ++i) solution[i] /= equations.at(i, i);
  for (std::size_t i = columns; i-- > 0;)
    for (std::size_t j = i + 1; j < columns; ++j)
      if (equations.at(j, i) != 0) solution[i] -= equations.at(j, i) * solution[j];
  return solution;
}

}  // namespace cxsim
