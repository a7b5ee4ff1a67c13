#include "analysis/statistics/survival.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <map>

namespace cxsim {
namespace {

struct Ends {
  std::int64_t ended = 0, last_seen = 0;
};

Interval on_log_log_scale(double survival, double greenwood) {
  if (survival <= 0 || survival >= 1) return {};
  static const double reach =
      boost::math::quantile(boost::math::normal(), (1 + confidence_level) / 2);
  const double log_survival = std::log(survival);
  const double spread = std::exp(reach * std::sqrt(greenwood) / std::fabs(log_survival));
  return {std::exp(log_survival * spread), std::exp(log_survival / spread)};
}

}  // namespace

std::vector<SurvivalStep> kaplan_meier(std::span<const Lifetime> lives) {
  std::map<std::int32_t, Ends> by_age;
  for (const Lifetime& life : lives) {
    Ends& ends = by_age[life.age];
    ++(life.ended ? ends.ended : ends.last_seen);
  }
  std::vector<SurvivalStep> steps;
  auto at_risk = static_cast<std::int64_t>(lives.size());
  double survival = 1, greenwood = 0;
  for (const auto& [age, ends] : by_age) {
    if (ends.ended > 0) {
      const auto n = static_cast<double>(at_risk), d = static_cast<double>(ends.ended);
      survival *= 1 - d / n;
      if (d < n) greenwood += d / (n * (n - d));
      steps.push_back({age, at_risk, ends.ended, survival, on_log_log_scale(survival, greenwood)});
    }
    at_risk -= ends.ended + ends.last_seen;
  }
  return steps;
}

SurvivalAt survival_at(std::span<const SurvivalStep> steps, std::int32_t age) {
  const auto later = [](std::int32_t a, const SurvivalStep& step) { return a < step.age; };
  const auto next = std::upper_bound(steps.begin(), steps.end(), age, later);
  if (next == steps.begin()) return {};
  return {std::prev(next)->survival, std::prev(next)->interval};
}

}  // namespace cxsim
