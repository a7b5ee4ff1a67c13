#include "interventions/redesign.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "interventions/day.hpp"

namespace cxsim {
namespace {

Intervention redesign(JourneyId journey) {
  Intervention one = bare(kinds::journey_redesign);
  one.redesign.journey = journey;
  one.place = {"plan.toml", 12};
  return one;
}

Intervention without(JourneyId journey, std::vector<std::string> touchpoints) {
  Intervention one = redesign(journey);
  one.redesign.remove = std::move(touchpoints);
  return one;
}

Result<std::vector<JourneyWays>> designs(const std::vector<Intervention>& interventions,
                                         const std::vector<Journey>& journeys) {
  return ways_of(interventions, small_firm_touchpoints(), journeys);
}

// A journey as it is once a redesign, and those of the journey before it, have reached everybody.
struct Design {
  JourneyId journey;
  JourneyTables tables;
};

std::vector<Design> good_designs(const std::vector<Intervention>& interventions) {
  const auto found = designs(interventions, small_firm_journeys());
  std::vector<Design> made;
  if (!found) {
    for (const Problem& problem : found.problems()) ADD_FAILURE() << to_text(problem);
    return made;
  }
  for (std::size_t i = 0; i < interventions.size(); ++i) {
    std::vector<float> shares(interventions.size(), 0.0f);
    std::fill_n(shares.begin(), i + 1, 1.0f);
    for (const JourneyWays& ways : *found)
      if (ways.journey == interventions[i].redesign.journey)
        made.push_back({ways.journey, ways.for_whom(.5f, shares)});
  }
  return made;
}

JourneyTables old_tables() {
  const auto journeys = small_firm_journeys();
  return JourneyTables(*build_graph(small_firm_touchpoints(), journeys), journeys.size());
}

// Where one goes, and with what share.
std::map<int, float> ways(const JourneyTables& tables, JourneyId journey, std::uint8_t from,
                          Outcome outcome = Outcome::success) {
  std::map<int, float> shares;
  float total = 0;
  for (const WalkEdge& edge : tables.edges(journey, from, outcome)) total += edge.weight;
  for (const WalkEdge& edge : tables.edges(journey, from, outcome))
    shares[edge.to.value] += edge.weight / total;
  return shares;
}

std::uint8_t at(TouchpointId touchpoint) { return touchpoint.value; }

TEST(Redesign, LeadsAroundARemovedTouchpoint) {
  const auto made = good_designs({without(fix, {"app"})});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].journey, fix);
  const JourneyTables& tables = made[0].tables;
  const auto from_entry = ways(tables, fix, tables.vertex(Landmark::entry));
  EXPECT_EQ(from_entry.count(app.value), 0u);
  EXPECT_FLOAT_EQ(from_entry.at(call.value), .9f) << "as if the step had never been there";
}

TEST(Redesign, LeavesOtherJourneysAlone) {
  const JourneyTables old = old_tables();
  const auto made = good_designs({without(fix, {"app"})});
  for (const JourneyId journey : {join, using_it})
    for (std::uint8_t v = 0; v < 5 + landmark_count; ++v)
      for (const Outcome outcome : {Outcome::success, Outcome::failure})
        EXPECT_EQ(ways(made[0].tables, journey, v, outcome), ways(old, journey, v, outcome));
}

// Whoever stands there when the design comes goes on as before.
TEST(Redesign, LetsThoseAtARemovedTouchpointGoOn) {
  const JourneyTables old = old_tables();
  const auto made = good_designs({without(fix, {"app"})});
  for (const Outcome outcome : {Outcome::success, Outcome::failure}) {
    EXPECT_FALSE(made[0].tables.edges(fix, at(app), outcome).empty());
    EXPECT_EQ(ways(made[0].tables, fix, at(app), outcome), ways(old, fix, at(app), outcome));
  }
}

TEST(Redesign, PutsOtherStepsInPlaceOfTheOldOnes) {
  Intervention one = redesign(fix);
  one.redesign.steps = {{"web", 1}, {"contract", .5f}};
  const auto made = good_designs({one});
  const JourneyTables& tables = made[0].tables;
  EXPECT_EQ(ways(tables, fix, tables.vertex(Landmark::entry)),
            (std::map<int, float>{{web.value, 1}}));
  EXPECT_EQ(
      ways(tables, fix, at(web)),
      (std::map<int, float>{{contract.value, .5f}, {tables.vertex(Landmark::resolved), .5f}}));
}

TEST(Redesign, AddsAWay) {
  Intervention one = redesign(fix);
  one.redesign.edges = {edge("app", "call", EdgeOutcome::failure, 3)};
  const auto made = good_designs({one});
  const auto found = ways(made[0].tables, fix, at(app), Outcome::failure);
  EXPECT_FLOAT_EQ(found.at(app.value), .25f) << "tried again";
  EXPECT_FLOAT_EQ(found.at(call.value), .75f);
}

TEST(Redesign, MakesAWayLikelierOrTakesItOut) {
  const JourneyTables old = old_tables();
  Intervention likelier = redesign(fix), gone = redesign(fix);
  likelier.redesign.edges = {edge("app", "resolved", EdgeOutcome::success, 2.7f)};
  const auto more = good_designs({likelier});
  EXPECT_FLOAT_EQ(ways(old, fix, at(app)).at(old.vertex(Landmark::resolved)), .1f);
  EXPECT_FLOAT_EQ(ways(more[0].tables, fix, at(app)).at(old.vertex(Landmark::resolved)), .75f)
      << "in place of the old weight, against .9 to the call";
  gone.redesign.edges = {edge("app", "resolved", EdgeOutcome::success, 0)};
  const auto none = good_designs({gone});
  EXPECT_EQ(ways(none[0].tables, fix, at(app)), (std::map<int, float>{{call.value, 1}}));
}

TEST(Redesign, BuildsOnTheRedesignsBeforeIt) {
  Intervention shortcut = redesign(fix);
  shortcut.redesign.edges = {edge("call", "web", EdgeOutcome::success, 1),
                             edge("web", "resolved", EdgeOutcome::always)};
  const auto made = good_designs({shortcut, without(fix, {"app"})});
  ASSERT_EQ(made.size(), 2u);
  const JourneyTables &first = made[0].tables, &both = made[1].tables;
  const std::uint8_t entry = first.vertex(Landmark::entry);
  EXPECT_EQ(ways(first, fix, entry).count(app.value), 1u) << "not yet";
  EXPECT_EQ(ways(both, fix, entry).count(app.value), 0u);
  EXPECT_EQ(ways(both, fix, at(call)).count(web.value), 1u) << "still";
}

TEST(Redesign, OfAnotherJourneyStandsApart) {
  const auto made = good_designs({without(fix, {"app"}), without(join, {"call"})});
  ASSERT_EQ(made.size(), 2u);
  EXPECT_EQ(made[1].journey, join);
  const JourneyTables& tables = made[1].tables;
  EXPECT_EQ(ways(tables, fix, tables.vertex(Landmark::entry)).count(app.value), 1u);
}

TEST(Redesign, OfAJourneyDrawnByHandKeepsItsOtherWays) {
  Journey own = journey("fix", 1, 100, {});
  own.edges = {
      edge("entry", "app", EdgeOutcome::always), edge("app", "resolved", EdgeOutcome::success),
      edge("app", "call", EdgeOutcome::failure), edge("call", "resolved", EdgeOutcome::always)};
  Intervention one = redesign(fix);
  one.redesign.remove = {"call"};
  one.redesign.edges = {edge("app", "abandoned", EdgeOutcome::failure)};
  const Journey drawn = redesigned(own, one.redesign);
  EXPECT_TRUE(drawn.steps.empty());
  ASSERT_EQ(drawn.edges.size(), 3u);
  EXPECT_EQ(drawn.edges[2].to, "abandoned");
}

void expect_problem(const Intervention& one, const std::vector<Journey>& journeys,
                    const std::string& word) {
  const auto made = designs({one}, journeys);
  ASSERT_FALSE(made) << word;
  EXPECT_TRUE(std::any_of(made.problems().begin(), made.problems().end(), [&](const Problem& p) {
    return p.what.find(word) != std::string::npos;
  })) << made.problems()[0].what;
  for (const Problem& problem : made.problems()) {
    EXPECT_EQ(problem.place.file, "plan.toml") << "told where the redesign is written";
    EXPECT_EQ(problem.place.line, 12);
  }
}

TEST(Redesign, RefusesADeadEnd) {
  Intervention one = redesign(fix);
  one.redesign.edges = {edge("app", "web", EdgeOutcome::success)};
  expect_problem(one, small_firm_journeys(), "\"web\"");
}

TEST(Redesign, RefusesACircle) {
  Intervention one = redesign(fix);
  one.redesign.steps = {{"web", 1}};
  one.redesign.edges = {edge("web", "resolved", EdgeOutcome::success, 0),
                        edge("web", "web", EdgeOutcome::success)};
  expect_problem(one, small_firm_journeys(), "no way leads from \"web\" to an end");
}

TEST(Redesign, RefusesNothingAtAll) {
  expect_problem(without(using_it, {"use"}), small_firm_journeys(),
                 "no touchpoint can be reached from its entry");
}

TEST(Redesign, RefusesToLeaveAGapInAJourneyDrawnByHand) {
  auto journeys = small_firm_journeys();
  journeys[fix.index()].steps.clear();
  journeys[fix.index()].edges = {edge("entry", "app", EdgeOutcome::always),
                                 edge("app", "call", EdgeOutcome::always),
                                 edge("call", "resolved", EdgeOutcome::always)};
  expect_problem(without(fix, {"call"}), journeys, "leaves \"app\" on success");
}

TEST(Redesign, RefusesUnknownTouchpoints) {
  Intervention one = redesign(fix);
  one.redesign.steps = {{"webb", 1}};
  expect_problem(one, small_firm_journeys(), "webb");
}

TEST(Redesign, IsAProblemOfTheProgramme) {
  const auto programme =
      Programme::of({without(using_it, {"use"})}, small_firm_touchpoints(), small_firm_journeys());
  EXPECT_FALSE(programme);
}

TEST(Redesign, RollsOutWithItsStrength) {
  Intervention one = without(fix, {"app"});
  one.timing.ramp = 40;
  const Programme programme = of_small_firm({one});
  EXPECT_EQ(day_of(programme, 0).plans.redesigns, (std::vector<float>{0}));
  EXPECT_EQ(day_of(programme, 10).plans.redesigns, (std::vector<float>{.25f}));
  EXPECT_EQ(day_of(programme, 400).plans.redesigns, (std::vector<float>{1}));
}

}  // namespace
}  // namespace cxsim
