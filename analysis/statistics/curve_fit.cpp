#include "analysis/statistics/curve_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/statistics/least_squares.hpp"

namespace cxsim {
namespace {

using Column = std::vector<double>;

std::size_t nearest(std::span<const double> sorted, double value) {
  const auto above = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (above == sorted.begin()) return 0;
  const auto place = static_cast<std::size_t>(above - sorted.begin());
  if (above == sorted.end()) return place - 1;
  return value - sorted[place - 1] <= *above - value ? place - 1 : place;
}

// Leaving a point out multiplies its residual by 1 / (1 - leverage).
double squares_left_out(std::span<const double> residuals, std::span<const double> leverages) {
  constexpr double full = 1 - 1e-9;
  double sum = 0;
  for (std::size_t i = 0; i < residuals.size(); ++i) {
    if (leverages[i] >= full) return std::numeric_limits<double>::infinity();
    const double residual = residuals[i] / (1 - leverages[i]);
    sum += residual * residual;
  }
  return sum;
}

std::size_t most_degree(std::size_t points) { return std::min(largest_degree, points / 5); }

}  // namespace

CurveFit::CurveFit(std::span<const double> u, std::span<const double> y) : y_(y.begin(), y.end()) {
  const auto [low, high] = std::minmax_element(u.begin(), u.end());
  low_ = *low;
  high_ = *high;
  if (find_levels(u)) {
    fit_levels(u);
  } else {
    const std::vector<Column> columns = polynomials(u);
    degree_ = best_degree(columns);
    keep(std::span(columns).first(std::min(degree_ + 1 + spare_columns, columns.size())));
  }
}

bool CurveFit::find_levels(std::span<const double> u) {
  levels_.assign(u.begin(), u.end());
  std::sort(levels_.begin(), levels_.end());
  levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
  if (levels_.size() > largest_degree + 1 || u.size() < 2 * levels_.size()) levels_.clear();
  return by_level();
}

void CurveFit::fit_levels(std::span<const double> u) {
  level_norms_.assign(levels_.size(), 0);
  for (const double value : u) level_norms_[nearest(levels_, value)] += 1;
  for (double& norm : level_norms_) norm = 1 / std::sqrt(norm);
  std::vector<Column> columns(levels_.size(), Column(u.size(), 0));
  for (std::size_t i = 0; i < u.size(); ++i) {
    const std::size_t level = nearest(levels_, u[i]);
    columns[level][i] = level_norms_[level];
  }
  degree_ = levels_.size() - 1;
  keep(columns);
}

// Each is u times the last, less what lies along the last two: norm q[d] = (u - centre) q[d - 1] -
// before q[d - 2].
std::vector<std::vector<double>> CurveFit::polynomials(std::span<const double> u) {
  const std::size_t n = u.size(), degrees = most_degree(n) + spare_columns;
  const double start = 1 / std::sqrt(static_cast<double>(n));
  std::vector<Column> columns{Column(n, start)};
  recurrence_.push_back({0, start, 0});
  for (std::size_t degree = 1; degree <= degrees; ++degree) {
    const Column& last = columns.back();
    Column next(n);
    for (std::size_t i = 0; i < n; ++i) next[i] = u[i] * last[i];
    const double centre = dot_product(next, last);
    const double before = degree > 1 ? dot_product(next, columns[degree - 2]) : 0;
    for (std::size_t i = 0; i < n; ++i)
      next[i] -= centre * last[i] + (degree > 1 ? before * columns[degree - 2][i] : 0);
    const double norm = std::sqrt(dot_product(next, next));
    if (!(norm > 1e-7 * (high_ - low_))) break;  // no more different values than degrees
    for (double& value : next) value /= norm;
    columns.push_back(std::move(next));
    recurrence_.push_back({centre, norm, before});
  }
  return columns;
}

std::size_t CurveFit::best_degree(std::span<const std::vector<double>> columns) const {
  Column residuals = y_, leverages(y_.size(), 0);
  double least = std::numeric_limits<double>::infinity();
  std::size_t best = 0;
  const std::size_t end = std::min(most_degree(y_.size()) + 1, columns.size());
  for (std::size_t degree = 0; degree < end; ++degree) {
    const Column& column = columns[degree];
    const double coefficient = dot_product(column, residuals);
    for (std::size_t i = 0; i < residuals.size(); ++i) {
      residuals[i] -= coefficient * column[i];
      leverages[i] += column[i] * column[i];
    }
    const double squares = squares_left_out(residuals, leverages);
    if (squares >= least) continue;
    least = squares;
    best = degree;
  }
  return best;
}

void CurveFit::keep(std::span<const std::vector<double>> columns) {
  coefficients_.assign(columns.size(), 0);
  fitted_.assign(y_.size(), 0);
  rows_.resize(y_.size() * columns.size());
  for (std::size_t j = 0; j < columns.size(); ++j) {
    if (j <= degree_) {
      Column residuals = y_;
      for (std::size_t i = 0; i < y_.size(); ++i) residuals[i] -= fitted_[i];
      coefficients_[j] = dot_product(columns[j], residuals);
    }
    for (std::size_t i = 0; i < y_.size(); ++i) {
      fitted_[i] += coefficients_[j] * columns[j][i];
      rows_[i * columns.size() + j] = columns[j][i];
    }
  }
}

std::vector<double> CurveFit::refitted(std::span<const std::uint32_t> places) const {
  return least_squares(rows_, columns(), y_, places);
}

std::vector<double> CurveFit::columns_at(double u) const {
  std::vector<double> columns(this->columns(), 0);
  if (by_level()) {
    const std::size_t level = nearest(levels_, u);
    columns[level] = level_norms_[level];
    return columns;
  }
  const double within = std::clamp(u, low_, high_);
  columns[0] = recurrence_[0].norm;
  for (std::size_t d = 1; d < columns.size(); ++d) {
    const auto [centre, norm, before] = recurrence_[d];
    columns[d] = (within - centre) * columns[d - 1] - (d > 1 ? before * columns[d - 2] : 0);
    columns[d] /= norm;
  }
  return columns;
}

double weighted(std::span<const double> columns, std::span<const double> coefficients) {
  double sum = 0;
  for (std::size_t j = 0; j < columns.size(); ++j)
    if (columns[j] != 0) sum += columns[j] * coefficients[j];
  return sum;
}

}  // namespace cxsim
