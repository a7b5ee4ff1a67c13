#include "company/company.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/small_firm.hpp"
#include "support/small_plan.hpp"

namespace cxsim {
namespace {

const OnlineReviewSettings reviews = defaults<OnlineReviewSettings>();
const std::vector<Touchpoint> touchpoints = small_firm_touchpoints();
constexpr float bot_cost = .15f;

TEST(Company, OpensWithTheStateOfDayZero) {
  const CompanyPlan plan = small_plan();
  const CompanyState state = open_company(plan, reviews);
  ASSERT_EQ(state.departments.size(), 2u);
  for (const DepartmentState& department : state.departments) {
    EXPECT_EQ(department.morale, .6f);
    EXPECT_EQ(department.load, .7f);
    EXPECT_EQ(department.wait, 1);
  }
  EXPECT_EQ(state.reputation.level, .62f);
  EXPECT_EQ(state.reputation.count, 60);
  const double fixing = .25 * .4 * .7 * (.3 + .7 * .4), growth = .6 * (1 - .38);
  ASSERT_EQ(state.root_cause_levels.size(), 2u);
  for (const float level : state.root_cause_levels)
    EXPECT_NEAR(level, 1.25 * growth / (fixing + growth), 1e-5) << "whoever owns the cause";
}

TEST(Company, HasTheLeversOfItsStageItsChoicesAndItsPolicy) {
  CompanyPlan plan = small_plan();
  plan.maturity = {4, 540};
  plan.chosen.culture = .11f;
  plan.policy.price = 1.3f;
  const Levers late = levers_on(540, plan);
  EXPECT_FLOAT_EQ(late.alignment, .40f) << "slid back to stage 3";
  EXPECT_EQ(late.culture, .11f) << "a choice does not slide";
  EXPECT_EQ(late.price, 1.3f);
}

TEST(Company, ReachesMorePeopleByAdvertisingEveryMorning) {
  CompanyPlan plan = small_plan();
  plan.policy.advertising = .01f;
  CompanyState state = open_company(plan, reviews);
  for (int day = 0; day < 100; ++day) begin_day(day, plan, touchpoints, bot_cost, state);
  EXPECT_NEAR(state.unaware_of_advertising, std::pow(.99, 100), 1e-5);
}

TEST(Company, DeliversAtEveryTouchpoint) {
  const CompanyPlan plan = small_plan();
  CompanyState state = open_company(plan, reviews);
  state.departments[service.index()].wait = 17;
  const CompanyToday today = begin_day(0, plan, touchpoints, bot_cost, state);
  ASSERT_EQ(today.deliveries.size(), touchpoints.size());
  EXPECT_EQ(today.deliveries[call.index()].mean_wait, 17);
  EXPECT_EQ(today.deliveries[app.index()].mean_wait, 0);
}

TEST(Company, MovesRootCausesFasterWhereTheyAreItsOwn) {
  CompanyPlan plan = small_plan();
  plan.maturity.maturity_stage = 5;
  CompanyState state = open_company(plan, reviews);
  state.root_cause_levels = {1, 1};
  state.hearing = {100, 15};  // half of what would be enough
  begin_day(0, plan, touchpoints, bot_cost, state);
  const double growth = .6 * .25, own = 1.0 * .75 * .5, other = own * (.3 + .7 * .75);
  EXPECT_NEAR(state.root_cause_levels[0], 1 + (-own + growth * .25) / 365, 1e-6);
  EXPECT_NEAR(state.root_cause_levels[1], 1 + (-other + growth * .25) / 365, 1e-6);
}

TEST(Company, EndsTheDayWithLoadsMoraleAndHearing) {
  const CompanyPlan plan = small_plan();
  CompanyState state = open_company(plan, reviews);
  DayLoad load;
  load.minutes = {200, 50};
  load.bad_episodes = 8;
  load.heard = 2;
  end_day(0, plan, levers_on(0, plan), load, state);
  EXPECT_FLOAT_EQ(state.departments[0].workload, 60);
  EXPECT_FLOAT_EQ(state.departments[1].workload, 15);
  EXPECT_NEAR(state.departments[0].morale, .6 + .0115 * .3 * .03, 1e-6);
  EXPECT_EQ(state.hearing.bad_episodes, 8);
  EXPECT_EQ(state.hearing.heard, 2);
}

// The warmth of a chance encounter is the emotional capability of the sales touchpoint.
TEST(Company, MeetsStrangersWithTheWarmthOfItsSalesTouchpoint) {
  CompanyPlan plan = small_plan();
  CompanyState state = open_company(plan, reviews);
  EXPECT_EQ(begin_day(0, plan, touchpoints, bot_cost, state).sales_warmth, 1) << "nobody sells";
  plan.sales_touchpoint = contract;
  EXPECT_NEAR(begin_day(0, plan, touchpoints, bot_cost, state).sales_warmth, .67 / .7, 1e-5);
}

}  // namespace
}  // namespace cxsim
