#include "company/delivery.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "company/maturity.hpp"
#include "support/small_firm.hpp"

namespace cxsim {
namespace {

// A firm whose every number can be changed before it delivers.
struct Firm {
  std::vector<Department> departments{defaults<Department>(), defaults<Department>()};
  std::vector<DepartmentState> states{{.6f, .7f, 4, 0, 0}, {.8f, 1.05f, 9, 0, 0}};
  std::vector<float> root_causes{1.2f};
  Levers levers{default_stages[2].levers, defaults<PolicyLevers>()};

  Delivery deliver(const Touchpoint& t) const {
    const ConcertSettings concert = defaults<ConcertSettings>();
    const DeliverySettings delivery = defaults<DeliverySettings>();
    return delivery_of(t, {departments, states, root_causes, levers, concert, delivery, .15f});
  }
};

Touchpoint desk() {
  Touchpoint t = staffed(touchpoint("desk", service), 12, 8);
  t.department_weights = {.6f, .4f};
  t.levels = {.4f, .3f, .1f, .2f};
  t.quality = {.84f, .80f, .78f, .82f};
  t.facets = {.1f, .2f, .3f, .4f};
  t.p_fail = .06f;
  t.effort = 1.5f;
  t.root_cause = RootCauseId(std::size_t{0});
  return t;
}

// Stage 3: alignment .4, so the power mean has exponent -2; skill .70, empathy .67, culture .38.
constexpr double exponent = -2;

double mean_of_two(double first, double second) {
  return std::pow(.6 * std::pow(first, exponent) + .4 * std::pow(second, exponent), 1 / exponent);
}

double strained() { return 1 - .5 * (1.05 - .85); }
double rational() { return .84 * (.45 + .55 * mean_of_two(1, strained())); }
double warm() {
  return .80 *
         (.4 + .6 * mean_of_two(.67 * (.7 + .5 * .6) / .7, .67 * (.7 + .5 * .8) / .7 * strained()));
}
double weighted(double r, double e) { return .4 * r + .3 * e + .1 * .78; }

TEST(Delivery, OfQualityIsWhatItIsByHand) {
  const Delivery d = Firm().deliver(desk());
  EXPECT_NEAR(d.quality.human, weighted(rational(), warm()), 1e-5);
  EXPECT_NEAR(d.quality.nobody, weighted(rational(), .80), 1e-5);
  EXPECT_NEAR(d.quality.bot, weighted(rational() * (1 + .3 * .03), .72 + .5 * .03), 1e-5);
  EXPECT_NEAR(d.physical, .2 * .82, 1e-6);
}

TEST(Delivery, OfFailureIsWhatItIsByHand) {
  Firm firm;
  firm.departments[0].skill_bonus = .05f;
  firm.departments[1].skill_bonus = .5f;
  const Delivery d = firm.deliver(desk());
  EXPECT_NEAR(d.failure_chance.human, .06 * std::exp(-4 * .05) * 1.2, 1e-6) << "its owner's skill";
  EXPECT_NEAR(d.failure_chance.nobody, .06 * 1.2, 1e-6);
  EXPECT_NEAR(d.failure_chance.bot, .35 - .30 * .38, 1e-6) << "no root cause";
}

TEST(Delivery, FailsAtMostNineTimesInTen) {
  Firm firm;
  firm.root_causes[0] = 3;
  Touchpoint t = desk();
  t.p_fail = .8f;
  EXPECT_EQ(firm.deliver(t).failure_chance.human, .9f);
  EXPECT_EQ(firm.deliver(t).failure_chance.nobody, .9f);
  EXPECT_EQ(firm.deliver(t).failure_chance.bot, .8f) << "no less than the touchpoint itself";
}

TEST(Delivery, WithoutARootCauseFailsAsStated) {
  Touchpoint t = desk();
  t.root_cause = RootCauseId();
  EXPECT_NEAR(Firm().deliver(t).failure_chance.nobody, .06, 1e-7);
}

TEST(Delivery, OfABonusReachesItsLevelOnly) {
  Firm skilled, warm_hearted;
  skilled.departments[0].skill_bonus = skilled.departments[1].skill_bonus = .1f;
  warm_hearted.departments[0].empathy_bonus = warm_hearted.departments[1].empathy_bonus = .1f;
  Touchpoint rational_only = desk(), emotional_only = desk();
  rational_only.levels = {1, 0, 0, 0};
  emotional_only.levels = {0, 1, 0, 0};
  const auto human = [](const Firm& f, const Touchpoint& t) { return f.deliver(t).quality.human; };
  EXPECT_GT(human(skilled, rational_only), human(Firm(), rational_only));
  EXPECT_EQ(human(skilled, emotional_only), human(Firm(), emotional_only));
  EXPECT_GT(human(warm_hearted, emotional_only), human(Firm(), emotional_only));
  EXPECT_EQ(human(warm_hearted, rational_only), human(Firm(), rational_only));
}

TEST(Delivery, CostsAndWaitsWherePeopleAnswer) {
  const Delivery d = Firm().deliver(desk());
  EXPECT_TRUE(d.staffed);
  EXPECT_EQ(d.mean_wait, 4) << "the owner's";
  EXPECT_EQ(d.minutes, 12);
  EXPECT_EQ(d.cost.human, 8);
  EXPECT_EQ(d.cost.nobody, 8);
  EXPECT_FLOAT_EQ(d.cost.bot, 1.2f);
  EXPECT_EQ(d.owner, service);
  EXPECT_EQ(d.effort, 1.5f);
  EXPECT_EQ(d.facets.brand, .4f);
}

TEST(Delivery, HasNoWaitWhereNobodyWorks) {
  Touchpoint machine = desk();
  machine.human_share = 0;
  EXPECT_EQ(Firm().deliver(machine).mean_wait, 0);
  EXPECT_FALSE(Firm().deliver(machine).staffed);
  Touchpoint instant = desk();
  instant.service_minutes = 0;
  EXPECT_EQ(Firm().deliver(instant).mean_wait, 0);
}

TEST(Delivery, TakesAnyHumanShareForAFullDesk) {
  Touchpoint seldom = desk();
  seldom.human_share = .01f;
  const Delivery d = Firm().deliver(seldom);
  EXPECT_TRUE(d.staffed);
  EXPECT_EQ(d.minutes, 12);
  EXPECT_EQ(d.cost.human, 8);
}

// An external partner lowers alignment to .7 of itself, in the exponent and at the handoff.
TEST(ExternalPartner, LowersAlignmentWhereItWorks) {
  Firm firm;
  firm.departments[1].external = true;
  const Delivery with = firm.deliver(desk()), without = Firm().deliver(desk());
  EXPECT_FLOAT_EQ(with.handoff_alignment, .7f * .4f);
  EXPECT_FLOAT_EQ(without.handoff_alignment, .4f);
  EXPECT_LT(with.quality.human, without.quality.human);
  firm.departments[1].external = false;
  firm.levers.alignment = .7f * .4f;
  EXPECT_FLOAT_EQ(with.quality.human, firm.deliver(desk()).quality.human);
}

TEST(ExternalPartner, ChangesNothingElsewhere) {
  Firm firm;
  firm.departments[1].external = true;
  Touchpoint own = desk();
  own.department_weights = {1, 0};
  EXPECT_EQ(firm.deliver(own).quality.human, Firm().deliver(own).quality.human);
  EXPECT_FLOAT_EQ(firm.deliver(own).handoff_alignment, .4f);
}

}  // namespace
}  // namespace cxsim
