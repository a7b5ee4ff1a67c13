#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "journey/graph.hpp"
#include "support/small_firm.hpp"

namespace cxsim {
namespace {

using testing::HasSubstr;

constexpr auto success = EdgeOutcome::success;
constexpr auto failure = EdgeOutcome::failure;
constexpr auto always = EdgeOutcome::always;

Problems problems_of(const Journey& journey) {
  const std::vector<Journey> journeys{journey};
  const auto graph = build_graph(small_firm_touchpoints(), journeys);
  if (!graph) return graph.problems();
  return check_graph(*graph, journeys);
}

Journey with_edges(std::vector<EdgePlan> edges) {
  Journey j = journey("odd", 1, 10, {});
  j.edges = std::move(edges);
  return j;
}

// The only problem of a journey, which names it and where it stands.
std::string only_problem_of(const Journey& journey) {
  const Problems problems = problems_of(journey);
  if (problems.size() != 1) {
    std::string all;
    for (const Problem& problem : problems) all += "\n" + to_text(problem);
    ADD_FAILURE() << problems.size() << " problems, not 1:" << all;
    return "";
  }
  EXPECT_EQ(problems[0].key, "journey." + journey.name);
  EXPECT_EQ(problems[0].place.file, journey.name + ".toml");
  EXPECT_EQ(problems[0].place.line, 7);
  EXPECT_FALSE(problems[0].why.empty());
  EXPECT_FALSE(problems[0].cure.empty());
  return problems[0].what;
}

TEST(GraphCheck, FindsNothingWrongWithTheSmallFirm) {
  const auto journeys = small_firm_journeys();
  const auto graph = build_graph(small_firm_touchpoints(), journeys);
  ASSERT_TRUE(graph);
  EXPECT_TRUE(check_graph(*graph, journeys).empty());
}

TEST(GraphCheck, FindsAJourneyThatMeetsNobody) {
  EXPECT_THAT(only_problem_of(with_edges({})), HasSubstr("no touchpoint can be reached"));
  EXPECT_THAT(only_problem_of(with_edges({edge("entry", "resolved", always)})),
              HasSubstr("no touchpoint can be reached"));
}

TEST(GraphCheck, FindsATouchpointThatNobodyReaches) {
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", always), edge("app", "resolved", always),
                                  edge("call", "resolved", always)})),
      HasSubstr("\"call\" cannot be reached"));
}

TEST(GraphCheck, FindsAnIslandThatOnlyReachesItself) {
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", always), edge("app", "resolved", always),
                                  edge("call", "call", always)})),
      HasSubstr("\"call\" cannot be reached"));
}

TEST(GraphCheck, FindsACircleWithoutAnEnd) {
  const Problems problems = problems_of(with_edges(
      {edge("entry", "app", always), edge("app", "call", always), edge("call", "app", always)}));
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_THAT(problems[0].what, HasSubstr("\"call\" to an end"));
  EXPECT_THAT(problems[1].what, HasSubstr("\"app\" to an end"));
}

TEST(GraphCheck, LetsACircleStandThatCanBeLeft) {
  EXPECT_TRUE(
      problems_of(with_edges({edge("entry", "app", always), edge("app", "call", failure),
                              edge("app", "resolved", success), edge("call", "app", always)}))
          .empty());
}

TEST(GraphCheck, FindsAnOutcomeWithoutAnEdge) {
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", always), edge("app", "resolved", success)})),
      HasSubstr("\"app\" on failure"));
  EXPECT_THAT(only_problem_of(
                  with_edges({edge("entry", "app", always), edge("app", "abandoned", failure)})),
              HasSubstr("\"app\" on success"));
}

TEST(GraphCheck, FindsWeightsThatVanish) {
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", always), edge("app", "resolved", success),
                                  edge("app", "abandoned", failure, 0)})),
      HasSubstr("\"app\" on failure"));
  EXPECT_THAT(only_problem_of(
                  with_edges({edge("entry", "app", always, 0), edge("app", "resolved", always)})),
              HasSubstr("no touchpoint can be reached"));
  EXPECT_THAT(only_problem_of(with_edges(
                  {edge("entry", "app", always, std::nanf("")), edge("app", "resolved", always)})),
              HasSubstr("no touchpoint can be reached"));
}

TEST(GraphCheck, WantsAPurchaseWhereProspectsAreAcquired) {
  Journey without = journey("odd", 1, 0, {{"app", 1}});
  without.acquires = true;
  EXPECT_THAT(only_problem_of(without), HasSubstr("no walk reaches the purchase"));
}

TEST(GraphCheck, WantsNoPurchaseElsewhere) {
  EXPECT_THAT(only_problem_of(journey("odd", 1, 0, {{"app", 1}, {"purchase", 1}, {"call", 1}})),
              HasSubstr("leads to a purchase but does not acquire"));
}

TEST(GraphCheck, WantsBothAnswersToThePurchase) {
  Journey joins = with_edges({edge("entry", "app", always), edge("app", "purchase", always),
                              edge("purchase", "resolved", success)});
  joins.acquires = true;
  joins.days_between = 0;
  EXPECT_THAT(only_problem_of(joins), HasSubstr("\"purchase\" on failure"));
}

TEST(GraphCheck, RefusesAWayInThatCustomersNeedAgain) {
  Journey joins =
      with_edges({edge("entry", "app", always), edge("app", "purchase", always),
                  edge("purchase", "resolved", success), edge("purchase", "declined", failure)});
  joins.acquires = true;
  EXPECT_THAT(only_problem_of(joins), HasSubstr("arises as a need"));
  joins.days_between = 0;
  EXPECT_TRUE(problems_of(joins).empty());
}

TEST(GraphCheck, LetsNobodyFailAtTheEntry) {
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", failure), edge("app", "resolved", always)})),
      HasSubstr("from the entry is for a failure"));
}

TEST(GraphCheck, RefusesEdgesBackToTheEntryAndAwayFromAnEnd) {
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", always), edge("app", "resolved", success),
                                  edge("app", "entry", failure)})),
      HasSubstr("leads to the entry"));
  EXPECT_THAT(
      only_problem_of(with_edges({edge("entry", "app", always), edge("app", "resolved", always),
                                  edge("resolved", "app", always)})),
      HasSubstr("away from an end"));
}

TEST(GraphCheck, TellsTheProblemsOfEveryJourney) {
  const std::vector<Journey> journeys{with_edges({}), journey("good", 1, 9, {{"app", 1}}),
                                      with_edges({edge("entry", "app", always)})};
  const auto graph = build_graph(small_firm_touchpoints(), journeys);
  ASSERT_TRUE(graph);
  EXPECT_EQ(check_graph(*graph, journeys).size(), 4u) << "no touchpoint; two outcomes and no end";
}

}  // namespace
}  // namespace cxsim
