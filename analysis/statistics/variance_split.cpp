#include "analysis/statistics/variance_split.hpp"

#include <algorithm>
#include <vector>

namespace cxsim {
namespace {

// The rows of points without a NaN, less their overall mean.
std::vector<double> known_rows(std::span<const double> values, std::size_t width) {
  std::vector<double> rows;
  for (std::size_t from = 0; from + width <= values.size(); from += width) {
    const auto row = values.subspan(from, width);
    if (std::none_of(row.begin(), row.end(), [](double value) { return std::isnan(value); }))
      rows.insert(rows.end(), row.begin(), row.end());
  }
  if (rows.empty()) return rows;
  // First less one of them, so that a constant is exactly 0.
  const double origin = rows.front();
  double sum = 0;
  for (double& value : rows) sum += value -= origin;
  for (double& value : rows) value -= sum / static_cast<double>(rows.size());
  return rows;
}

struct MeanSquares {
  double points, replications, rest;
};

MeanSquares mean_squares(std::span<const double> rows, std::size_t width) {
  const std::size_t height = rows.size() / width;
  const auto r = static_cast<double>(width), p = static_cast<double>(height);
  std::vector<double> of_point(height, 0), of_replication(width, 0);
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    of_point[cell / width] += rows[cell] / r;
    of_replication[cell % width] += rows[cell] / p;
  }
  MeanSquares squares{0, 0, 0};
  for (const double mean : of_point) squares.points += mean * mean;
  for (const double mean : of_replication) squares.replications += mean * mean;
  for (std::size_t cell = 0; cell < rows.size(); ++cell) {
    const double rest = rows[cell] - of_point[cell / width] - of_replication[cell % width];
    squares.rest += rest * rest;
  }
  return {squares.points * r / (p - 1), squares.replications * p / (r - 1),
          squares.rest / ((p - 1) * (r - 1))};
}

VariancePart part_of(double variance) { return {std::max(variance, 0.0), not_known, variance < 0}; }

void share_out(VarianceSplit& split) {
  const double all = split.parameters.variance + split.luck.variance + split.together.variance;
  if (!(all > 0)) return;
  for (VariancePart* part : {&split.parameters, &split.luck, &split.together})
    part->share = part->variance / all;
}

}  // namespace

VarianceSplit variance_split(std::span<const double> values, std::size_t replications) {
  VarianceSplit split;
  if (replications == 0) return split;
  const std::vector<double> rows = known_rows(values, replications);
  split.points = rows.size() / replications;
  if (split.points < 2 || replications < 2) return split;
  const MeanSquares squares = mean_squares(rows, replications);
  split.parameters = part_of((squares.points - squares.rest) / static_cast<double>(replications));
  split.luck = part_of((squares.replications - squares.rest) / static_cast<double>(split.points));
  split.together = part_of(squares.rest);
  share_out(split);
  return split;
}

}  // namespace cxsim
