#include <gtest/gtest.h>

#include "analysis/explain/step.hpp"
#include "report/sample_results.hpp"

namespace cxsim {
namespace {

SampleResults two_arms(std::size_t replications) {
  SampleResults source({{"baseline", "", -1}, {"arm", "", 0}}, replications, 2);
  source.set("profit", [](const RunWindow&, std::size_t) { return 1.0; });
  return source;
}

const StepHeading heading{"step", "a step", "1", {1}};

TEST(PairedRuns, AreTheReplicationsThatEndedInBothArms) {
  SampleResults source = two_arms(3);
  source.forget_runs_from(1, 2);
  const MonthlyResults results(source);
  EXPECT_EQ(paired_runs(results, 1, 0).replications, (std::vector<std::size_t>{0, 1}));
}

TEST(StepOf, LeavesOutAPairOfWhichItDoesNotKnowAll) {
  const SampleResults source = two_arms(3);
  const MonthlyResults results(source);
  const Step step =
      step_of(heading, {0, 2}, Pieces::sum, paired_runs(results, 1, 0), [](const TwoRuns& two) {
        const auto r = static_cast<double>(two.arm.replication);
        return std::vector<Piece>{level_piece("total", "", 1, 1 + r),
                                  {"known", "", r},
                                  {"at times", "", two.arm.replication == 1 ? not_known : 0}};
      });
  ASSERT_TRUE(step.total);
  EXPECT_EQ(step.total->changes, (std::vector<double>{0, 2}));
  EXPECT_DOUBLE_EQ(step.total->against, 1);
  EXPECT_DOUBLE_EQ(step.total->arm, 2);
  ASSERT_EQ(step.terms.size(), 2u);
  EXPECT_DOUBLE_EQ(step.terms[0].change.spread.mean, step.total->change.spread.mean);
}

TEST(StepOf, HasNeitherTotalNorTermsWithoutRuns) {
  SampleResults source = two_arms(2);
  source.forget_runs_from(1, 0);
  const MonthlyResults results(source);
  const Step step =
      step_of(heading, {0, 2}, Pieces::sum, paired_runs(results, 1, 0), [](const TwoRuns&) {
        return std::vector<Piece>{{"total", "", 1}};
      });
  EXPECT_FALSE(step.total);
  EXPECT_TRUE(step.terms.empty());
}

TEST(StepOf, TakesLevelsForNoTotal) {
  const SampleResults source = two_arms(2);
  const MonthlyResults results(source);
  const Step step =
      step_of(heading, {0, 2}, Pieces::levels, paired_runs(results, 1, 0),
              [](const TwoRuns&) { return std::vector<Piece>{level_piece("a", "", 1, 2)}; });
  EXPECT_FALSE(step.total);
  ASSERT_EQ(step.terms.size(), 1u);
}

TEST(Term, IsClearOnlyWhereTheIntervalExcludesZero) {
  Term term;
  term.changes = {1, 1.1, .9, 1};
  EXPECT_TRUE(is_clear(sum_of("sum", "", {term})));
  term.changes = {1, -1.1, .9, -1};
  EXPECT_FALSE(is_clear(sum_of("sum", "", {term})));
  EXPECT_FALSE(is_same(term));
}

TEST(Term, AddsUpPairByPair) {
  Term one, other;
  one.changes = {1, 2};
  other.changes = {10, -2};
  const Term both = sum_of("both", "", {one, other});
  EXPECT_EQ(both.changes, (std::vector<double>{11, 0}));
  EXPECT_DOUBLE_EQ(both.change.spread.mean, 5.5);
}

}  // namespace
}  // namespace cxsim
