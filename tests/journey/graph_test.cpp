#include "journey/graph.hpp"

#include <gtest/gtest.h>

#include "support/small_firm.hpp"

namespace cxsim {
namespace {

TEST(Graph, HasAVertexForEachTouchpointAndLandmark) {
  const auto touchpoints = small_firm_touchpoints();
  const auto graph = build_graph(touchpoints, small_firm_journeys());
  ASSERT_TRUE(graph);
  ASSERT_EQ(num_vertices(*graph), touchpoints.size() + landmark_count);
  EXPECT_EQ(touchpoints_in(*graph), touchpoints.size());
  for (std::size_t t = 0; t < touchpoints.size(); ++t)
    EXPECT_EQ((*graph)[t].name, touchpoints[t].name);
  for (std::size_t k = 0; k < landmark_count; ++k) {
    const auto landmark = static_cast<Landmark>(k);
    EXPECT_EQ((*graph)[vertex_of(landmark, touchpoints.size())].name, name_of(landmark));
  }
}

TEST(Graph, CarriesWhatAnEdgeSays) {
  Journey own = journey("own", 1, 10, {});
  EdgePlan plan = edge("app", "call", EdgeOutcome::failure, .25f);
  plan.dwell = 3;
  plan.valence = -1;
  plan.trust = 2;
  plan.effort = .5f;
  plan.failures = 4;
  own.edges = {plan};
  const auto graph = build_graph(small_firm_touchpoints(), std::vector{own});
  ASSERT_TRUE(graph);
  ASSERT_EQ(num_edges(*graph), 1u);
  const auto found = *edges(*graph).first;
  EXPECT_EQ(source(found, *graph), app.index());
  EXPECT_EQ(target(found, *graph), call.index());
  const GraphEdge& e = (*graph)[found];
  EXPECT_EQ(e.journey, JourneyId(std::size_t{0}));
  EXPECT_EQ(e.on, EdgeOutcome::failure);
  EXPECT_EQ(e.weight, .25f);
  EXPECT_EQ(e.dwell, 3);
  EXPECT_EQ(e.slopes.valence, -1);
  EXPECT_EQ(e.slopes.trust, 2);
  EXPECT_EQ(e.slopes.effort, .5f);
  EXPECT_EQ(e.slopes.failures, 4);
}

TEST(Graph, AddsEdgesToThoseOfTheSteps) {
  Journey both = journey("both", 1, 10, {{"app", 1}});
  both.edges = {edge("app", "call", EdgeOutcome::failure),
                edge("call", "resolved", EdgeOutcome::always)};
  const auto graph = build_graph(small_firm_touchpoints(), std::vector{both});
  ASSERT_TRUE(graph);
  EXPECT_EQ(out_degree(app.index(), *graph), 3u) << "resolved, again, and the phone";
}

TEST(Graph, TellsEveryNameThatLeadsNowhere) {
  Journey lost = journey("lost", 1, 10, {{"ap", 1}});
  EdgePlan own = edge("app", "cal", EdgeOutcome::failure);
  own.place = {"firm.toml", 31};
  lost.edges = {own};
  const auto graph = build_graph(small_firm_touchpoints(), std::vector{lost});
  ASSERT_FALSE(graph);
  bool step = false, by_edge = false;
  for (const Problem& problem : graph.problems()) {
    EXPECT_EQ(problem.key, "journey.lost");
    EXPECT_NE(problem.cure.find("app"), std::string::npos) << "what could be named";
    if (problem.what.find("\"ap\"") != std::string::npos) {
      step = true;
      EXPECT_EQ(problem.place.file, "lost.toml");
      EXPECT_EQ(problem.place.line, 7) << "steps have no line of their own";
    }
    if (problem.what.find("\"cal\"") != std::string::npos) {
      by_edge = true;
      EXPECT_EQ(problem.place.line, 31);
    }
  }
  EXPECT_TRUE(step);
  EXPECT_TRUE(by_edge);
}

}  // namespace
}  // namespace cxsim
