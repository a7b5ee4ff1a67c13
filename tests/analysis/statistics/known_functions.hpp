// Functions whose Sobol' indices are known in closed form, and intervals that should cover them.
#pragma once

#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <span>
#include <vector>

#include "analysis/statistics/interval.hpp"
#include "experiments/design.hpp"

namespace cxsim {

struct KnownFunction {
  std::size_t parameters;
  std::function<double(std::span<const double>)> at;  // over the unit cube
  std::vector<double> first, total;

  std::vector<double> over(const UnitDesign& design) const {
    std::vector<double> values;
    for (std::size_t point = 0; point < design.points(); ++point)
      values.push_back(at(design.point(point)));
    return values;
  }
};

// Ishigami & Homma 1990, a = 7, b = .1. The third parameter acts through the first alone.
inline KnownFunction ishigami() {
  const auto at = [](std::span<const double> u) {
    const auto angle = [&](std::size_t j) { return std::numbers::pi * (2 * u[j] - 1); };
    return std::sin(angle(0)) + 7 * std::pow(std::sin(angle(1)), 2) +
           .1 * std::pow(angle(2), 4) * std::sin(angle(0));
  };
  const double pi4 = std::pow(std::numbers::pi, 4), b = .1;
  const double first = std::pow(1 + b * pi4 / 5, 2) / 2, second = 49.0 / 8;
  const double together = b * b * pi4 * pi4 * 8 / 225, all = first + second + together;
  return {3,
          at,
          {first / all, second / all, 0},
          {(first + together) / all, second / all, together / all}};
}

// Sobol' 1993: a product of |4u - 2|, each the weaker the larger its a.
inline KnownFunction sobol_g() {
  static constexpr std::array<double, 8> a{0, 1, 4.5, 9, 99, 99, 99, 99};
  const auto at = [](std::span<const double> u) {
    double product = 1;
    for (std::size_t j = 0; j < a.size(); ++j)
      product *= (std::fabs(4 * u[j] - 2) + a[j]) / (1 + a[j]);
    return product;
  };
  KnownFunction g{a.size(), at, {}, {}};
  const auto alone = [](double weight) { return 1 / (3 * (1 + weight) * (1 + weight)); };
  double all = 1;
  for (const double weight : a) all *= 1 + alone(weight);
  for (const double weight : a) {
    g.first.push_back(alone(weight) / (all - 1));
    g.total.push_back(alone(weight) * all / (1 + alone(weight)) / (all - 1));
  }
  return g;
}

inline bool covers(const Interval& interval, double truth) {
  return interval.low <= truth && truth <= interval.high;
}

}  // namespace cxsim
