#include <algorithm>
#include <limits>
#include <utility>

#include "analysis/statistics/curve_fit.hpp"
#include "analysis/statistics/given_data.hpp"
#include "analysis/statistics/least_squares.hpp"

namespace cxsim {
namespace {

using Column = std::vector<double>;

constexpr std::size_t largest_degree_of_each = 4;

// The points without a NaN, parameter by parameter.
struct KnownRows {
  std::vector<Column> u;
  Column y;
};

KnownRows known_rows(std::span<const double> rows, std::size_t parameters,
                     std::span<const double> y) {
  KnownRows known{std::vector<Column>(parameters), {}};
  for (std::size_t i = 0; i < y.size(); ++i) {
    const auto row = rows.subspan(i * parameters, parameters);
    if (std::isnan(y[i]) ||
        std::any_of(row.begin(), row.end(), [](double u) { return std::isnan(u); }))
      continue;
    for (std::size_t j = 0; j < parameters; ++j) known.u[j].push_back(row[j]);
    known.y.push_back(y[i]);
  }
  return known;
}

// What the sum of all conditional means leaves of the outcome.
Column without_conditional_means(const KnownRows& known) {
  Column left = known.y;
  double mean = 0;
  for (const double value : left) mean += value / static_cast<double>(left.size());
  for (const Column& u : known.u) {
    const CurveFit fit(u, known.y);
    for (std::size_t i = 0; i < left.size(); ++i) left[i] -= fit.fitted()[i] - mean;
  }
  for (double& value : left) value -= mean;
  return left;
}

// Legendre polynomials over [0, 1] by degree, from 0.
std::vector<Column> legendre(std::span<const double> u) {
  std::vector<Column> columns(largest_degree_of_each + 1, Column(u.size(), 1));
  for (std::size_t i = 0; i < u.size(); ++i) {
    const double x = 2 * u[i] - 1;
    columns[1][i] = x;
    for (std::size_t d = 2; d <= largest_degree_of_each; ++d) {
      const auto degree = static_cast<double>(d);
      columns[d][i] =
          ((2 * degree - 1) * x * columns[d - 1][i] - (degree - 1) * columns[d - 2][i]) / degree;
    }
  }
  return columns;
}

// A fit that grows column by column, each made orthogonal to those before it.
class GrowingFit {
 public:
  explicit GrowingFit(Column y) : residuals_(std::move(y)), leverages_(residuals_.size(), 0) {}

  void add(Column column) {
    const double length = std::sqrt(dot_product(column, column));
    for (int twice = 0; twice < 2; ++twice)
      for (const Column& before : columns_) {
        const double along = dot_product(column, before);
        for (std::size_t i = 0; i < column.size(); ++i) column[i] -= along * before[i];
      }
    const double norm = std::sqrt(dot_product(column, column));
    if (!(norm > 1e-7 * length)) return;  // few values: no more columns than they tell apart
    for (double& value : column) value /= norm;
    const double coefficient = dot_product(column, residuals_);
    for (std::size_t i = 0; i < column.size(); ++i) {
      residuals_[i] -= coefficient * column[i];
      leverages_[i] += column[i] * column[i];
    }
    columns_.push_back(std::move(column));
  }

  std::size_t columns() const { return columns_.size(); }
  double squares() const { return dot_product(residuals_, residuals_); }
  double mean_square() const {
    return squares() / static_cast<double>(residuals_.size() - columns());
  }
  double squares_left_out() const {
    double sum = 0;
    for (std::size_t i = 0; i < residuals_.size(); ++i) {
      if (leverages_[i] > 1 - 1e-9) return std::numeric_limits<double>::infinity();
      sum += std::pow(residuals_[i] / (1 - leverages_[i]), 2);
    }
    return sum;
  }

 private:
  std::vector<Column> columns_;
  Column residuals_, leverages_;
};

// Variance of `left` that products of the two parameters' polynomials explain beyond what the
// polynomials of one alone do: by chance they overlap a little in any sample.
double explained_together(const std::vector<Column>& a, const std::vector<Column>& b,
                          const Column& left) {
  GrowingFit fit(left);
  for (std::size_t d = 0; d <= largest_degree_of_each; ++d) {
    fit.add(a[d]);
    if (d > 0) fit.add(b[d]);
  }
  const double alone = fit.mean_square();
  double least = fit.squares_left_out(), explained = 0;
  for (std::size_t degree = 1; degree <= largest_degree_of_each; ++degree) {
    if (fit.columns() + 2 * degree - 1 > left.size() / 3) break;
    for (std::size_t d = 1; d <= degree; ++d) {
      const auto add_product = [&](std::size_t da, std::size_t db) {
        Column column = a[da];
        for (std::size_t i = 0; i < column.size(); ++i) column[i] *= b[db][i];
        fit.add(std::move(column));
      };
      add_product(degree, d);
      if (d < degree) add_product(d, degree);
    }
    const double squares = fit.squares_left_out();
    if (squares >= least) continue;
    least = squares;
    explained = alone - fit.mean_square();
  }
  return std::max(explained, 0.0);
}

double variance_of(const Column& y) {
  double mean = 0, squares = 0;
  for (const double value : y) mean += value / static_cast<double>(y.size());
  for (const double value : y) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(y.size() - 1);
}

}  // namespace

std::vector<double> given_data_interactions(std::span<const double> rows, std::size_t parameters,
                                            std::span<const double> y) {
  std::vector<double> matrix(parameters * parameters, not_known);
  const KnownRows known = known_rows(rows, parameters, y);
  if (known.y.size() < fewest_points) return matrix;
  const auto [least, most] = std::minmax_element(known.y.begin(), known.y.end());
  if (*least == *most) return matrix;
  const Column left = without_conditional_means(known);
  const double variance = variance_of(known.y);
  std::vector<std::vector<Column>> polynomials;
  for (const Column& u : known.u) polynomials.push_back(legendre(u));
  for (std::size_t i = 0; i < parameters; ++i)
    for (std::size_t j = 0; j < i; ++j)
      matrix[i * parameters + j] = matrix[j * parameters + i] =
          std::min(explained_together(polynomials[i], polynomials[j], left) / variance, 1.0);
  return matrix;
}

}  // namespace cxsim
