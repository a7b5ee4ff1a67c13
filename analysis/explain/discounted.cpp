#include "analysis/explain/discounted.hpp"

#include <algorithm>

#include "analysis/report/money.hpp"

namespace cxsim {

double discounted_sum(const MonthlyResults& results, const std::string& measure,
                      const RunWindow& window) {
  double sum = 0;
  for (std::size_t m = std::max(window.from, decision_month(results.facts())); m < window.to; ++m)
    sum += sum_of(results, measure, {window.arm, window.replication, m, m + 1}) *
           discount_factor(m, results.facts());
  return sum;
}

}  // namespace cxsim
