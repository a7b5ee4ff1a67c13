#include "analysis/report/comparison.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "sample_results.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::size_t baseline = 0, trained = 1, idle = 2;

// The arm "trained" invests 900 on day 40 and earns 100 a month more from then on, a little more in
// later replications; "idle" does nothing.
SampleResults investment(std::size_t replications, double earns = 100) {
  SampleResults source(
      {{"baseline", "Baseline", -1}, {"trained", "Train the desk", 40}, {"idle", "idle", -1}},
      replications, 24);
  source.set("active_customers", [](const RunWindow&, std::size_t) { return 500.0; });
  source.set("profit", [earns](const RunWindow& m, std::size_t) {
    if (m.arm != trained || m.from == 0) return 1000.0;
    const double invested = m.from == 1 ? 900 : 0;
    return 1000 + earns + 5 * static_cast<double>(m.replication) - invested;
  });
  source.set("intervention_cost", [](const RunWindow& m, std::size_t) {
    return m.arm == trained && m.from == 1 ? 900.0 : 0.0;
  });
  source.set("benefit_cost", [](const RunWindow&, std::size_t) { return 0.0; });
  return source;
}

ComparedArm compared_arm(const SampleResults& source, std::size_t arm) {
  return compare(MonthlyResults(source), baseline, {arm}).arms.front();
}

std::string text_of(const SampleResults& source) {
  return to_text(compare(MonthlyResults(source), baseline, {trained, idle}));
}

double gain_of(double a_month) {
  double sum = -900 * std::pow(1.1, -20.0 / 365);
  for (int month = 1; month < 24; ++month)
    sum += a_month * std::pow(1.1, -(30.0 * (month + 1) - 40) / 365);
  return sum;
}

TEST(Compare, PairsReplications) {
  const ComparedArm arm = compared_arm(investment(3), trained);
  const ComparedOutcome& npv = outcome_named(arm, "npv");
  EXPECT_EQ(npv.difference.count, 3u);
  EXPECT_NEAR(npv.difference.spread.mean, gain_of(105), 1e-6);
  EXPECT_NEAR(npv.difference.spread.p50, gain_of(105), 1e-6);
  EXPECT_NEAR(npv.arm - npv.against, gain_of(105), 1e-6);
  EXPECT_EQ(npv.difference.above_zero.count, 3u);
  const ComparedOutcome& before = outcome_named(arm, "npv_before_costs");
  EXPECT_NEAR(before.difference.spread.mean, gain_of(105) + 900 * std::pow(1.1, -20.0 / 365), 1e-6);
}

// Month 2 invests and earns; nine months of 100 and more make up for 900 and for the discount.
TEST(Compare, FindsWhenAnArmPaysBack) {
  const ComparedArm arm = compared_arm(investment(3), trained);
  EXPECT_EQ(arm.payback.months, (std::vector<double>{10, 9, 9}));
  EXPECT_EQ(arm.payback.median, 9);
  EXPECT_EQ(arm.payback.within_run.count, 3u);
}

TEST(Compare, KnowsThatSomeNeverPayBack) {
  const ComparedArm none = compared_arm(investment(3, 10), trained);
  EXPECT_EQ(none.payback.within_run.count, 0u);
  EXPECT_TRUE(std::isnan(none.payback.median));
  const ComparedArm some = compared_arm(investment(3, 34), trained);
  EXPECT_EQ(some.payback.within_run.count, 1u);
  EXPECT_TRUE(std::isnan(some.payback.median)) << "most do not";
}

TEST(Compare, LeavesOutReplicationsThatDidNotEnd) {
  SampleResults source = investment(4);
  source.forget_runs_from(trained, 2);
  const ComparedArm arm = compared_arm(source, trained);
  const ComparedOutcome& npv = outcome_named(arm, "npv");
  EXPECT_EQ(npv.difference.count, 2u);
  EXPECT_NEAR(npv.arm - npv.against, npv.difference.spread.mean, 1e-9);
  EXPECT_EQ(arm.payback.months.size(), 2u);
  EXPECT_THAT(text_of(source), HasSubstr("2 of 4 replications have ended in both arms"));
}

TEST(ComparisonText, MarksRowsWhoseIntervalExcludesZero) {
  const std::string text = text_of(investment(3));
  EXPECT_THAT(text, testing::ContainsRegex(R"(profit +24,000 +25,515 +\+1,515 .*\* +EUR in all)"));
  EXPECT_THAT(text, testing::ContainsRegex(R"(active customers +1,000 +1,000 +same +people)"));
  EXPECT_THAT(text, HasSubstr("of these 4 rows about 1")) << "the others cannot be marked";
}

TEST(ComparisonText, SaysWhatToTakeAway) {
  const std::string text = text_of(investment(3));
  EXPECT_THAT(text, HasSubstr("trained against baseline: Train the desk"));
  EXPECT_THAT(text, HasSubstr("idle against baseline\n"));
  EXPECT_THAT(text, HasSubstr("above zero in 3 of 3 replications"));
  EXPECT_THAT(text, HasSubstr("pays back in month 9 (9 to 10 over replications)"));
  EXPECT_THAT(text, HasSubstr("halving the interval takes about 5 replications"));
  EXPECT_THAT(text, HasSubstr("NPV is the same"));
  EXPECT_THAT(text, HasSubstr("from day 40 of results on"));
}

TEST(ComparisonText, SaysWhatDoesNotPay) {
  EXPECT_THAT(text_of(investment(3, 10)), HasSubstr("does not pay back within the run"));
  EXPECT_THAT(text_of(investment(3, 34)),
              HasSubstr("pays back within the run in 1 of 3 replications"));
}

TEST(ComparisonText, OfOneReplicationClaimsNoInterval) {
  const std::string text = text_of(investment(1));
  EXPECT_THAT(text, HasSubstr("cannot tell effect from luck"));
  EXPECT_THAT(text, Not(HasSubstr("*")));
  EXPECT_THAT(text, Not(HasSubstr("nan")));
  EXPECT_THAT(text, HasSubstr("NPV +"));
}

TEST(ComparisonText, ShowsSmallChangesFinely) {
  SampleResults source = investment(3);
  source.set("review_stars", [](const RunWindow& m, std::size_t) {
    return 3 + (m.arm == trained ? .0021 + .0001 * static_cast<double>(m.replication) : 0);
  });
  EXPECT_THAT(text_of(source), testing::ContainsRegex(R"(review stars +3\.00 +3\.00 +\+0\.0022 )"));
}

TEST(ComparisonJson, HoldsEverything) {
  const SampleResults source = investment(3);
  const Json json = json_of(compare(MonthlyResults(source), baseline, {trained, idle}));
  EXPECT_EQ(json["decision_day"], 40);
  EXPECT_EQ(json["discount_rate"], .1);
  EXPECT_EQ(json["arms"]["trained"]["action_day"], 40);
  EXPECT_TRUE(json["arms"]["idle"]["action_day"].is_null());
  const Json& npv = json["arms"]["trained"]["outcomes"]["npv"];
  EXPECT_EQ(npv["difference"]["pairs"], 3);
  EXPECT_LT(npv["difference"]["t_interval"][0], npv["difference"]["mean"]);
  EXPECT_LE(npv["difference"]["bootstrap_interval"][0], npv["difference"]["mean"]);
  EXPECT_EQ(npv["difference"]["above_zero"]["share"], 1);
  EXPECT_EQ(npv["difference"]["replications_to_halve"], 5);
  EXPECT_EQ(json["arms"]["trained"]["payback"]["months"], Json::array({10, 9, 9}));
  EXPECT_EQ(json["arms"]["trained"]["outcomes"].size(), outcomes_of(source).size());
}

TEST(ComparisonJson, MakesWhatIsUnknownNull) {
  const SampleResults source = investment(1, 10);
  const Json json = json_of(compare(MonthlyResults(source), baseline, {trained}));
  const Json& arm = json["arms"]["trained"];
  EXPECT_TRUE(arm["outcomes"]["npv"]["difference"]["t_interval"].is_null());
  EXPECT_TRUE(arm["outcomes"]["nps_measured"]["difference"]["mean"].is_null());
  EXPECT_TRUE(arm["payback"]["months"][0].is_null());
}

TEST(AllArmsBut, LeavesOutOne) {
  EXPECT_EQ(all_arms_but(1, investment(1).facts()), (std::vector<std::size_t>{0, 2}));
}

}  // namespace
}  // namespace cxsim
