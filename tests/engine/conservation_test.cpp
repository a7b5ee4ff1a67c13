// Nobody, no message and no money appears from nowhere or is lost.
#include <gtest/gtest.h>

#include <numeric>

#include "support/small_world.hpp"

namespace cxsim {
namespace {

constexpr int people = 1000;

World ordinary_world(std::int64_t days) {
  World w = small_world(people, days);
  for (Touchpoint& t : w.touchpoints) t.p_fail = .1f;
  w.company.policy.advertising = .01f;
  w.customer.acquisition.first_consideration = 100;
  return ready(w);
}

const World& world_of_a_year() {
  static const World w = ordinary_world(390);
  return w;
}

const RunResult& year() {
  static const RunResult result = [] {
    RunPlan plan;
    plan.people = all_people(world_of_a_year());
    return run(world_of_a_year(), 0, plan);
  }();
  return result;
}

TEST(Conservation, OfPeopleEveryMonth) {
  for (const Tally& month : year().months) {
    double total = 0;
    for (const SegmentSum state : {SegmentSum::unaware, SegmentSum::aware, SegmentSum::considering,
                                   SegmentSum::active, SegmentSum::former})
      total += sum_of(month, state);
    EXPECT_EQ(total, people);
    EXPECT_EQ(sum_of(month, SegmentSum::promoters) + sum_of(month, SegmentSum::passives) +
                  sum_of(month, SegmentSum::detractors),
              sum_of(month, SegmentSum::active));
  }
}

TEST(Conservation, OfCustomersFromMonthToMonth) {
  const Simulation birth(world_of_a_year(), 0);
  double active = 0;
  for (std::size_t i = 0; i < people; ++i) active += birth.chunks()[0].customer(i).active();
  double acquired = 0, churned = 0;
  for (const Tally& month : year().months) {
    acquired += sum_of(month, SegmentSum::acquired);
    churned += sum_of(month, SegmentSum::churned);
    active += sum_of(month, SegmentSum::acquired) - sum_of(month, SegmentSum::churned);
    EXPECT_EQ(sum_of(month, SegmentSum::active), active);
    EXPECT_LE(sum_of(month, SegmentSum::won_back), sum_of(month, SegmentSum::acquired));
  }
  EXPECT_GT(acquired, 20);
  EXPECT_GT(churned, 20);
}

TEST(Conservation, OfContacts) {
  double by_people = 0;
  for (const PersonRecord& record : year().people) by_people += record.contacts;
  EXPECT_EQ(sum_of(year(), TouchpointSum::contacts), by_people);
  double by_reason = 0;
  for (const Tally& month : year().months)
    for (std::size_t t = 0; t < month.touchpoints.rows(); ++t) {
      double reasons = 0;
      for (std::size_t u = 0; u <= month.touchpoints.rows(); ++u)
        reasons += static_cast<double>(month.upstream_touchpoints.value(t, u));
      EXPECT_EQ(reasons, month.touchpoints.value(t, TouchpointSum::contacts));
      by_reason += reasons;
    }
  EXPECT_EQ(by_reason, by_people);
}

// What is said on a day is heard on the next, every day.
TEST(Conservation, OfMessages) {
  Simulation simulation(world_of_a_year(), 0, {100});
  double sent_before = 0, total = 0;
  for (int day = 0; day < 200; ++day) {
    simulation.pass_day();
    const Tally today = simulation.close_month();
    EXPECT_EQ(sum_of(today, CompanySum::messages_heard), sent_before) << day;
    sent_before = sum_of(today, CompanySum::messages_sent);
    total += sent_before;
  }
  EXPECT_GT(total, 1000);
}

// Money by person is kept in floats: each payment may round by half a unit in the last place.
TEST(Conservation, OfMoney) {
  Simulation simulation(world_of_a_year(), 0, {100});
  Tally all(shape_of(world_of_a_year()));
  for (int day = 0; day < 390; ++day) simulation.pass_day();
  all.add(simulation.close_month());
  double revenue = 0, cost = 0;
  for (const Chunk& chunk : simulation.chunks())
    for (std::size_t i = 0; i < chunk.size(); ++i) {
      revenue += static_cast<double>(chunk.customer(i).revenue);
      cost += static_cast<double>(chunk.customer(i).cost);
    }
  double costs = 0;
  for (const SegmentSum part :
       {SegmentSum::contact_cost, SegmentSum::recovery_cost, SegmentSum::care_cost,
        SegmentSum::acquisition_cost, SegmentSum::programme_cost})
    costs += sum_of(all, part);
  EXPECT_GT(revenue, 50000);
  EXPECT_GT(cost, 1000);
  EXPECT_NEAR(sum_of(all, SegmentSum::revenue), revenue, 1e-6 * revenue);
  EXPECT_NEAR(costs, cost, 1e-6 * cost);
  EXPECT_NEAR(sum_of(all, SegmentSum::cost_of_goods), .35 * revenue, 1e-6 * revenue);
}

// In the first month everybody pays at most once: nothing but the fixed sum can round.
TEST(Conservation, OfMoneyToTheResolutionOfTheSum) {
  Simulation simulation(world_of_a_year(), 0);
  for (int day = 0; day < 30; ++day) simulation.pass_day();
  double revenue = 0;
  for (std::size_t i = 0; i < people; ++i)
    revenue += static_cast<double>(simulation.chunks()[0].customer(i).revenue);
  EXPECT_NEAR(sum_of(simulation.close_month(), SegmentSum::revenue), revenue,
              people * FixedSum::resolution / 2);
}

TEST(Conservation, OfTheBurnInThatIsForgotten) {
  World w = ordinary_world(30);
  w.simulation.burn_in = 60;
  RunPlan plan;
  plan.people = all_people(w);
  const RunResult late = run(w, 0, plan);
  ASSERT_EQ(late.months.size(), 1u);
  const double third = sum_of(year().months[2], SegmentSum::revenue);
  EXPECT_EQ(sum_of(late.months[0], SegmentSum::revenue), third) << "the same third month";
  for (const PersonRecord& record : late.people) EXPECT_LT(record.acquired_day, 30) << "or never";
}

}  // namespace
}  // namespace cxsim
