#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/chance.hpp"
#include "support/frozen.hpp"

namespace cxsim {
namespace {

constexpr int people = 5000;

World meeting_world(float rate) {
  World w = small_world(people, 360);
  silence(w);
  without_needs(w);
  without_acquisition(w);
  without_churn(w);
  w.company.policy.encounters = rate;
  w.company.sales_touchpoint = contract;
  w.company.morale.culture_slope = 0;  // warmth stays as it is on day 0
  return w;
}

TEST(Encounters, HappenAtTheStatedRate) {
  const RunResult result = run(ready(meeting_world(.2f)), 0, {});
  const double each_day = people * .2 / 365;
  // A day has the whole number below or above: at most a quarter of variance.
  EXPECT_NEAR(sum_of(result, CompanySum::messages_sent), 360 * each_day,
              strays * std::sqrt(360 / 4.0));
}

TEST(Encounters, AreAsWarmAsTheSalesPeople) {
  const RunResult result = run_observed(ready(meeting_world(2)));
  Sample experience;
  for (const LifeEvent& e : result.events)
    if (e.kind == LifeEventKind::heard) experience.add(static_cast<double>(e.amount));
  EXPECT_EQ(static_cast<double>(experience.count()), sum_of(result, CompanySum::messages_heard));
  // Empathy .67 at morale .6 and reference .7; sd .3.
  expect_mean(experience, 2 * (.67 / .7 - 1), .3);
  expect_variance(experience, .09, 3 * .0081);
}

TEST(Encounters, MeetEverybodyAlike) {
  const RunResult result = run_observed(ready(meeting_world(2)));
  std::vector<double> found(10);
  for (const LifeEvent& e : result.events)
    if (e.kind == LifeEventKind::heard) ++found[e.person.index() * 10 / people];
  expect_shares(found, std::vector<double>(10, .1));
}

TEST(Encounters, WeighTwiceAFriendsWord) {
  World w = meeting_world(2);
  w.segments[0].initial_share = 0;
  w.customer.advertising.persuasion = 0;
  const RunResult result = run_observed(ready(w));
  std::vector<bool> met(people);
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::heard) continue;
    if (!met[e.person.index()]) {
      const auto amount = static_cast<double>(e.amount);
      const double conveyed = std::min(1.0, .74 + .3 * amount);
      const double rate = .06 * 2 * (amount < 0 ? 1.5 : 1);
      EXPECT_NEAR(e.mind.belief.service, .74 + rate * (conveyed - .74), 1e-5);
    }
    met[e.person.index()] = true;
  }
}

TEST(Encounters, AreOffUnlessAsked) {
  EXPECT_EQ(sum_of(run(ready(meeting_world(0)), 0, {}), CompanySum::messages_sent), 0);
}

}  // namespace
}  // namespace cxsim
