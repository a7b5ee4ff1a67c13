// The steps of the customer base: who looks elsewhere, who leaves, and how many there are.
#include <cmath>

#include "analysis/explain/mix.hpp"
#include "analysis/explain/path.hpp"

namespace cxsim {
namespace {

// Looks a customer and month, and leaving a look.
Factors churn_factors(const MonthlyResults& results, const RunWindow& window) {
  const double customers = sum_of(results, "active_customers", window);
  const double looked = sum_of(results, "looked", window);
  return {looked / customers, looked > 0 ? sum_of(results, "churned", window) / looked : not_known};
}

double churn_of(const Factors& factors) {
  return factors.first > 0 ? factors.first * factors.second : factors.first;
}

double customers_at_end(const MonthlyResults& results, const RunWindow& window) {
  return sum_of(results, "active_customers",
                {window.arm, window.replication, window.to - 1, window.to});
}

constexpr Format per_cent{3, true};

}  // namespace

Step looking_step(const PairedRuns& runs) {
  return step_of(
      {"looking", "looking elsewhere", "%", per_cent}, months_of_effect(runs.results),
      Pieces::levels, runs, [](const TwoRuns& two) {
        const Factors against = churn_factors(two.results, two.against);
        const Factors arm = churn_factors(two.results, two.arm);
        return std::vector<Piece>{
            level_piece("look", "look elsewhere in a month", against.first, arm.first),
            level_piece("leave", "of those who look, leave", against.second, arm.second)};
      });
}

Step churn_step(const PairedRuns& runs) {
  return step_of({"churn", "churn", "% a month", per_cent}, months_of_effect(runs.results),
                 Pieces::sum, runs, [](const TwoRuns& two) {
                   const Factors against = churn_factors(two.results, two.against);
                   const Factors arm = churn_factors(two.results, two.arm);
                   const Factors change = split_product(against, arm);
                   return std::vector<Piece>{
                       level_piece("total", "churn", churn_of(against), churn_of(arm)),
                       {"look", "how many look elsewhere", change.first},
                       {"leave", "how many of them leave", change.second}};
                 });
}

// Both arms began with the same customers, so that the rest is who came and who went.
Step customer_step(const PairedRuns& runs) {
  return step_of({"customers", "customers at the end", "people", {0}},
                 months_of_effect(runs.results), Pieces::sum, runs, [](const TwoRuns& two) {
                   const auto count = [&](const char* measure, const RunWindow& window) {
                     return sum_of(two.results, measure, window);
                   };
                   return std::vector<Piece>{
                       level_piece("total", "customers", customers_at_end(two.results, two.against),
                                   customers_at_end(two.results, two.arm)),
                       level_piece("acquired", "acquired", count("acquired", two.against),
                                   count("acquired", two.arm)),
                       level_piece("churned", "left", -count("churned", two.against),
                                   -count("churned", two.arm))};
                 });
}

}  // namespace cxsim
