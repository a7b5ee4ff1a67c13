// Care under several interventions: each has its own cost, and nobody resents what nobody gets.
#include <gtest/gtest.h>

#include "support/arms.hpp"

namespace cxsim {
namespace {

Intervention care_for(ValueTier tier, float cost) {
  Intervention one = bare(kinds::care, "care", 1);
  set(one, "cost", cost);
  one.scope.value_tiers.add(ValueTierId(static_cast<std::size_t>(tier)));
  return one;
}

double care_cost(const RunResult& run) { return sum_of(run, SegmentSum::care_cost); }

double equity(const RunResult& run) {
  return sum_of(run.months.back(), SegmentSum::preference_equity);
}

TEST(CareOfSeveral, CostsEachItsOwn) {
  const World w = ready(busy_world());
  const double top = care_cost(run_under(w, {care_for(ValueTier::top, 1)}));
  const double bottom = care_cost(run_under(w, {care_for(ValueTier::bottom, 9)}));
  const double both =
      care_cost(run_under(w, {care_for(ValueTier::top, 1), care_for(ValueTier::bottom, 9)}));
  EXPECT_GT(top, 0);
  EXPECT_NEAR(both / (top + bottom), 1, .15) << "but for whom it keeps";
  EXPECT_EQ(both,
            care_cost(run_under(w, {care_for(ValueTier::bottom, 9), care_for(ValueTier::top, 1)})));
}

TEST(CareOfSeveral, CostsInProportionToHowMuchThereIs) {
  const World w = ready(busy_world());
  Intervention half = care_for(ValueTier::top, 2);
  half.timing.strength = .5f;
  const double whole = care_cost(run_under(w, {care_for(ValueTier::top, 2)}));
  // Half of the way to care 1 and half of the way from the firm's own cost of 2 to 2.
  EXPECT_NEAR(care_cost(run_under(w, {half})) / whole, .5, .05);
}

TEST(CareOfSeveral, IsNotResentedWhereNobodyGetsIt) {
  World without_thanks = busy_world();
  without_thanks.customer.care.equity_gain = 0;
  const World w = ready(without_thanks);
  const double before = equity(run_under(w, {}));
  Intervention nobody = bare(kinds::care, "care", 1), elsewhere = nobody;
  nobody.scope.share = 0;
  elsewhere.scope.touchpoints.add(use);
  elsewhere.scope.share = .5f;
  EXPECT_EQ(equity(run_under(w, {nobody})), before);
  EXPECT_EQ(equity(run_under(w, {elsewhere})), before) << "nobody works at that touchpoint";
  Intervention others = bare(kinds::care, "care", 1);
  others.scope.value_tiers.add(ValueTierId(static_cast<std::size_t>(ValueTier::bottom)));
  EXPECT_LT(equity(run_under(w, {others})), before);
}

}  // namespace
}  // namespace cxsim
