#include "journey/steps.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <tuple>

#include "support/chance.hpp"
#include "support/small_firm.hpp"

namespace cxsim {
namespace {

using Way = std::tuple<std::string, std::string, EdgeOutcome>;

// Weight and dwell of every way; two edges for the same way would be a mistake.
std::map<Way, std::pair<float, float>> ways_of(const Journey& journey) {
  std::map<Way, std::pair<float, float>> ways;
  for (const EdgePlan& e : edges_of_steps(journey)) {
    const bool first = ways.emplace(Way{e.from, e.to, e.on}, std::pair{e.weight, e.dwell}).second;
    EXPECT_TRUE(first) << e.from << " -> " << e.to;
  }
  return ways;
}

constexpr auto success = EdgeOutcome::success;
constexpr auto failure = EdgeOutcome::failure;
constexpr auto always = EdgeOutcome::always;

TEST(Steps, BecomeTheWeightsOfAFixWorkedOutByHand) {
  const Journey fix_it = journey("fix", 1, 500, {{"app", .8f}, {"call", .9f}, {"visit", .3f}});
  const auto ways = ways_of(fix_it);
  const std::map<Way, std::pair<float, float>> expected = {
      {{"entry", "app", always}, {.8f, 1.5f}},
      {{"entry", "call", always}, {.2f * .9f, 1.5f}},
      {{"entry", "visit", always}, {.2f * .1f * .3f, 1.5f}},
      {{"entry", "resolved", always}, {.2f * .1f * .7f, 0}},
      {{"app", "call", success}, {.9f, 1.5f}},
      {{"app", "visit", success}, {.1f * .3f, 1.5f}},
      {{"app", "resolved", success}, {.1f * .7f, 0}},
      {{"call", "visit", success}, {.3f, 1.5f}},
      {{"call", "resolved", success}, {.7f, 0}},
      {{"visit", "resolved", success}, {1, 0}},
      {{"app", "app", failure}, {1, 2}},
      {{"call", "call", failure}, {1, 2}},
      {{"visit", "visit", failure}, {1, 2}},
  };
  ASSERT_EQ(ways.size(), expected.size());
  for (const auto& [way, weight] : expected) {
    ASSERT_TRUE(ways.contains(way)) << std::get<0>(way) << " -> " << std::get<1>(way);
    EXPECT_NEAR(ways.at(way).first, weight.first, 1e-6) << std::get<0>(way);
    EXPECT_EQ(ways.at(way).second, weight.second) << std::get<0>(way);
  }
}

TEST(Steps, HoldThePurchaseBetweenWhatComesBeforeAndAfter) {
  Journey joins = journey(
      "join", 1, 0, {{"web", 1}, {"contract", .5f}, {"purchase", 1}, {"bill", 1}, {"call", .4f}});
  joins.acquires = true;
  const auto ways = ways_of(joins);
  const std::map<Way, std::pair<float, float>> expected = {
      {{"entry", "web", always}, {1, 2}},         {{"web", "contract", always}, {.5f, 2}},
      {{"web", "purchase", always}, {.5f, 0}},    {{"contract", "purchase", always}, {1, 0}},
      {{"purchase", "bill", success}, {1, 1.5f}}, {{"purchase", "declined", failure}, {1, 0}},
      {{"bill", "call", success}, {.4f, 1.5f}},   {{"bill", "resolved", success}, {.6f, 0}},
      {{"call", "resolved", success}, {1, 0}},    {{"bill", "bill", failure}, {1, 2}},
      {{"call", "call", failure}, {1, 2}},
  };
  ASSERT_EQ(ways.size(), expected.size());
  for (const auto& [way, weight] : expected) {
    ASSERT_TRUE(ways.contains(way)) << std::get<0>(way) << " -> " << std::get<1>(way);
    EXPECT_FLOAT_EQ(ways.at(way).first, weight.first);
    EXPECT_EQ(ways.at(way).second, weight.second);
  }
}

TEST(Steps, OfAJourneyThatDoesNotRetryFailIntoAbandonment) {
  Journey uses = journey("use", .15f, 7, {{"use", 1}});
  uses.retries = false;
  const auto ways = ways_of(uses);
  EXPECT_TRUE(ways.contains(Way{"use", "abandoned", failure}));
  EXPECT_FALSE(ways.contains(Way{"use", "use", failure}));
}

TEST(Steps, TakeTheirGapsFromTheJourney) {
  Journey slow = journey("slow", 1, 0, {{"web", 1}, {"purchase", 1}, {"app", 1}, {"call", 1}});
  slow.gap = 11;
  slow.gap_before_purchase = 22;
  slow.retry_gap = 33;
  const auto ways = ways_of(slow);
  EXPECT_EQ(ways.at(Way{"entry", "web", always}).second, 22);
  EXPECT_EQ(ways.at(Way{"app", "call", success}).second, 11);
  EXPECT_EQ(ways.at(Way{"app", "app", failure}).second, 33);
}

TEST(Steps, NoneGiveNoEdges) { EXPECT_TRUE(edges_of_steps(journey("own", 1, 0, {})).empty()); }

// Whatever the chances, who leaves a vertex goes somewhere, and steps are met as often as stated.
void expect_kept(const std::vector<StepPlan>& steps) {
  std::map<std::string, double> leaving, met = {{"entry", 1}};
  // Edges of steps come in the order of the steps they leave, so every visit is known by then.
  for (const EdgePlan& e : edges_of_steps(journey("any", 1, 0, steps))) {
    if (e.on == failure) continue;
    EXPECT_GT(e.weight, 0);
    leaving[e.from] += static_cast<double>(e.weight);
    met[e.to] += met[e.from] * static_cast<double>(e.weight);
  }
  for (const auto& [from, sum] : leaving) EXPECT_NEAR(sum, 1, 1e-5) << from;
  for (const StepPlan& step : steps)
    EXPECT_NEAR(met[step.touchpoint], step.chance, 1e-5) << step.touchpoint;
  EXPECT_NEAR(met["resolved"], 1, 1e-5);
}

TEST(Steps, KeepEveryChance) {
  Dice dice(31);
  for (int round = 0; round < 300; ++round) {
    std::vector<StepPlan> steps;
    const std::uint64_t count = 1 + dice.below(8);
    for (std::uint64_t k = 0; k < count; ++k) {
      const float chance = dice.happens(.3) ? static_cast<float>(dice.below(2)) : dice.uniform();
      steps.push_back({"t" + std::to_string(k), chance});
    }
    expect_kept(steps);
  }
}

}  // namespace
}  // namespace cxsim
