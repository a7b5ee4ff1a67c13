#include "model/contact.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "visitor.hpp"

namespace cxsim {
namespace {

using Outcome = Visitor::Outcome;
using Attempt = Visitor::Attempt;

// Touchpoints of the reference scenario at capability 1: facets, weighted levels, effort.
constexpr Stop web{{.1f, 0, .7f, .2f}, .5f * .82f + .1f * .82f + .2f * .72f, .2f * .85f, .5f};
constexpr Stop app{{.2f, 0, .8f, 0}, .5f * .82f + .1f * .80f + .2f * .72f, .2f * .85f, .7f};
constexpr Stop call{{0, .9f, .1f, 0}, .4f * .82f + .4f * .82f, .2f * .80f, 1.5f};
constexpr Stop visit{{.2f, .8f, 0, 0}, .4f * .84f + .3f * .82f + .1f * .78f, .2f * .80f, 2};
// A bot at culture .25: rational .82 (1 + .3 (.25 - .35)), emotional .72 + .5 (.25 - .35).
constexpr Stop bot_call{{0, .9f, .1f, 0}, .4f * .82f * .97f + .4f * .67f, .2f * .80f, 1.5f};

PaperContact important(double importance) {
  PaperContact c;
  c.imp = importance;
  return c;
}

// The first contact of a stranger with a web page, every line of it by hand.
TEST(Contact, FirstEver) {
  Visitor visitor(stranger(), 1);
  visitor.meet(web, important(1));

  const double q = .41 + .082 + .144 + .17;          // .806
  const double g = .74 - q;                          // -.066
  const double p = q + .25 * g * (1 - g * g / .25);  // .7897875
  const double D = p - .72;                          // just inside the zone of tolerance
  const double x = std::tanh((.5 * D + .25 * (p - .5)) / .45);
  const Mind<float>& mind = visitor.mind();
  EXPECT_NEAR(p, .7897875, 1e-7);
  EXPECT_NEAR(visitor.experience().delivered, q, 1e-6);
  EXPECT_NEAR(visitor.experience().perceived, p, 1e-6);
  EXPECT_NEAR(visitor.experience().reaction, x, 1e-6);
  EXPECT_NEAR(mind.valence, .6 * x, 1e-6);
  EXPECT_NEAR(mind.arousal, .7 * x, 1e-6);
  EXPECT_NEAR(mind.belief.ux, .74 + .15 * (1 + .7 * x) * .7 * (p - .74), 1e-6);
  EXPECT_NEAR(mind.belief.brand, .74 + .15 * (1 + .7 * x) * .2 * (p - .74), 1e-6);
  EXPECT_EQ(mind.belief.service, .74f);
  EXPECT_NEAR(mind.expectation_offset, .05 * D, 1e-6);
  EXPECT_NEAR(mind.trust, .515, 1e-6);
  EXPECT_EQ(mind.cynicism, 0.0f);
  visitor.expect_agreement();
}

TEST(Contact, WithABotThatFails) {
  Visitor visitor(settled_customer(), 1.1f);
  PaperContact c = important(.6);
  c.failed = c.bot = true;
  c.u = .25;
  c.eps = -.4;
  visitor.meet(bot_call, c);
  visitor.expect_agreement();
  // .7462 - .028 - .6 * .45 * .8
  EXPECT_NEAR(visitor.experience().delivered, .50216, 1e-5);
  EXPECT_LT(visitor.experience().reaction, -.3f);
}

TEST(Contact, WithAHumanWhoFailsAfterALongWait) {
  Visitor visitor(settled_customer(), .9f);
  PaperContact c = important(1);
  c.failed = true;
  c.u = .9;
  c.wait = 38;
  visitor.meet(call, c);
  visitor.expect_agreement();
  // .656 + .16 e^(-1.36 * 38 / 45) - .45 * 1.32
  EXPECT_NEAR(visitor.experience().delivered, .656 + .16 * .317106 - .594, 1e-5);
  EXPECT_LT(visitor.mind().trust, .55f);
  EXPECT_GT(visitor.mind().cynicism, 0.0f);
}

TEST(Contact, ThatBreaksALoudPromiseTurnsACustomerHostile) {
  Mind<float> wary = settled_customer();
  wary.cynicism = .42f;
  wary.satisfaction = -.4f;
  Visitor visitor(wary, 1.3f);
  PaperContact c = important(1);
  c.failed = true;
  c.u = 1;
  c.claim = 1;
  c.Pi = .95;
  visitor.meet(visit, c);
  visitor.expect_agreement();
  EXPECT_TRUE(visitor.hostile());
  EXPECT_NEAR(visitor.mind().trust, .55 * .85, 1e-6) << "the full loss";
}

TEST(Contact, KeepsAHostileCustomerHostileUntilCynicismHasFaded) {
  Mind<float> bitter = settled_customer();
  bitter.cynicism = .5f;
  Visitor visitor(bitter, 1);
  visitor.begin_hostile();
  visitor.wait_days(150);
  visitor.meet(call, important(.6));
  visitor.expect_agreement();
  EXPECT_TRUE(visitor.hostile()) << "at cynicism " << visitor.mind().cynicism;
  visitor.wait_days(60);
  visitor.meet(call, important(.6));
  visitor.expect_agreement();
  EXPECT_LT(visitor.mind().cynicism, .30f);
  EXPECT_FALSE(visitor.hostile());
}

TEST(Contact, RecoveredForTheFirstTime) {
  Mind<float> wronged = settled_customer();
  wronged.satisfaction = -.1f;
  Visitor visitor(wronged, 1);
  visitor.recover(2, Attempt::first);
  visitor.expect_agreement();
  EXPECT_NEAR(visitor.remembered(), .70, 1e-6);
  EXPECT_NEAR(visitor.mind().satisfaction, .26, 1e-6);
}

TEST(Contact, RecoveredASecondTimeByASlowInnerLoop) {
  Mind<float> wronged = settled_customer();
  wronged.satisfaction = -.55f;
  Visitor visitor(wronged, 1);
  visitor.recover(8, Attempt::later);
  visitor.expect_agreement();
  EXPECT_NEAR(visitor.remembered(), .75 - .20 - .45 - .3, 1e-6);
}

TEST(Contact, FailedAgainByARecovery) {
  Visitor visitor(settled_customer(), 1);
  visitor.fail_to_recover();
  visitor.wait_days(20);
  visitor.recover(30, Attempt::later);
  visitor.expect_agreement();
  EXPECT_NEAR(visitor.remembered(), .05, 1e-6);
}

TEST(Contact, HandedOverBetweenSilos) {
  Visitor visitor(settled_customer(), 1.2f);
  visitor.meet(app, important(1));
  visitor.wait_days(2.5f);
  PaperContact second = important(1);
  second.eps = -1.1;
  second.wait = 4;
  visitor.meet(call, second);
  visitor.lose_information();
  visitor.expect_agreement();
  EXPECT_NEAR(visitor.episode().peak, -.42, 1e-6) << "repeating oneself is what stays";
  EXPECT_NEAR(visitor.episode().effort, .7 + 1.5 + 1, 1e-6);
  visitor.close(Outcome::resolved, 1);
  visitor.expect_agreement();
  EXPECT_LT(visitor.remembered(), .25f) << "though no touchpoint is to blame";
}

TEST(Contact, ClosedUnresolvedAfterMuchEffortAndIgnored) {
  Visitor visitor(settled_customer(), 1);
  for (int failure = 0; failure < 4; ++failure) {
    PaperContact c = important(1);
    c.failed = true;
    c.u = .2 * failure;
    c.wait = 6;
    visitor.meet(call, c);
    visitor.wait_days(1.75f);
  }
  visitor.close(Outcome::unresolved, 1);
  visitor.expect_agreement();
  EXPECT_NEAR(visitor.episode().effort, 6, 1e-6);
  EXPECT_EQ(visitor.remembered(), -1.0f);
  EXPECT_LT(visitor.mind().equity, -.1f);
  visitor.ignore();
  visitor.expect_agreement();
  EXPECT_LT(visitor.mind().satisfaction, -.5f);
}

TEST(Contact, PersonalisedWithoutConsent) {
  PaperContact c = important(.6);
  c.pers = .8;
  c.an = .5;
  c.consent = .1;
  c.prv = .95;
  Visitor private_person(settled_customer(), 1), open_person(settled_customer(), 1);
  private_person.meet(app, c);
  private_person.expect_agreement();
  c.prv = 0;
  open_person.meet(app, c);
  open_person.expect_agreement();
  // .8 * .06 * .9 * .95
  EXPECT_NEAR(open_person.experience().delivered - private_person.experience().delivered, .04104,
              1e-6);
}

TEST(Contact, DelightsWithCareAndRaisesWhatIsExpectedNext) {
  Mind<float> modest = settled_customer();
  modest.expectation_offset = -.1f;
  modest.valence = .5f;
  Visitor visitor(modest, 1);
  PaperContact c = important(1);
  c.eps = 1.5;
  c.care = 1;
  visitor.meet(call, c);
  visitor.expect_agreement();
  EXPECT_GT(visitor.experience().gap, .3f);
  EXPECT_NEAR(visitor.mind().expectation_offset, -.1 + .05 * visitor.on_paper().D, 1e-6);
  EXPECT_NEAR(visitor.mind().equity, .03, 1e-6);
  visitor.close(Outcome::resolved, 1);
  visitor.expect_agreement();
}

TEST(Contact, WithTheProductMattersLittle) {
  constexpr Stop use{{.8f, 0, .2f, 0}, .5f * .84f + .2f * .80f + .2f * .82f, .1f * .85f, .2f};
  Visitor visitor(settled_customer(), 1);
  visitor.meet(use, important(.15));
  visitor.close(Outcome::resolved, .15f);
  visitor.expect_agreement();
  EXPECT_NEAR(visitor.mind().satisfaction, .2, .02);
}

Mind<float> anybody(Dice& dice) {
  Mind<float> mind{};
  mind.belief = {between(dice, 0, 1), between(dice, 0, 1), between(dice, 0, 1),
                 between(dice, 0, 1)};
  mind.expectation_offset = between(dice, -.5f, .5f);
  mind.valence = between(dice, -1, 1);
  mind.arousal = between(dice, 0, 1);
  mind.satisfaction = between(dice, -1, 1);
  mind.implicit = between(dice, -1, 1);
  mind.trust = between(dice, 0, 1);
  mind.commitment = between(dice, 0, 1);
  mind.cynicism = between(dice, 0, 1);
  mind.equity = between(dice, -1, 1);
  mind.neighbour_exits = between(dice, 0, 3);
  return mind;
}

PaperContact anything(Dice& dice) {
  PaperContact c;
  c.imp = between(dice, 0, 1);
  c.wait = between(dice, 0, 60);
  c.eps = between(dice, -3, 3);
  c.u = between(dice, 0, 1);
  c.failed = dice.happens(.3);
  c.bot = dice.happens(.3);
  c.pers = between(dice, 0, 1);
  c.an = between(dice, 0, 1);
  c.consent = between(dice, 0, 1);
  c.prv = between(dice, 0, 1);
  c.care = dice.happens(.2) ? 1 : 0;
  c.E_mkt = between(dice, .6f, .9f);
  c.Pi = between(dice, .5f, 1);
  c.claim = between(dice, 0, 1);
  return c;
}

// Whether rounding could decide which branch of a rule is taken.
bool on_an_edge(const Visitor& visitor, double promise) {
  constexpr double near = 1e-5;
  const PaperExperience& x = visitor.on_paper();
  const Paper& paper = visitor.paper();
  const double edges[] = {x.p - x.believed,    x.D,
                          promise - x.p - .10, paper.K - .55,
                          paper.K - .30,       std::fabs(paper.pk) - std::fabs(paper.en)};
  for (const double distance : edges)
    if (std::fabs(distance) < near && distance != 0) return true;
  return false;
}

TEST(Contact, OfAnyKindIsAsOnPaper) {
  Dice dice(20);
  const Stop stops[] = {web, app, call, visit, bot_call};
  int compared = 0;
  for (int life = 0; life < 20000 && !::testing::Test::HasFailure(); ++life) {
    const PaperContact c = anything(dice);
    Visitor visitor(anybody(dice), between(dice, .5f, 2));
    if (dice.happens(.5)) visitor.begin_hostile();
    visitor.wait_days(between(dice, 0, 60));
    visitor.meet(stops[life % 5], c);
    if (on_an_edge(visitor, c.Pi)) continue;
    ++compared;
    visitor.expect_agreement(4e-6);
    if (dice.happens(.5)) visitor.lose_information();
    visitor.close(dice.happens(.5) ? Outcome::resolved : Outcome::unresolved,
                  between(dice, .1f, 1));
    if (std::fabs(visitor.remembered()) > 1e-5f) visitor.expect_agreement(4e-6);
  }
  EXPECT_GT(compared, 19000);
}

}  // namespace
}  // namespace cxsim
