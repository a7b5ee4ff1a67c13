#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>

#include "analysis/explain/leaning.hpp"
#include "analysis/report/money.hpp"
#include "explained_run.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;

Assumption at(double value) {
  Assumption one;
  one.value = value;
  return one;
}

TEST(Swung, GoesAQuarterDownAndUp) {
  const Assumption one = swung(at(2), {0, 10});
  EXPECT_DOUBLE_EQ(one.low, 1.5);
  EXPECT_DOUBLE_EQ(one.high, 2.5);
  EXPECT_DOUBLE_EQ(swung(at(-2), {-10, 10}).low, -2.5);
}

TEST(Swung, StaysWithinTheRange) {
  EXPECT_DOUBLE_EQ(swung(at(.9), {0, 1}).high, 1);
  EXPECT_DOUBLE_EQ(swung(at(1), {.9, 2}).low, .9);
}

TEST(Swung, GoesAQuarterOfTheRangeFromZero) {
  const Assumption one = swung(at(0), {-2, 2});
  EXPECT_DOUBLE_EQ(one.low, -1);
  EXPECT_DOUBLE_EQ(one.high, 1);
  const Assumption stuck = swung(at(0), non_negative_range);
  EXPECT_DOUBLE_EQ(stuck.low, stuck.high) << "no range to take a quarter of";
}

const Assumption* find(const std::vector<Assumption>& all, std::string_view key) {
  for (const Assumption& one : all)
    if (one.key == key) return &one;
  return nullptr;
}

TEST(NumberSettings, KnowWhatEveryArmLeansOn) {
  const auto all = number_settings(explained_run().scenario.world);
  for (const std::string_view key : leant_on_by_all) EXPECT_NE(find(all, key), nullptr) << key;
}

std::vector<Assumption> of_arms(std::size_t arm, std::size_t against) {
  const Scenario& s = explained_run().scenario;
  return assumptions_of(s, s.arms[arm], s.arms[against]);
}

TEST(Assumptions, AreThoseOfTheArmsKindsAndOfAllArms) {
  const auto record = of_arms(1, 0);
  EXPECT_NE(find(record, "customer.episode.handoff_loss"), nullptr);
  EXPECT_EQ(find(record, "company.outer_loop.entropy"), nullptr) << "of another arm";
  EXPECT_NE(find(record, "money.margin"), nullptr);
  const Assumption* effectiveness = find(record, "intervention.\"one_record\".effectiveness");
  ASSERT_NE(effectiveness, nullptr);
  EXPECT_TRUE(effectiveness->is_effectiveness);
  EXPECT_NE(find(of_arms(3, 1), "company.outer_loop.entropy"), nullptr);
}

TEST(Assumptions, ComeOnceEachAndAreUnproven) {
  const auto all = of_arms(3, 1);
  for (const Assumption& one : all) {
    EXPECT_EQ(find(all, one.key), &one) << one.key << " comes twice";
    EXPECT_LT(one.low, one.high) << one.key;
    EXPECT_NE(one.tag, Tag::published) << one.key;
  }
}

PairedDifference always(double value) {
  return paired_difference(std::vector<double>{value, value}, std::vector<double>{0, 0});
}

Swing judged(double low, double usual, double high, bool is_effectiveness = false) {
  Swing swing{at(1), always(low), always(high), always(high - low), {}, {}};
  swing.assumption.low = .75;
  swing.assumption.high = 1.25;
  swing.assumption.is_effectiveness = is_effectiveness;
  judge(swing, usual);
  return swing;
}

TEST(Judge, FindsWhereTheSignFlips) {
  const Swing down = judged(-10, 10, 30);
  ASSERT_TRUE(down.flips_at);
  EXPECT_DOUBLE_EQ(*down.flips_at, .875);
  const Swing up = judged(-30, -10, 30);
  ASSERT_TRUE(up.flips_at);
  EXPECT_DOUBLE_EQ(*up.flips_at, 1.0625);
  EXPECT_FALSE(judged(5, 10, 30).flips_at);
  EXPECT_FALSE(down.break_even) << "only an effectiveness breaks even";
}

TEST(Judge, GoesOnInAStraightLineToBreakEven) {
  const Swing within = judged(-10, 10, 30, true);
  ASSERT_TRUE(within.break_even);
  EXPECT_DOUBLE_EQ(*within.break_even, .875);
  const Swing beyond = judged(-30, -20, -10, true);
  ASSERT_TRUE(beyond.break_even);
  EXPECT_DOUBLE_EQ(*beyond.break_even, 1.5);
  EXPECT_FALSE(judged(-21, -20, -19, true).break_even) << "too far to believe";
  EXPECT_FALSE(judged(-40, -50, -60, true).break_even) << "no effect is below none";
  EXPECT_FALSE(judged(-20, -20, -20, true).break_even);
}

class SwingsOfTwoInvestments : public testing::Test {
 protected:
  LeaningPlan plan() const {
    LeaningPlan plan;
    plan.most_people = 200;
    plan.replications = 2;
    return plan;
  }
  Result<Swings> swings(std::size_t arm, std::size_t against, const LeaningPlan& plan) const {
    return Swings::of(two_investments, explained_run().source().facts(), arm, against, plan);
  }
};

TEST_F(SwingsOfTwoInvestments, AreRankedBySpread) {
  const auto ready = swings(1, 0, plan());
  ASSERT_TRUE(ready);
  const auto leaning = ready->run(plan());
  ASSERT_TRUE(leaning);
  EXPECT_EQ(leaning->swings.size(), of_arms(1, 0).size());
  EXPECT_TRUE(leaning->left_out.empty());
  for (std::size_t k = 1; k < leaning->swings.size(); ++k) {
    const PairedDifference &before = leaning->swings[k - 1].spread,
                           &after = leaning->swings[k].spread;
    EXPECT_GE(excludes_zero(before.t), excludes_zero(after.t)) << "clear ones first";
    if (excludes_zero(before.t) == excludes_zero(after.t)) {
      EXPECT_GE(std::abs(before.spread.mean), std::abs(after.spread.mean));
    }
  }
  EXPECT_GT(leaning->swings.front().spread.spread.mean * leaning->swings.front().spread.spread.mean,
            0);
  EXPECT_THAT(to_text(*leaning, "record", "baseline", "EUR"), HasSubstr("What it leans on"));
}

TEST_F(SwingsOfTwoInvestments, TellTheWorkBeforeTheyRun) {
  LeaningPlan watched = plan();
  std::atomic<std::int64_t> days = 0;
  watched.on_progress = [&](std::int64_t passed) { days += passed; };
  const auto ready = swings(1, 0, watched);
  ASSERT_TRUE(ready);
  ASSERT_TRUE(ready->run(watched));
  EXPECT_EQ(days, ready->days_in_all());
}

TEST_F(SwingsOfTwoInvestments, StopWhenTheyAreCancelled) {
  LeaningPlan stopped = plan();
  std::atomic<int> asked = 0;
  stopped.cancelled = [&] { return ++asked > 500; };
  const auto ready = swings(1, 0, stopped);
  ASSERT_TRUE(ready);
  EXPECT_FALSE(ready->run(stopped));
}

TEST_F(SwingsOfTwoInvestments, AreTheSameOnAnyNumberOfThreads) {
  LeaningPlan alone = plan();
  alone.threads = 1;
  const auto ready = swings(1, 0, alone);
  ASSERT_TRUE(ready);
  EXPECT_EQ(json_of(*ready->run(alone)), json_of(*ready->run(plan())));
}

TEST_F(SwingsOfTwoInvestments, GiveTheFilesOwnNpvAtItsSize) {
  LeaningPlan whole = plan();
  whole.most_people = 400;
  whole.replications = 3;
  const auto ready = swings(3, 1, whole);
  ASSERT_TRUE(ready);
  const auto leaning = ready->run(whole);
  ASSERT_TRUE(leaning);
  const MemorySource source = explained_run().source();
  const MonthlyResults results(source);
  double mean = 0;
  for (const std::size_t r : {0u, 1u, 2u})
    mean += (net_present_value(results, {3, r, 0, results.months()}) -
             net_present_value(results, {1, r, 0, results.months()})) /
            3;
  EXPECT_NEAR(leaning->usual.spread.mean, mean, 1e-6 * std::abs(mean));
}

}  // namespace
}  // namespace cxsim
