#include "analysis/statistics/proportion.hpp"

#include <boost/math/distributions/beta.hpp>

namespace cxsim {

Proportion proportion(std::size_t count, std::size_t of) {
  Proportion p{count, of, {}};
  if (of == 0) return p;
  using boost::math::beta_distribution;
  using boost::math::quantile;
  const auto k = static_cast<double>(count);
  const auto n = static_cast<double>(of);
  const double tail = (1 - confidence_level) / 2;
  p.interval.low = count == 0 ? 0 : quantile(beta_distribution<>(k, n - k + 1), tail);
  p.interval.high = count == of ? 1 : quantile(beta_distribution<>(k + 1, n - k), 1 - tail);
  return p;
}

}  // namespace cxsim
