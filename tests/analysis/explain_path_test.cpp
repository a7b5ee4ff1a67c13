#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/explain/path.hpp"
#include "analysis/report/money.hpp"
#include "explained_run.hpp"
#include "report/sample_results.hpp"

namespace cxsim {
namespace {

double sum_of_terms(const Step& step) {
  double sum = 0;
  for (const Term& term : step.terms) sum += term.change.spread.mean;
  return sum;
}

const Term& term(const Step& step, std::string_view name) {
  for (const Term& one : step.terms)
    if (one.name == name) return one;
  ADD_FAILURE() << "no term " << name;
  return step.terms.front();
}

// Of whole customers and of money the identity is exact; of stored means it is to their rounding.
void expect_additive(const Step& step, double tolerance) {
  ASSERT_TRUE(step.total) << step.heading.name;
  for (std::size_t pair = 0; pair < step.total->changes.size(); ++pair) {
    double sum = 0;
    for (const Term& one : step.terms) sum += one.changes[pair];
    EXPECT_NEAR(sum, step.total->changes[pair], tolerance) << step.heading.name << ", " << pair;
  }
}

TEST(Path, AddsUpAtEveryStepOfARealRun) {
  const MemorySource source = explained_run().source();
  const MonthlyResults results(source);
  for (const std::size_t arm : {1u, 2u, 3u})
    for (const Step& step : path_of(results, arm, 0)) {
      if (!step.total) continue;
      EXPECT_EQ(step.total->changes.size(), 3u) << step.heading.name;
      expect_additive(step, step.heading.name == "money" ? 1e-4 : 2e-6);
    }
}

TEST(Path, ChangesSomethingInARealRun) {
  const MemorySource source = explained_run().source();
  const MonthlyResults results(source);
  for (const Step& step : path_of(results, 3, 0))
    EXPECT_FALSE(is_same(step.total ? *step.total : step.terms.front())) << step.heading.name;
}

TEST(Path, IsTheSameWithNothingAgainstItself) {
  const MemorySource source = explained_run().source();
  const MonthlyResults results(source);
  for (const Step& step : path_of(results, 1, 1))
    for (const Term& one : step.terms) EXPECT_TRUE(is_same(one)) << one.title;
}

// Two arms that differ from the third month on, in which the second one acts.
SampleResults hand_made() {
  SampleResults source({{"baseline", "", -1}, {"arm", "", 60}}, 2, 4);
  source.set("profit", [](const RunWindow&, std::size_t) { return 1.0; });
  return source;
}

bool acts(const RunWindow& month) { return month.arm == 1 && month.from >= 2; }

TEST(CustomerStep, IsWhoCameLessWhoWent) {
  SampleResults source = hand_made();
  source.set("acquired",
             [](const RunWindow& m, std::size_t s) { return s == 0 ? 5.0 + acts(m) : 0; });
  source.set("churned",
             [](const RunWindow& m, std::size_t s) { return s == 0 ? 4.0 - 2 * acts(m) : 0; });
  source.set("active_customers", [](const RunWindow& m, std::size_t s) {
    const double months = static_cast<double>(m.from) + 1;
    return s == 0 ? 100 + months + (acts(m) ? 3.0 * (months - 2) : 0) : 0;
  });
  const MonthlyResults results(source);
  const Step step = customer_step(paired_runs(results, 1, 0));
  EXPECT_EQ(step.months.from, 2u);
  EXPECT_DOUBLE_EQ(step.total->change.spread.mean, 6);
  EXPECT_DOUBLE_EQ(term(step, "acquired").change.spread.mean, 2);
  EXPECT_DOUBLE_EQ(term(step, "churned").change.spread.mean, 4) << "fewer left";
  expect_additive(step, 0);
}

TEST(ChurnStep, TellsFewerWhoLookFromFewerWhoLeave) {
  SampleResults source = hand_made();
  source.set("active_customers", [](const RunWindow&, std::size_t) { return 50.0; });
  source.set("looked", [](const RunWindow& m, std::size_t) { return acts(m) ? 5.0 : 10.0; });
  source.set("churned", [](const RunWindow& m, std::size_t) { return acts(m) ? 2.0 : 2.0; });
  const MonthlyResults results(source);
  const Step step = churn_step(paired_runs(results, 1, 0));
  EXPECT_NEAR(step.total->change.spread.mean, 0, 1e-12);
  EXPECT_NEAR(term(step, "look").change.spread.mean, -.1 * .3, 1e-12);
  EXPECT_NEAR(term(step, "leave").change.spread.mean, .2 * .15, 1e-12);
}

TEST(ChurnStep, KnowsThatNobodyLeavesWhereNobodyLooks) {
  SampleResults source = hand_made();
  source.set("active_customers", [](const RunWindow&, std::size_t) { return 50.0; });
  source.set("looked", [](const RunWindow& m, std::size_t) { return acts(m) ? 0.0 : 10.0; });
  source.set("churned", [](const RunWindow& m, std::size_t) { return acts(m) ? 0.0 : 2.0; });
  const MonthlyResults results(source);
  const Step step = churn_step(paired_runs(results, 1, 0));
  EXPECT_NEAR(step.total->change.spread.mean, -.04, 1e-12);
  EXPECT_NEAR(term(step, "look").change.spread.mean, -.04, 1e-12);
}

TEST(PreferenceStep, TakesTheRivalsOff) {
  SampleResults source = hand_made();
  source.set("active_customers",
             [](const RunWindow&, std::size_t s) { return s == 0 ? 30.0 : 10; });
  source.set("preference_quality", [](const RunWindow& m, std::size_t) { return .1 * acts(m); });
  source.set("preference_rivals",
             [](const RunWindow& m, std::size_t s) { return acts(m) && s == 0 ? .2 : 0.0; });
  source.set("effective_net_preference", [](const RunWindow& m, std::size_t s) {
    return acts(m) ? .1 - (s == 0 ? .2 : 0) : 0;
  });
  const MonthlyResults results(source);
  const Step step = preference_step(paired_runs(results, 1, 0));
  EXPECT_NEAR(term(step, "quality").change.spread.mean, .1, 1e-12);
  EXPECT_NEAR(term(step, "rivals").change.spread.mean, -.15, 1e-12);
  expect_additive(step, 1e-12);
}

TEST(MoneyStep, SplitsRevenueAndTakesEveryCostAtItsWorth) {
  SampleResults source = hand_made();
  source.set("active_customers",
             [](const RunWindow& m, std::size_t s) { return s == 0 ? (acts(m) ? 12.0 : 10) : 0; });
  source.set("revenue",
             [](const RunWindow& m, std::size_t s) { return s == 0 ? (acts(m) ? 36.0 : 20) : 0; });
  source.set("intervention_cost",
             [](const RunWindow& m, std::size_t) { return acts(m) && m.from == 3 ? 7.0 : 0; });
  source.set("profit", [](const RunWindow& m, std::size_t) {
    return acts(m) ? 36.0 - (m.from == 3 ? 7 : 0) : 20;
  });
  const MonthlyResults results(source);
  const Step step = money_step(paired_runs(results, 1, 0));
  const double third = discount_factor(2, source.facts()),
               last = discount_factor(3, source.facts());
  EXPECT_NEAR(term(step, "revenue_customers").change.spread.mean, 2 * 2.5 * (third + last), 1e-9);
  EXPECT_NEAR(term(step, "revenue_each").change.spread.mean, 1 * 11 * (third + last), 1e-9);
  EXPECT_NEAR(term(step, "intervention_cost").change.spread.mean, -7 * last, 1e-9);
  EXPECT_NEAR(sum_of_terms(step), 16 * (third + last) - 7 * last, 1e-9);
  expect_additive(step, 1e-9);
}

TEST(TouchpointStep, TellsBetterContactsFromOtherContacts) {
  SampleResults source = hand_made();
  source.set("touchpoint_contacts",
             [](const RunWindow& m, std::size_t t) { return t == 0 && acts(m) ? 30.0 : 10; });
  source.set("touchpoint_gap",
             [](const RunWindow& m, std::size_t t) { return t == 1 && acts(m) ? .2 : -.1; });
  const MonthlyResults results(source);
  const Step step = touchpoint_step(paired_runs(results, 1, 0));
  ASSERT_EQ(step.terms.size(), 4u);
  EXPECT_NEAR(term(step, "call").change.spread.mean, .3 * (1. / 3 + .2) / 2, 1e-12);
  EXPECT_DOUBLE_EQ(term(step, "web").change.spread.mean, 0);
  EXPECT_LT(term(step, "mix").change.spread.mean, 0) << "more of the bad contacts";
  expect_additive(step, 1e-12);
}

TEST(MemoryStep, LooksAtTheLastYearOfTheEffect) {
  SampleResults source({{"baseline", "", -1}, {"arm", "", 60}}, 1, 30);
  source.set("profit", [](const RunWindow&, std::size_t) { return 1.0; });
  source.set("active_customers", [](const RunWindow&, std::size_t) { return 1.0; });
  source.set("mean_trust", [](const RunWindow& m, std::size_t) { return m.from < 18 ? 1.0 : .5; });
  const MonthlyResults results(source);
  const Step step = memory_step(paired_runs(results, 1, 0));
  EXPECT_EQ(step.months.from, 18u);
  EXPECT_DOUBLE_EQ(term(step, "trust").arm, .5);
  EXPECT_FALSE(step.total);
}

}  // namespace
}  // namespace cxsim
