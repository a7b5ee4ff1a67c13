// What interventions and shocks do that no single number tells.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/signs/measures.hpp"
#include "support/arms.hpp"

namespace cxsim {
namespace {

World calm_world(std::int64_t people = 500, std::int64_t days = 90) {
  World w = busy_world(people, days);
  silence(w);
  without_churn(w);
  return w;
}

double last(const RunResult& r, SegmentSum sum) { return sum_of(r.months.back(), sum); }

double mean_at_the_end(const RunResult& r, SegmentSum sum) {
  return last(r, sum) / last(r, SegmentSum::active);
}

// Root causes of the owner are mended without asking anybody.
TEST(AnotherOwner, MendsTheCausesOfItsOwnDepartment) {
  World w = calm_world(500, 240);
  w.company.chosen.outer = 2;
  w.company.chosen.alignment = 0;
  w = ready(std::move(w));
  Intervention handed = bare(kinds::cx_owner);
  handed.scope.departments.add(technology);
  const RunResult before = run_under(w, {}), after = run_under(w, {handed});
  const auto level = [](const RunResult& r, std::size_t cause) {
    return r.months.back().root_cause_levels[cause];
  };
  EXPECT_GT(level(after, 0), level(before, 0) + .01) << "no longer owned by service";
  EXPECT_LT(level(after, 1), level(before, 1) - .01);
}

TEST(AnotherOwner, HandsBackWhenItEnds) {
  World w = calm_world(300, 60);
  w.company.chosen.outer = 2;
  w = ready(std::move(w));
  Intervention handed = for_days(30, bare(kinds::cx_owner));
  handed.scope.departments.add(service);
  EXPECT_EQ(flatten(run_under(w, {handed})), flatten(run_under(w, {})))
      << "service owned it all along";
}

TEST(Breach, CostsTrustOnceOnItsDay) {
  World w = calm_world(300, 90);
  without_needs(w);
  without_acquisition(w);
  w.customer.fading.trust = 1e9f;
  w = ready(std::move(w));
  Intervention breach = from_day(30, usual(kinds::data_breach));
  const RunResult plain = run_under(w, {}), hit = run_under(w, {breach});
  const auto trust = [](const RunResult& r, std::size_t month) {
    return sum_of(r.months[month], SegmentSum::trust);
  };
  EXPECT_EQ(trust(hit, 0), trust(plain, 0)) << "before it is known";
  EXPECT_NEAR(trust(hit, 1), .8 * trust(plain, 1), 1e-3);
  EXPECT_NEAR(trust(hit, 2), .8 * trust(plain, 2), 1e-3) << "once, and not every day";
  EXPECT_EQ(sum_of(hit, CompanySum::people_reached), sum_of(plain.months[1], SegmentSum::active))
      << "customers only";
}

TEST(News, BreaksOutAgainAndAgain) {
  const World w = ready(calm_world(2000, 90));
  Intervention once = bare(kinds::news), thrice = for_days(61, bare(kinds::news));
  const RunResult one = run_under(w, {once}), three = run_under(w, {thrice});
  const double reached = sum_of(one, CompanySum::people_reached);
  EXPECT_NEAR(reached, .3 * 2000, 5 * std::sqrt(2000 * .3 * .7));
  EXPECT_NEAR(sum_of(three, CompanySum::people_reached), 3 * reached, .15 * 3 * reached);
  EXPECT_EQ(sum_of(three.months[0], CompanySum::people_reached), reached)
      << "the first time like the only one";
}

TEST(News, ReachesPeopleWhoAreNoCustomersAndMakesTheFirmKnown) {
  World w = calm_world(300, 30);
  w.segments[0].initial_share = 0;
  w.company.policy.advertising = 0;
  without_acquisition(w);
  w = ready(std::move(w));
  EXPECT_EQ(last(run_under(w, {}), SegmentSum::unaware), 300);
  const RunResult result = run_under(w, {bare(kinds::news, "reach", 1)});
  EXPECT_EQ(sum_of(result, CompanySum::people_reached), 300);
  EXPECT_EQ(last(result, SegmentSum::unaware), 0);
}

// Commitment shields from a story; it does not from the loss of one's own data.
TEST(News, FindsTheCommittedDeaf) {
  const auto trust_lost = [](float commitment, const Kind& kind) {
    World w = calm_world(300, 30);
    without_needs(w);
    w.segments[0].commitment = commitment;
    w = ready(std::move(w));
    Intervention one = usual(kind);
    if (&kind == &kinds::news) {
      set(one, "reach", 1);
      set(one, "trust_loss", .2f);
    }
    return 1 -
           last(run_under(w, {one}), SegmentSum::trust) / last(run_under(w, {}), SegmentSum::trust);
  };
  EXPECT_LT(trust_lost(.9f, kinds::news), .7 * trust_lost(0, kinds::news));
  EXPECT_NEAR(trust_lost(.9f, kinds::data_breach), trust_lost(0, kinds::data_breach), .01);
}

TEST(Campaign, BringsFormerCustomersToConsiderAtOnce) {
  World w = busy_world(600, 30);
  w.segments[0].initial_share = 1;
  w.customer.loyalty.look_base = .6f;
  w.simulation.burn_in = 60;
  w = ready(std::move(w));
  const auto former = [&](Intervention one) {
    std::set<std::uint32_t> reached, considered;
    for (const LifeEvent& e : run_under(w, {one}, watching_everybody(w)).events) {
      if (e.kind == LifeEventKind::reached) {
        reached.insert(e.person.value);
        EXPECT_EQ(e.day, 10);
        EXPECT_TRUE(e.success) << "an offer";
      }
      if (e.kind == LifeEventKind::considered && e.day == 10) considered.insert(e.person.value);
    }
    EXPECT_TRUE(std::includes(considered.begin(), considered.end(), reached.begin(), reached.end()))
        << "everybody reached considers the firm on that day";
    return reached.size();
  };
  const std::size_t all = former(from_day(10, bare(kinds::win_back, "campaign", 1)));
  EXPECT_GT(all, 50u);
  EXPECT_EQ(former(from_day(10, bare(kinds::win_back))), 0u);
}

World caring_world() {
  World w = calm_world(600, 90);
  without_acquisition(w);
  w.segments[0].initial_share = 1;
  return ready(std::move(w));
}

Intervention care_for_tier(ValueTier tier) {
  Intervention one = bare(kinds::care, "care", 1);
  one.scope.value_tiers.add(ValueTierId(static_cast<std::size_t>(tier)));
  return one;
}

TEST(Care, RaisesTheEquityOfTheChosenAtACost) {
  const World w = caring_world();
  const RunResult plain = run_under(w, {}), cared = run_under(w, {care_for_tier(ValueTier::top)});
  EXPECT_EQ(sum_of(plain, SegmentSum::care_cost), 0);
  EXPECT_GT(sum_of(cared, SegmentSum::care_cost), 100);
  EXPECT_GT(mean_at_the_end(cared, SegmentSum::preference_equity),
            mean_at_the_end(plain, SegmentSum::preference_equity) + .001);
}

TEST(Care, ForOthersIsResentedAtTheTop) {
  const World w = caring_world();
  const RunPlan plan = watching_everybody(w);
  const RunResult plain = run_under(w, {}, plan),
                  cared = run_under(w, {care_for_tier(ValueTier::bottom)}, plan);
  const auto equity = [](const RunResult& r, ValueTier tier) {
    double total = 0;
    for (const LifeEvent& e : r.events)
      if (e.kind == LifeEventKind::contact && e.day >= 0 &&
          r.people[e.person.index()].value_tier == tier)
        total += static_cast<double>(e.mind.equity);
    return total;
  };
  EXPECT_LT(equity(cared, ValueTier::top), equity(plain, ValueTier::top) - 1);
  EXPECT_GT(equity(cared, ValueTier::bottom), equity(plain, ValueTier::bottom) + 1);
  EXPECT_NEAR(equity(cared, ValueTier::middle), equity(plain, ValueTier::middle),
              .05 * std::abs(equity(plain, ValueTier::middle)));
}

// The kind's meaning: "people in scope are served better"; without a scope that is everybody.
TEST(Care, WithoutAScopeIsForEverybody) {
  const World w = caring_world();
  ASSERT_EQ(w.company.care_for, CareFor::nobody);
  const RunResult plain = run_under(w, {}), cared = run_under(w, {usual(kinds::care)});
  EXPECT_GT(sum_of(cared, SegmentSum::care_cost), 100);
  EXPECT_GT(mean_at_the_end(cared, SegmentSum::preference_equity),
            mean_at_the_end(plain, SegmentSum::preference_equity));
}

TEST(Recession, ChangesNothingWherePricesAreEqual) {
  World w = busy_world(300, 90);
  w.company.policy.price = 1;
  w = ready(std::move(w));
  const RunPlan plan = recording_everybody(w);
  EXPECT_EQ(flatten(run_under(w, {lively(kinds::recession)}, plan)),
            flatten(run_under(w, {}, plan)));
}

TEST(Surge, FillsTheQueues) {
  World w = calm_world(500, 30);
  w.simulation.burn_in = 120;
  w.company.queue = defaults<QueueSettings>();
  w = ready(std::move(w));
  Intervention surge = bare(kinds::demand_surge, "demand", 3);
  EXPECT_GT(mean_wait(run_under(w, {surge})), 2 * mean_wait(run_under(w, {})));
}

TEST(InterventionCost, IsCountedInTheMonthInWhichItFalls) {
  const World w = ready(calm_world(50, 90));
  Intervention a = from_day(40, for_days(10, bare(kinds::culture))), b = bare(kinds::price);
  a.timing.capex = 1000;
  a.timing.opex = 5;
  b.timing.opex = 1;
  b.timing.strength = 2;
  const RunResult result = run_under(w, {a, b});
  EXPECT_DOUBLE_EQ(sum_of(result.months[0], CompanySum::intervention_cost), 30 * 2);
  EXPECT_DOUBLE_EQ(sum_of(result.months[1], CompanySum::intervention_cost), 1000 + 50 + 60);
  EXPECT_DOUBLE_EQ(sum_of(result.months[2], CompanySum::intervention_cost), 60);
}

// Those who recover sooner feel better about it, wherever the sooner recovery comes from.
TEST(InnerLoop, SoonerFeelsBetterInScopeAsItDoesEverywhere) {
  World w = calm_world(500, 120);
  w.company.chosen.inner = 1;
  w.company.chosen.inner_delay = 10;
  w = ready(std::move(w));
  Intervention everywhere = bare(kinds::inner_loop, "inner_delay", 0), in_scope = everywhere;
  in_scope.scope.segments.add(SegmentId(std::size_t{0}));  // which is everybody
  EXPECT_EQ(flatten(run_under(w, {in_scope})), flatten(run_under(w, {everywhere})));
}

}  // namespace
}  // namespace cxsim
