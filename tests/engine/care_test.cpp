#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "support/chance.hpp"
#include "support/small_world.hpp"

namespace cxsim {
namespace {

World caring_world(CareFor whom, float strength = 1) {
  World w = small_world(2000, 180);
  without_churn(w);
  without_acquisition(w);
  w.segments[0].initial_share = 1;
  w.journeys[using_it.index()].days_between = 0;
  w.journeys[fix.index()].steps = {{"call", 1}};
  w.company.care_for = whom;
  w.company.policy.care = strength;
  return ready(w);
}

float value_of(PersonId person, const World& w) {
  const StreamKey key{static_cast<std::uint64_t>(w.simulation.seed), 0};
  const Customer c = be_born(person, w.segments[0], {30, 400}, key);
  return w.trait_tables[0].of(Trait::value, c.traits[static_cast<std::size_t>(Trait::value)]);
}

enum class Tier { bottom, middle, top };

Tier tier_of(PersonId person, const World& w) {
  const float value = value_of(person, w);
  return value > 1.42f ? Tier::top : value < .37f ? Tier::bottom : Tier::middle;
}

TEST(Care, ForEverybodyCostsTwoAHumanContact) {
  const World w = caring_world(CareFor::everybody);
  const RunResult result = run(w, 0, {});
  EXPECT_GT(sum_of(result, TouchpointSum::waits), 1000);
  EXPECT_EQ(sum_of(result, SegmentSum::care_cost), 2 * sum_of(result, TouchpointSum::waits));
}

TEST(Care, ForATierReachesThatTierOnly) {
  for (const auto& [whom, tier] :
       {std::pair{CareFor::top_value, Tier::top}, std::pair{CareFor::bottom_value, Tier::bottom}}) {
    const World w = caring_world(whom);
    const RunResult result = run_observed(w);
    double contacts = 0;
    for (const LifeEvent& e : result.events)
      contacts += e.kind == LifeEventKind::contact && tier_of(e.person, w) == tier;
    EXPECT_GT(contacts, 100);
    EXPECT_EQ(sum_of(result, SegmentSum::care_cost), 2 * contacts);
  }
}

TEST(Care, TiersAreAboutAFifthEach) {
  const World w = caring_world(CareFor::nobody);
  double top = 0, bottom = 0;
  for (const PersonId person : all_people(w)) {
    top += tier_of(person, w) == Tier::top;
    bottom += tier_of(person, w) == Tier::bottom;
  }
  const auto above = [](double value) {
    return .5 * std::erfc((std::log(value) + .32) / .8 / std::sqrt(2.0));
  };
  expect_count(top, 2000, above(1.42));
  expect_count(bottom, 2000, 1 - above(.37));
}

// The equity that the first contact leaves: gained with care, lost by the top who see it go
// elsewhere, untouched in the rest.
TEST(Care, IsGainedOrMissed) {
  const World w = caring_world(CareFor::bottom_value);
  std::vector<bool> met(2000);
  std::map<Tier, int> seen;
  for (const LifeEvent& e : run_observed(w).events) {
    if (e.kind != LifeEventKind::contact || met[e.person.index()]) continue;
    met[e.person.index()] = true;
    const Tier tier = tier_of(e.person, w);
    const float expected = tier == Tier::bottom ? .03f : tier == Tier::top ? -.03f : 0.0f;
    EXPECT_FLOAT_EQ(e.mind.equity, expected);
    ++seen[tier];
  }
  EXPECT_GT(seen[Tier::bottom], 100);
  EXPECT_GT(seen[Tier::top], 100);
}

TEST(Care, RaisesWhatIsDelivered) {
  const World with = caring_world(CareFor::everybody), without = caring_world(CareFor::nobody);
  std::map<std::uint32_t, float> plain;
  for (const LifeEvent& e : run_observed(without).events)
    if (e.kind == LifeEventKind::contact) plain.emplace(e.person.value, e.experience.delivered);
  std::vector<bool> met(2000);
  for (const LifeEvent& e : run_observed(with).events) {
    if (e.kind != LifeEventKind::contact || met[e.person.index()]) continue;
    met[e.person.index()] = true;
    const float higher = std::min(1.0f, plain.at(e.person.value) + .07f);
    EXPECT_NEAR(e.experience.delivered, higher, 1e-5);
  }
}

TEST(Care, ForAChosenFifthReachesAFifth) {
  const World w = caring_world(CareFor::random);
  const RunResult result = run_observed(w);
  std::vector<bool> met(2000);
  double people = 0, chosen = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::contact || met[e.person.index()]) continue;
    met[e.person.index()] = true;
    ++people;
    chosen += e.mind.equity > 0;
  }
  expect_count(chosen, people, .2);
}

TEST(Care, IsOffUnlessAsked) {
  EXPECT_EQ(sum_of(run(caring_world(CareFor::nobody), 0, {}), SegmentSum::care_cost), 0);
  EXPECT_EQ(sum_of(run(caring_world(CareFor::everybody, 0), 0, {}), SegmentSum::care_cost), 0);
}

}  // namespace
}  // namespace cxsim
