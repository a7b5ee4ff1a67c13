// Each kind, as if the scenario said no more than its name, does what its meaning says.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "interventions/day.hpp"

namespace cxsim {
namespace {

constexpr std::int64_t late = 2000;  // past every ramp

// A lever under the usual one of a kind, and as it was.
struct Moved {
  Levers was, is;
  Day day;
};

// With scopes or parts that a kind cannot do without.
Intervention complete(const Kind& kind) {
  Intervention one = usual(kind);
  one.timing.duration = 0;
  if (&kind == &kinds::cx_owner) one.scope.departments.add(technology);
  return one;
}

Moved under(const Kind& kind) {
  const Programme programme = of_small_firm({complete(kind)});
  Day day = day_of(programme, late);
  return {levers_on(0, small_plan()), day.levers, std::move(day)};
}

TEST(Usual, LeversMoveAsTheirKindsSay) {
  struct Row {
    const Kind& kind;
    float Levers::*lever;
    float expected;
  };
  const Levers was = levers_on(0, small_plan());
  const Row rows[] = {
      {kinds::shared_record, &Levers::analytics, was.analytics + .2f},
      {kinds::personalisation, &Levers::personalisation, 1},
      {kinds::personalisation, &Levers::consent, was.consent},
      {kinds::feedback_programme, &Levers::feedback, was.feedback + .2f},
      {kinds::feedback_programme, &Levers::analytics, was.analytics + .2f},
      {kinds::inner_loop, &Levers::inner, was.inner + .3f},
      {kinds::inner_loop, &Levers::inner_delay, was.inner_delay / 2},
      {kinds::outer_loop, &Levers::outer, was.outer + .6f},
      {kinds::alignment, &Levers::alignment, was.alignment + .2f},
      {kinds::culture, &Levers::culture, was.culture + .2f},
      {kinds::announced_waits, &Levers::announced_waits, 1},
      {kinds::price, &Levers::price, .95f},
      {kinds::advertising, &Levers::advertising, was.advertising * 1.5f},
      {kinds::advertising, &Levers::promise, was.promise},
      {kinds::care, &Levers::care, 1},
      {kinds::technology, &Levers::technology, .5f},
      {kinds::win_back, &Levers::win_back_offers, .5f},
      {kinds::win_back, &Levers::win_back_delay, was.win_back_delay},
      {kinds::loyalty_benefits, &Levers::loyalty_benefit, 1},
      {kinds::continuous_improvement, &Levers::outer, was.outer + .3f},
      {kinds::continuous_improvement, &Levers::skill, was.skill + .02f},
      {kinds::data_breach, &Levers::consent, 0},
  };
  for (const Row& row : rows)
    EXPECT_FLOAT_EQ(under(row.kind).is.*row.lever, row.expected) << row.kind.name;
}

TEST(Usual, NumbersMoveAsTheirKindsSay) {
  const Conditions was = small_conditions();
  struct Row {
    const Kind& kind;
    float (*number)(const Conditions&);
    float expected;
  };
  const Row rows[] = {
      {kinds::training, [](const Conditions& c) { return c.company.departments[0].skill_bonus; },
       .08f},
      {kinds::training, [](const Conditions& c) { return c.company.departments[1].empathy_bonus; },
       .08f},
      {kinds::shared_record, [](const Conditions& c) { return c.customer.episode.handoff_loss; },
       was.customer.episode.handoff_loss / 2},
      {kinds::staffing, [](const Conditions& c) { return c.company.departments[1].staffing; },
       1.15f},
      {kinds::service_recovery, [](const Conditions& c) { return c.customer.recovery.chance_base; },
       .65f},
      {kinds::continuous_improvement,
       [](const Conditions& c) { return c.company.outer_loop.entropy; }, .42f},
      {kinds::outage, [](const Conditions& c) { return c.touchpoints[web.index()].p_fail; }, .4f},
      {kinds::rival, [](const Conditions& c) { return c.rivals[1].quality; },
       was.rivals[1].quality + .05f},
      {kinds::rival, [](const Conditions& c) { return c.rivals[0].price; }, 1},
      {kinds::recession, [](const Conditions& c) { return c.customer.preference.price; },
       was.customer.preference.price * 1.5f},
      {kinds::recession, [](const Conditions& c) { return c.money.revenue; }, was.money.revenue},
      {kinds::expectation_jump, [](const Conditions& c) { return c.market.expectation; }, .75f},
      {kinds::demand_surge,
       [](const Conditions& c) { return c.journeys[fix.index()].days_between; }, 60},
      {kinds::maturity_climb, [](const Conditions& c) { return c.company.maturity.maturity_stage; },
       4},
      {kinds::cx_owner, [](const Conditions& c) { return float(c.company.cx_owner.value); }, 1},
  };
  for (const Row& row : rows)
    EXPECT_FLOAT_EQ(row.number(under(row.kind).day.now), row.expected) << row.kind.name;
}

// A kind that changes nothing unless told what: its usual one is the firm as it is.
TEST(Usual, NothingWhereAScenarioMustSayWhat) {
  const Conditions was = small_conditions();
  for (const Kind* kind : {&kinds::free_levers, &kinds::touchpoint_quality}) {
    const Moved moved = under(*kind);
    EXPECT_EQ(moved.is.culture, moved.was.culture);
    EXPECT_EQ(moved.day.now.touchpoints[0].quality.rational, was.touchpoints[0].quality.rational);
  }
}

TEST(Usual, TimesAreThoseOfTheKind) {
  const Intervention training = usual(kinds::training);
  EXPECT_EQ(training.timing.ramp, 90);
  EXPECT_EQ(training.timing.half_life, 300);
  EXPECT_EQ(usual(kinds::outage).timing.duration, 5);
  EXPECT_EQ(usual(kinds::demand_surge).timing.duration, 30);
  EXPECT_EQ(usual(kinds::culture).timing.ramp, 360);
}

std::vector<Happening> happenings_of(const Intervention& one, std::int64_t day) {
  const Programme programme = of_small_firm({one});
  auto found = day_of(programme, day).plans.happenings;
  for (Happening& happening : found) happening.scope = nullptr;  // ends with the programme
  return found;
}

TEST(Usual, NewsReachesEverybodyOnItsFirstDayOnly) {
  const auto found = happenings_of(from_day(7, usual(kinds::news)), 7);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reaches, Reaches::everybody);
  EXPECT_FLOAT_EQ(found[0].reach, .3f);
  EXPECT_FLOAT_EQ(found[0].experience, -.9f);
  EXPECT_EQ(found[0].weight, 5);
  EXPECT_FLOAT_EQ(found[0].trust_loss, .08f);
  EXPECT_EQ(found[0].shield, 1);
  EXPECT_FLOAT_EQ(found[0].implicit_loss, .03f);
  EXPECT_FLOAT_EQ(found[0].reputation_loss, .12f);
  for (const std::int64_t day : {6, 8, 37})
    EXPECT_TRUE(happenings_of(from_day(7, usual(kinds::news)), day).empty()) << day;
}

TEST(Usual, NewsBreaksOutAgainWithinItsDuration) {
  Intervention one = for_days(61, from_day(7, usual(kinds::news)));
  std::vector<std::int64_t> days;
  for (std::int64_t day = 0; day < 200; ++day)
    if (!happenings_of(one, day).empty()) days.push_back(day);
  EXPECT_EQ(days, (std::vector<std::int64_t>{7, 37, 67}));
}

TEST(Usual, NewsReachesMoreWhenStrongerAndSaysMoreWhenMoreEffective) {
  Intervention one = usual(kinds::news);
  one.timing.strength = 2;
  one.timing.effectiveness = .5f;
  const Happening happening = happenings_of(one, 0).at(0);
  EXPECT_FLOAT_EQ(happening.reach, .6f);
  EXPECT_FLOAT_EQ(happening.experience, -.9f);
  EXPECT_FLOAT_EQ(happening.weight, 2.5f);
  EXPECT_FLOAT_EQ(happening.trust_loss, .04f);
  one.timing.strength = 10;
  EXPECT_EQ(happenings_of(one, 0).at(0).reach, 1) << "nobody twice";
}

TEST(Usual, NothingHappensWithoutEffect) {
  for (const Kind* kind : {&kinds::news, &kinds::data_breach, &kinds::win_back}) {
    Intervention one = usual(*kind);
    if (kind == &kinds::win_back) one.parameters[0] = 1;
    EXPECT_EQ(happenings_of(one, 0).size(), 1u) << kind->name;
    one.timing.effectiveness = 0;
    EXPECT_TRUE(happenings_of(one, 0).empty()) << kind->name;
  }
}

TEST(Usual, GoodNewsMendsWhatBadNewsBreaks) {
  Intervention one = usual(kinds::news);
  one.parameters[1] = .9f;
  const Happening happening = happenings_of(one, 0).at(0);
  EXPECT_FLOAT_EQ(happening.trust_loss, -.08f);
  EXPECT_FLOAT_EQ(happening.implicit_loss, -.03f);
  EXPECT_FLOAT_EQ(happening.reputation_loss, -.12f);
}

TEST(Usual, BreachCostsTrustOnceAndConsentForAWhile) {
  const Intervention one = from_day(3, usual(kinds::data_breach));
  const auto found = happenings_of(one, 3);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reaches, Reaches::customers);
  EXPECT_EQ(found[0].reach, 1);
  EXPECT_FLOAT_EQ(found[0].trust_loss, .2f);
  EXPECT_EQ(found[0].shield, 0);
  EXPECT_TRUE(happenings_of(one, 4).empty());
  const Programme programme = of_small_firm({one});
  EXPECT_EQ(day_of(programme, 4).levers.consent, 0);
  EXPECT_FLOAT_EQ(day_of(programme, 3 + 360 + 180).levers.consent, .25f) << "half way back";
}

TEST(Usual, CampaignReachesFormerCustomersOnItsFirstDay) {
  EXPECT_TRUE(happenings_of(usual(kinds::win_back), 0).empty()) << "none unless asked for";
  Intervention one = from_day(5, usual(kinds::win_back));
  set(one, "campaign", .4f);
  const auto found = happenings_of(one, 5);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reaches, Reaches::former_customers);
  EXPECT_FLOAT_EQ(found[0].reach, .4f);
  EXPECT_TRUE(found[0].brings_offer);
  EXPECT_TRUE(happenings_of(one, 6).empty());
}

TEST(Usual, SurgeDividesTheTimeBetweenNeeds) {
  const Programme more = of_small_firm({bare(kinds::demand_surge, "demand", 4)});
  EXPECT_EQ(day_of(more, 0).now.journeys[using_it.index()].days_between, 1.75f);
  EXPECT_EQ(day_of(more, 0).now.journeys[join.index()].days_between, 0) << "never by itself";
}

TEST(Refusals, SayWhatIsMissing) {
  EXPECT_FALSE(kinds::cx_owner.refusal(usual(kinds::cx_owner)).empty());
  Intervention owner = usual(kinds::cx_owner);
  owner.scope.departments.add(technology);
  EXPECT_TRUE(kinds::cx_owner.refusal(owner).empty());

  Intervention redesign = usual(kinds::journey_redesign);
  EXPECT_FALSE(kinds::journey_redesign.refusal(redesign).empty());
  redesign.redesign.journey = fix;
  EXPECT_FALSE(kinds::journey_redesign.refusal(redesign).empty()) << "it changes nothing";
  redesign.redesign.remove = {"app"};
  EXPECT_TRUE(kinds::journey_redesign.refusal(redesign).empty());

  const Intervention standing = usual(kinds::continuous_improvement);
  EXPECT_TRUE(kinds::continuous_improvement.refusal(standing).empty());
  EXPECT_FALSE(kinds::continuous_improvement.refusal(for_days(90, standing)).empty());
}

}  // namespace
}  // namespace cxsim
