#include "journey/tables.hpp"

#include <gtest/gtest.h>

#include "support/chance.hpp"
#include "support/small_firm.hpp"

namespace cxsim {
namespace {

constexpr JourneyId only{0};
constexpr WalkState<float> calm{0, .5f, 0, 0};

JourneyTables tables_of(const std::vector<Journey>& journeys) {
  const auto graph = build_graph(small_firm_touchpoints(), journeys);
  return JourneyTables(*graph, journeys.size());
}

std::uint8_t at(TouchpointId t) { return t.value; }

// The edges from the entry to these touchpoints, in this order.
JourneyTables fan_of(const std::vector<EdgePlan>& edges) {
  Journey own = journey("own", 1, 10, {});
  own.edges = edges;
  return tables_of({own});
}

EdgePlan way_to(std::string touchpoint, float weight, EdgeSlopes slopes = {}) {
  EdgePlan plan = edge("entry", std::move(touchpoint), EdgeOutcome::always, weight);
  plan.valence = slopes.valence;
  plan.trust = slopes.trust;
  plan.effort = slopes.effort;
  plan.failures = slopes.failures;
  return plan;
}

TouchpointId chosen(const JourneyTables& fan, const WalkState<float>& state, float u) {
  const std::int32_t entry = fan.vertex(Landmark::entry);
  return TouchpointId(
      static_cast<std::size_t>(fan.choose<float>(only.value, entry, false, state, u, true).to));
}

// How often each of the first touchpoints is drawn.
std::vector<double> shares_drawn(const JourneyTables& fan, std::size_t touchpoints,
                                 const WalkState<float>& state, int draws) {
  std::vector<double> found(touchpoints);
  Dice dice(20240607);
  for (int i = 0; i < draws; ++i) ++found.at(chosen(fan, state, dice.uniform()).index());
  return found;
}

// The share of the first of two edges: the uniform at which the choice turns to the second.
float share_of_first(const JourneyTables& fan, const WalkState<float>& state) {
  std::uint32_t low = 0, high = 1u << 24;
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    if (chosen(fan, state, static_cast<float>(middle) * 0x1p-24f) == web)
      low = middle + 1;
    else
      high = middle;
  }
  return static_cast<float>(low) * 0x1p-24f;
}

TEST(Tables, KeepTheEdgesOfAJourneyAVertexAndAnOutcome) {
  const JourneyTables tables = tables_of(small_firm_journeys());
  EXPECT_EQ(tables.edges(using_it, at(use), Outcome::success).size(), 1u);
  EXPECT_EQ(tables.edges(using_it, at(use), Outcome::failure)[0].to.value,
            tables.vertex(Landmark::abandoned));
  EXPECT_TRUE(tables.edges(using_it, at(app), Outcome::success).empty()) << "another journey's";
  EXPECT_EQ(tables.edges(fix, at(app), Outcome::success).size(), 2u);
  EXPECT_EQ(tables.edges(fix, at(app), Outcome::failure)[0].to.value, at(app));
}

TEST(Tables, TakeAnEdgeOnAlwaysForBothOutcomes) {
  const JourneyTables tables = tables_of(small_firm_journeys());
  for (const Outcome outcome : {Outcome::success, Outcome::failure}) {
    const auto edges = tables.edges(join, at(web), outcome);
    ASSERT_EQ(edges.size(), 1u);
    EXPECT_EQ(edges[0].to.value, at(contract));
    EXPECT_EQ(edges[0].dwell, 2);
  }
}

TEST(Tables, LeaveOutEdgesWithoutWeight) {
  Journey own = journey("own", 1, 10, {});
  own.edges = {edge("app", "call", EdgeOutcome::always, 0),
               edge("app", "resolved", EdgeOutcome::always, 2)};
  const JourneyTables tables = tables_of({own});
  const auto edges = tables.edges(only, at(app), Outcome::success);
  ASSERT_EQ(edges.size(), 1u);
  EXPECT_EQ(edges[0].weight, 2);
}

TEST(Tables, KnowATouchpointFromALandmark) {
  const JourneyTables tables = tables_of(small_firm_journeys());
  EXPECT_TRUE(tables.is_touchpoint(at(app)));
  EXPECT_FALSE(tables.is_touchpoint(tables.vertex(Landmark::entry)));
  EXPECT_FALSE(tables.is_touchpoint(tables.vertex(Landmark::declined)));
}

TEST(EdgeChoice, FollowsTheWeights) {
  const JourneyTables fan =
      fan_of({way_to("web", 1), way_to("contract", 2), way_to("call", .5f), way_to("use", 4)});
  expect_shares(shares_drawn(fan, 4, calm, 100000), {1 / 7.5, 2 / 7.5, .5 / 7.5, 4 / 7.5});
}

TEST(EdgeChoice, FollowsWeightTimesExpOfSlopesTimesState) {
  const JourneyTables fan = fan_of({way_to("web", 2), way_to("contract", 1, {-1.5f, 0, 0, .8f}),
                                    way_to("call", .5f, {0, 2, .25f, 0})});
  const WalkState<float> state{-.4f, .7f, 3, 2};
  const double pull[] = {2, std::exp(-1.5 * -.4 + .8 * 2), .5 * std::exp(2 * .7 + .25 * 3)};
  const double total = pull[0] + pull[1] + pull[2];
  expect_shares(shares_drawn(fan, 3, state, 100000),
                {pull[0] / total, pull[1] / total, pull[2] / total});
}

TEST(EdgeChoice, TakesEveryEdgeAndNoOtherAtTheEndsOfTheUniform) {
  const JourneyTables fan = fan_of({way_to("web", 1), way_to("contract", 1)});
  EXPECT_EQ(chosen(fan, calm, 0), web);
  EXPECT_EQ(chosen(fan, calm, .5f), contract);
  EXPECT_EQ(chosen(fan, calm, 1 - 0x1p-24f), contract);
  EXPECT_EQ(chosen(fan_of({way_to("web", 1)}), calm, .999f), web);
}

TEST(EdgeChoice, TellsTheDwellOfItsEdgeAndTheOutcomesApart) {
  Journey own = journey("own", 1, 10, {});
  own.edges = {edge("app", "call", EdgeOutcome::success), edge("app", "web", EdgeOutcome::failure)};
  own.edges[0].dwell = 3;
  own.edges[1].dwell = .25f;
  const JourneyTables tables = tables_of({own});
  const auto good = tables.choose<float>(only.value, at(app), false, calm, .5f, true);
  EXPECT_EQ(good.to, at(call));
  EXPECT_EQ(good.dwell, 3);
  const auto bad = tables.choose<float>(only.value, at(app), true, calm, .5f, true);
  EXPECT_EQ(bad.to, at(web));
  EXPECT_EQ(bad.dwell, .25f);
}

// Each state draws along its own slope only, up for a positive one and down for a negative.
TEST(EdgeChoice, ShiftsWithEachState) {
  const auto share_of_second = [](EdgeSlopes slopes, WalkState<float> state) {
    return 1 - share_of_first(fan_of({way_to("web", 1), way_to("contract", 1, slopes)}), state);
  };
  const EdgeSlopes slopes[] = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
  const EdgeSlopes against[] = {{-1, 0, 0, 0}, {0, -1, 0, 0}, {0, 0, -1, 0}, {0, 0, 0, -1}};
  const WalkState<float> states[] = {
      {.5f, 0, 0, 0}, {0, .5f, 0, 0}, {0, 0, .5f, 0}, {0, 0, 0, .5f}};
  for (std::size_t s = 0; s < 4; ++s)
    for (std::size_t k = 0; k < 4; ++k) {
      const float drawn = share_of_second(slopes[s], states[k]);
      EXPECT_NEAR(drawn, s == k ? 1 / (1 + std::exp(-.5)) : .5, 1e-6);
      EXPECT_NEAR(share_of_second(against[s], states[k]), 1 - drawn, 1e-6);
    }
}

}  // namespace
}  // namespace cxsim
