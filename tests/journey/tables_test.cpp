#include "journey/tables.hpp"

#include <gtest/gtest.h>

#include "support/chance.hpp"
#include "support/small_firm.hpp"

namespace cxsim {
namespace {

constexpr JourneyId only{0};
constexpr WalkState calm{0, .5f, 0, 0};

JourneyTables tables_of(const std::vector<Journey>& journeys) {
  const auto graph = build_graph(small_firm_touchpoints(), journeys);
  return JourneyTables(*graph, journeys.size());
}

std::uint8_t at(TouchpointId t) { return t.value; }

std::vector<double> shares_drawn(std::span<const WalkEdge> edges, const WalkState& state,
                                 int draws) {
  std::vector<double> found(edges.size());
  Dice dice(20240607);
  for (int i = 0; i < draws; ++i)
    ++found[static_cast<std::size_t>(&choose_edge(edges, state, dice.uniform()) - edges.data())];
  return found;
}

TEST(Tables, KeepTheEdgesOfAJourneyAVertexAndAnOutcome) {
  const JourneyTables tables = tables_of(small_firm_journeys());
  EXPECT_EQ(tables.edges(using_it, at(use), Outcome::success).size(), 1u);
  EXPECT_EQ(tables.edges(using_it, at(use), Outcome::failure)[0].to,
            tables.vertex(Landmark::abandoned));
  EXPECT_TRUE(tables.edges(using_it, at(app), Outcome::success).empty()) << "another journey's";
  EXPECT_EQ(tables.edges(fix, at(app), Outcome::success).size(), 2u);
  EXPECT_EQ(tables.edges(fix, at(app), Outcome::failure)[0].to, at(app));
}

TEST(Tables, TakeAnEdgeOnAlwaysForBothOutcomes) {
  const JourneyTables tables = tables_of(small_firm_journeys());
  for (const Outcome outcome : {Outcome::success, Outcome::failure}) {
    const auto edges = tables.edges(join, at(web), outcome);
    ASSERT_EQ(edges.size(), 1u);
    EXPECT_EQ(edges[0].to, at(contract));
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
  const std::vector<WalkEdge> edges = {
      {0, 1, 0, {}}, {1, 2, 0, {}}, {2, .5f, 0, {}}, {3, 4, 0, {}}};
  expect_shares(shares_drawn(edges, calm, 100000), {1 / 7.5, 2 / 7.5, .5 / 7.5, 4 / 7.5});
}

TEST(EdgeChoice, FollowsWeightTimesExpOfSlopesTimesState) {
  const std::vector<WalkEdge> edges = {
      {0, 2, 0, {}}, {1, 1, 0, {-1.5f, 0, 0, .8f}}, {2, .5f, 0, {0, 2, .25f, 0}}};
  const WalkState state{-.4f, .7f, 3, 2};
  const double pull[] = {2, std::exp(-1.5 * -.4 + .8 * 2), .5 * std::exp(2 * .7 + .25 * 3)};
  const double total = pull[0] + pull[1] + pull[2];
  expect_shares(shares_drawn(edges, state, 100000),
                {pull[0] / total, pull[1] / total, pull[2] / total});
}

TEST(EdgeChoice, TakesEveryEdgeAndNoOtherAtTheEndsOfTheUniform) {
  const std::vector<WalkEdge> edges = {{0, 1, 0, {}}, {1, 1, 0, {}}};
  EXPECT_EQ(choose_edge(edges, calm, 0).to, 0);
  EXPECT_EQ(choose_edge(edges, calm, .5f).to, 1);
  EXPECT_EQ(choose_edge(edges, calm, 1 - 0x1p-24f).to, 1);
  EXPECT_EQ(choose_edge(std::span(edges).first(1), calm, .999f).to, 0);
}

// Each state draws along its own slope only, up for a positive one and down for a negative.
TEST(EdgeChoice, ShiftsWithEachState) {
  const auto share_of_second = [](EdgeSlopes slopes, WalkState state) {
    const std::vector<WalkEdge> edges = {{0, 1, 0, {}}, {1, 1, 0, slopes}};
    return pull_of(edges[1], state) / (pull_of(edges[0], state) + pull_of(edges[1], state));
  };
  const EdgeSlopes slopes[] = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
  const EdgeSlopes against[] = {{-1, 0, 0, 0}, {0, -1, 0, 0}, {0, 0, -1, 0}, {0, 0, 0, -1}};
  const WalkState states[] = {{.5f, 0, 0, 0}, {0, .5f, 0, 0}, {0, 0, .5f, 0}, {0, 0, 0, .5f}};
  for (std::size_t s = 0; s < 4; ++s)
    for (std::size_t k = 0; k < 4; ++k) {
      const float drawn = share_of_second(slopes[s], states[k]);
      EXPECT_NEAR(drawn, s == k ? 1 / (1 + std::exp(-.5)) : .5, 1e-6);
      EXPECT_NEAR(share_of_second(against[s], states[k]), 1 - drawn, 1e-6);
    }
}

}  // namespace
}  // namespace cxsim
