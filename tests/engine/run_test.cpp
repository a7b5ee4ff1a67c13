#include "engine/run.hpp"

#include <gtest/gtest.h>

#include "support/small_world.hpp"

namespace cxsim {
namespace {

TEST(Run, ReportsWholeMonthsAfterTheBurnIn) {
  World w = small_world(100, 100);
  w.simulation.burn_in = 45;
  const RunResult result = run(ready(w), 0, {});
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.months.size(), 3u) << "the last ten days are dropped";
}

TEST(Run, TellsOfEveryDay) {
  World w = small_world(50, 70);
  w.simulation.burn_in = 20;
  std::int32_t days = 0;
  RunPlan plan;
  plan.on_progress = [&](std::int32_t passed) { days += passed; };
  run(ready(w), 0, plan);
  EXPECT_EQ(days, 90);
}

TEST(Run, StopsWhenItIsCancelled) {
  int asked = 0;
  RunPlan plan;
  plan.cancelled = [&] { return ++asked > 40; };
  const RunResult result = run(ready(small_world(50, 90)), 0, plan);
  EXPECT_FALSE(result.complete);
  EXPECT_EQ(result.months.size(), 1u);
}

TEST(Run, RecordsThePeopleAskedFor) {
  const World w = ready(small_world(200, 90));
  RunPlan plan;
  plan.people = {PersonId(std::size_t{3}), PersonId(std::size_t{150})};
  const RunResult some = run(w, 0, plan);
  plan.people = all_people(w);
  const RunResult all = run(w, 0, plan);
  ASSERT_EQ(some.people.size(), 2u);
  EXPECT_EQ(some.people[1].contacts, all.people[150].contacts);
  EXPECT_EQ(some.people[1].lifetime_profit, all.people[150].lifetime_profit);
  for (const PersonRecord& r : all.people) {
    const bool customer = r.lifecycle == Lifecycle::active;
    EXPECT_EQ(customer, r.recommend_score >= 0) << "NaN for who is no customer";
    EXPECT_EQ(r.acquired_day == PersonRecord::no_day, !customer && r.times_churned == 0);
    EXPECT_EQ(r.churn_day >= 0, r.times_churned > 0);
  }
}

// A score at the end is the one that the last month counted.
TEST(Run, CountsTheScoresThatItRecords) {
  const World w = ready(small_world(500, 90));
  RunPlan plan;
  plan.people = all_people(w);
  const RunResult result = run(w, 0, plan);
  double promoters = 0, detractors = 0;
  for (const PersonRecord& r : result.people) {
    promoters += r.recommend_score >= 9;
    detractors += r.recommend_score <= 6;
  }
  EXPECT_EQ(promoters, sum_of(result.months.back(), SegmentSum::promoters));
  EXPECT_EQ(detractors, sum_of(result.months.back(), SegmentSum::detractors));
}

TEST(EvenlySpread, PicksFromTheWholePopulation) {
  const auto ids = [](std::int64_t count, std::int64_t people) {
    std::vector<std::uint32_t> found;
    for (const PersonId person : evenly_spread(count, people)) found.push_back(person.value);
    return found;
  };
  EXPECT_EQ(ids(4, 100), (std::vector<std::uint32_t>{0, 25, 50, 75}));
  EXPECT_EQ(ids(5, 3), (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_TRUE(ids(0, 3).empty());
}

}  // namespace
}  // namespace cxsim
