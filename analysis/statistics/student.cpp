#include "analysis/statistics/student.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace cxsim {
namespace {

// Half the width of the interval, in standard deviations of one value.
double reach(std::size_t count) {
  const auto n = static_cast<double>(count);
  const boost::math::students_t student(n - 1);
  return boost::math::quantile(student, (1 + confidence_level) / 2) / std::sqrt(n);
}

}  // namespace

Interval t_interval(double mean, double sd, std::size_t count) {
  if (count < 2) return {};
  const double half = reach(count) * sd;
  return {mean - half, mean + half};
}

std::optional<std::size_t> count_to_halve(std::size_t count) {
  if (count < 2) return {};
  const double wanted = reach(count) / 2;
  // Four times as many always suffice: the quantile falls as the degrees of freedom grow.
  std::size_t too_few = count, enough = 4 * count;
  while (enough - too_few > 1) {
    const std::size_t middle = too_few + (enough - too_few) / 2;
    (reach(middle) <= wanted ? enough : too_few) = middle;
  }
  return enough;
}

}  // namespace cxsim
