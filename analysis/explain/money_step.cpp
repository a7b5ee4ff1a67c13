// The last step: the difference in NPV, as the sum of everything that was paid.
#include <array>

#include "analysis/explain/discounted.hpp"
#include "analysis/explain/mix.hpp"
#include "analysis/explain/path.hpp"
#include "analysis/report/money.hpp"

namespace cxsim {
namespace {

struct Cost {
  const char *measure, *title;
};

constexpr std::array costs{
    Cost{"cost_of_goods", "cost of goods"},
    Cost{"contact_cost", "contacts"},
    Cost{"recovery_cost", "recoveries"},
    Cost{"care_cost", "care"},
    Cost{"acquisition_cost", "acquisition"},
    Cost{"programme_cost", "programme of the maturity stage"},
    Cost{"benefit_cost", "loyalty benefits"},
    Cost{"advertising_cost", "advertising"},
    Cost{"intervention_cost", "interventions"},
};

RunWindow only(const RunWindow& window, std::size_t month) {
  return {window.arm, window.replication, month, month + 1};
}

// Customers and what each of them pays in a month.
Factors payments(const MonthlyResults& results, const RunWindow& month) {
  const double customers = sum_of(results, "active_customers", month);
  return {customers, customers > 0 ? sum_of(results, "revenue", month) / customers : not_known};
}

// Revenue is the product of the two in every month, unless nobody is left at its end.
Factors discounted_revenue_change(const TwoRuns& two) {
  Factors sum{0, 0};
  for (std::size_t month = two.arm.from; month < two.arm.to; ++month) {
    const RunWindow against = only(two.against, month), arm = only(two.arm, month);
    const Factors change =
        split_product(payments(two.results, against), payments(two.results, arm));
    const double all =
        sum_of(two.results, "revenue", arm) - sum_of(two.results, "revenue", against);
    const double worth = discount_factor(month, two.results.facts());
    sum.first += (all - change.second) * worth;
    sum.second += change.second * worth;
  }
  return sum;
}

std::vector<Piece> pieces_of(const TwoRuns& two, const std::string& currency) {
  const MonthlyResults& results = two.results;
  const Factors revenue = discounted_revenue_change(two);
  std::vector<Piece> pieces{
      level_piece("total", "NPV", net_present_value(results, two.against),
                  net_present_value(results, two.arm)),
      {"revenue_customers", "revenue: number of customers", revenue.first},
      {"revenue_each", "revenue: " + currency + " each pays", revenue.second}};
  for (const Cost& cost : costs)
    pieces.push_back(level_piece(cost.measure, cost.title,
                                 -discounted_sum(results, cost.measure, two.against),
                                 -discounted_sum(results, cost.measure, two.arm)));
  return pieces;
}

}  // namespace

Step money_step(const PairedRuns& runs) {
  const std::string& currency = runs.results.facts().currency;
  return step_of({"money", "NPV", currency + " at the decision", {0}},
                 months_of_effect(runs.results), Pieces::sum, runs,
                 [&](const TwoRuns& two) { return pieces_of(two, currency); });
}

}  // namespace cxsim
