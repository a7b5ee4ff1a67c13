// The mean of an outcome along one parameter, by least squares on a few columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cxsim {

inline constexpr std::size_t largest_degree = 12;
inline constexpr std::size_t fewest_points = 10;  // below it nothing is said of a curve
// A chosen degree is rather too low, which no resampling at that degree shows: refits have two
// more.
inline constexpr std::size_t spare_columns = 2;

// Where the parameter takes at most 13 values, each twice or more on average, a column is a value
// and the fit is the mean at each. Elsewhere columns are polynomials orthonormal on the points
// themselves (Forsythe 1957), of the degree, at most 12 and a fifth of the points, that predicts a
// point left out best (the sum of squares of Allen 1974).
//
// Polynomials rather than cosines: on eleven curves with noise, 100 and 1,000 points, both find the
// share of variance explained equally well. At 1,000 points, half of the variance explained, the
// mean squared error of the curve is 1.5 to 3.4 times smaller for a line, a parabola, an
// exponential, 1/(u + .1) and one wave, and 1.2 to 1.7 times larger for two waves, an S-curve, a
// kink in the middle and a step.
class CurveFit {
 public:
  // u is the parameter, on any scale that spreads its values evenly; y the outcome. At least
  // fewest_points of them, as many of both, no NaN.
  CurveFit(std::span<const double> u, std::span<const double> y);

  bool by_level() const { return !levels_.empty(); }
  std::size_t degree() const { return degree_; }              // levels less one
  std::span<const double> fitted() const { return fitted_; }  // at each point

  // With the spare ones, whose coefficients are 0 here and not in a refit.
  std::size_t columns() const { return coefficients_.size(); }
  std::span<const double> coefficients() const { return coefficients_; }

  // Of least squares on a resample of the points. NaN where it does not hold what they rest on.
  std::vector<double> refitted(std::span<const std::uint32_t> places) const;

  // The columns at u, which is taken to the nearest level or into the range of the points.
  std::vector<double> columns_at(double u) const;
  // Columns of a point that was fitted.
  std::span<const double> columns_of(std::size_t point) const {
    return std::span(rows_).subspan(point * columns(), columns());
  }

 private:
  struct Recurrence {
    double centre, norm, before;
  };

  bool find_levels(std::span<const double> u);
  void fit_levels(std::span<const double> u);
  std::vector<std::vector<double>> polynomials(std::span<const double> u);
  std::size_t best_degree(std::span<const std::vector<double>> columns) const;
  void keep(std::span<const std::vector<double>> columns);

  std::vector<double> y_, fitted_, coefficients_, rows_;
  std::vector<double> levels_, level_norms_;
  std::vector<Recurrence> recurrence_;
  std::size_t degree_ = 0;
  double low_ = 0, high_ = 0;
};

// What a fit says with these columns: their sum weighted by coefficients. A column that is 0 counts
// for nothing even where its coefficient is NaN.
double weighted(std::span<const double> columns, std::span<const double> coefficients);

}  // namespace cxsim
