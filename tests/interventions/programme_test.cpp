#include "interventions/programme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "interventions/day.hpp"

namespace cxsim {
namespace {

std::vector<std::string> names_in(const Programme& programme) {
  std::vector<std::string> names;
  for (const Intervention& one : programme.interventions()) names.push_back(one.name);
  return names;
}

TEST(Programme, DoesNothingWhenItIsEmpty) {
  const Programme nothing;
  EXPECT_TRUE(nothing.is_empty());
  EXPECT_EQ(nothing.first_day(), -1);
  const Programme same = of_small_firm({});
  EXPECT_TRUE(same.is_empty());
  const Day today = day_of(same, 0);
  EXPECT_EQ(today.plans.cost, 0);
  EXPECT_TRUE(today.plans.happenings.empty());
}

TEST(Programme, ActsInTheOrderOfTheCatalogue) {
  std::vector<Intervention> backwards;
  for (std::size_t k = catalogue().size(); k-- > 0;) {
    if (catalogue()[k]->redesigns_a_journey) continue;
    backwards.push_back(usual(*catalogue()[k]));
  }
  const std::vector<std::string> given = names_in(of_small_firm(backwards));
  std::reverse(backwards.begin(), backwards.end());
  std::vector<std::string> expected;
  for (const Intervention& one : backwards) expected.push_back(one.name);
  EXPECT_EQ(given, expected);
}

TEST(Programme, KeepsThoseOfOneKindInTheOrderGiven) {
  const Programme programme =
      of_small_firm({named("second", usual(kinds::price)), named("news", usual(kinds::news)),
                     named("first", usual(kinds::price)), named("early", usual(kinds::training))});
  EXPECT_EQ(names_in(programme), (std::vector<std::string>{"early", "second", "first", "news"}));
}

TEST(Programme, BeginsWithItsFirst) {
  const Programme programme =
      of_small_firm({from_day(30, usual(kinds::price)), from_day(12, usual(kinds::culture))});
  EXPECT_EQ(programme.first_day(), 12);
}

// The bundle comes before the price of its own kind: first +.2, then times one half.
TEST(Programme, LetsSeveralMoveOneLever) {
  const Programme programme =
      of_small_firm({bare(kinds::price, "price", .5f), bare(kinds::free_levers, "price", .2f)});
  EXPECT_FLOAT_EQ(day_of(programme, 0).levers.price, .6f);
}

TEST(Programme, LetsSeveralMoveOneNumber) {
  const Programme programme = of_small_firm(
      {bare(kinds::outage, "p_fail", 4), bare(kinds::touchpoint_quality, "p_fail", .5f)});
  for (const Touchpoint& t : day_of(programme, 0).now.touchpoints)
    EXPECT_FLOAT_EQ(t.p_fail, .05f * .5f * 4);
}

TEST(Programme, KeepsLeversAndNumbersInTheirRanges) {
  const Programme much =
      of_small_firm({bare(kinds::culture, "culture", 5), bare(kinds::outage, "p_fail", 1000),
                     bare(kinds::rival, "quality", 3), bare(kinds::staffing, "staffing", 900)});
  const Day rich = day_of(much, 0);
  EXPECT_EQ(rich.levers.culture, 1);
  for (const Touchpoint& t : rich.now.touchpoints) EXPECT_EQ(t.p_fail, .9f);
  for (const Rival& rival : rich.now.rivals) EXPECT_EQ(rival.quality, 1);
  for (const Department& d : rich.now.company.departments) EXPECT_EQ(d.staffing, 100);
  const Programme little =
      of_small_firm({bare(kinds::culture, "culture", -5), bare(kinds::price, "price", 0)});
  EXPECT_EQ(day_of(little, 0).levers.culture, 0);
  EXPECT_EQ(day_of(little, 0).levers.price, .01f);
}

// What one clips is gone for the next: 1 and back by .3, not 1.2 and back.
TEST(Programme, ClipsAfterEachOfThem) {
  const Programme programme = of_small_firm(
      {bare(kinds::free_levers, "culture", .9f), bare(kinds::culture, "culture", -.3f)});
  EXPECT_FLOAT_EQ(day_of(programme, 0).levers.culture, .7f);
}

TEST(Programme, LeavesEverythingAloneAtStrengthZero) {
  std::vector<Intervention> all;
  for (const Kind* kind : catalogue()) {
    if (kind->redesigns_a_journey) continue;
    all.push_back(usual(*kind));
    for (Change& change : all.back().changes)
      if (!change.does_anything()) change.amount = .5f;
    all.back().timing.strength = 0;
    all.back().timing.capex = all.back().timing.opex = 10;
  }
  const Conditions before = small_conditions();
  const Programme programme = of_small_firm(all);
  const Day today = day_of(programme, 0);
  const Levers plain = levers_on(0, before.company);
  for (const auto& row : settings_of<StageLevers>) {
    const auto member = std::get<float StageLevers::*>(row.member);
    EXPECT_EQ(today.levers.*member, plain.*member) << row.key;
  }
  for (const auto& row : settings_of<PolicyLevers>) {
    const auto member = std::get<float PolicyLevers::*>(row.member);
    EXPECT_EQ(today.levers.*member, plain.*member) << row.key;
  }
  for (std::size_t t = 0; t < before.touchpoints.size(); ++t)
    EXPECT_EQ(today.now.touchpoints[t].p_fail, before.touchpoints[t].p_fail);
  EXPECT_EQ(today.now.company.cx_owner, before.company.cx_owner);
  EXPECT_EQ(today.now.company.maturity.maturity_stage, before.company.maturity.maturity_stage);
  EXPECT_TRUE(today.plans.happenings.empty());
  EXPECT_TRUE(today.plans.particular.empty());
  EXPECT_EQ(today.plans.cost, 0);
}

TEST(Programme, FadesAfterItsDuration) {
  Intervention one = for_days(10, bare(kinds::culture, "culture", .4f));
  one.timing.half_life = 20;
  const Programme programme = of_small_firm({one});
  const float plain = levers_on(0, small_plan()).culture;
  EXPECT_FLOAT_EQ(day_of(programme, 9).levers.culture, plain + .4f);
  EXPECT_FLOAT_EQ(day_of(programme, 30).levers.culture, plain + .2f);
  EXPECT_FLOAT_EQ(day_of(programme, 50).levers.culture, plain + .1f);
}

TEST(Programme, MovesFromWhatWasAndNotFromYesterday) {
  const Programme programme = of_small_firm({bare(kinds::touchpoint_quality, "cost", 2)});
  const Conditions before = small_conditions();
  for (std::int64_t day = 0; day < 5; ++day)
    EXPECT_FLOAT_EQ(day_of(programme, day).now.touchpoints[call.index()].cost, 14);
  EXPECT_EQ(before.touchpoints[call.index()].cost, 7);
}

TEST(Programme, AddsUpWhatItCosts) {
  Intervention a = usual(kinds::price), b = from_day(2, usual(kinds::news));
  a.timing.capex = 100;
  a.timing.opex = 1;
  b.timing.capex = 1000;
  const Programme programme = of_small_firm({a, b});
  EXPECT_DOUBLE_EQ(day_of(programme, 0).plans.cost, 101);
  EXPECT_DOUBLE_EQ(day_of(programme, 1).plans.cost, 1);
  EXPECT_DOUBLE_EQ(day_of(programme, 2).plans.cost, 1001);
}

// A scope of people makes a change particular; the firm's own lever stays as it is.
TEST(Programme, LeavesParticularChangesForThosePeople) {
  Intervention some = bare(kinds::price, "price", .5f);
  some.scope.segments.add(SegmentId(std::size_t{1}));
  const Programme programme = of_small_firm({some, bare(kinds::free_levers, "price", 1)});
  const Day today = day_of(programme, 0);
  EXPECT_EQ(today.levers.price, 2);
  const auto price_of = [&](std::size_t segment) {
    return particular_lever(
        today.levers.price, &Levers::price, today.plans.particular,
        [&](const Scope& scope) { return scope.segments.has(SegmentId(segment)); });
  };
  EXPECT_EQ(price_of(0), 2) << "not in scope";
  EXPECT_EQ(price_of(1), 1) << "half of what everybody pays";
}

// Whatever the catalogue says: the firm's levers come first, and then what is particular.
TEST(Programme, AppliesParticularChangesAfterGeneralOnes) {
  Intervention some = bare(kinds::technology, "technology", .4f);
  some.scope.touchpoints.add(call);
  const Programme programme = of_small_firm({some, bare(kinds::free_levers, "technology", .9f)});
  const Day today = day_of(programme, 0);
  ASSERT_EQ(today.plans.particular.size(), 1u);
  EXPECT_FLOAT_EQ(today.levers.technology, .9f);
  EXPECT_FLOAT_EQ(particular_lever(today.levers.technology, &Levers::technology,
                                   today.plans.particular, [](const Scope&) { return true; }),
                  .4f)
      << "moved to it, and not added";
}

TEST(Programme, AppliesParticularChangesInTheirOrderAndWithinRange) {
  Intervention raise = bare(kinds::care, "care", .8f), again = raise;
  raise.scope.share = again.scope.share = .5f;
  again.timing.strength = .25f;
  const Programme programme = of_small_firm({raise, again, raise});
  const Day today = day_of(programme, 0);
  ASSERT_EQ(today.plans.particular.size(), 3u);
  const auto first_two = std::span(today.plans.particular).first(2);
  const auto care = [&](std::span<const ParticularChange> changes) {
    return particular_lever(0.0f, &Levers::care, changes, [](const Scope&) { return true; });
  };
  EXPECT_FLOAT_EQ(care(first_two.first(1)), .8f);
  EXPECT_FLOAT_EQ(care(first_two), 1);
  EXPECT_EQ(care(today.plans.particular), 1) << "never more than a share";
  EXPECT_EQ(particular_lever(.3f, &Levers::price, today.plans.particular,
                             [](const Scope&) { return true; }),
            .3f)
      << "another lever";
}

}  // namespace
}  // namespace cxsim
