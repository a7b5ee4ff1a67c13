// A walk on the tables is an absorbing chain: visits must come out as the theory of such chains
// says.
#include <gtest/gtest.h>

#include <cmath>

#include "journey/tables.hpp"
#include "support/chance.hpp"
#include "support/small_firm.hpp"

namespace cxsim {
namespace {

constexpr JourneyId only{0};
using Visits = std::vector<double>;

struct Path {
  std::vector<Touchpoint> touchpoints;
  JourneyTables tables;
  std::vector<double> failing;  // probability, by touchpoint
};

Path path_of(const Journey& j, double failing) {
  Path path;
  for (const StepPlan& step : j.steps)
    path.touchpoints.push_back(touchpoint(step.touchpoint, service));
  const std::vector<Journey> journeys{j};
  path.tables = JourneyTables(*build_graph(path.touchpoints, journeys), 1);
  path.failing.assign(path.touchpoints.size(), failing);
  return path;
}

// Visits from one entry by the fundamental matrix: v = start + v P, solved by repetition.
Visits expected_visits(const Path& path) {
  const std::size_t n = path.touchpoints.size();
  Visits start(n), visits(n);
  const auto entry = path.tables.edges(only, path.tables.vertex(Landmark::entry), Outcome::success);
  for (const WalkEdge& e : entry)
    if (path.tables.is_touchpoint(e.to.value)) start[e.to.index()] += static_cast<double>(e.weight);
  for (int round = 0; round < 400; ++round) {
    Visits next = start;
    for (std::size_t t = 0; t < n; ++t)
      for (const Outcome outcome : {Outcome::success, Outcome::failure}) {
        const bool fails = outcome == Outcome::failure;
        const double chance = fails ? path.failing[t] : 1 - path.failing[t];
        double total = 0;
        const auto edges = path.tables.edges(only, static_cast<std::uint8_t>(t), outcome);
        for (const WalkEdge& e : edges) total += static_cast<double>(e.weight);
        for (const WalkEdge& e : edges)
          if (path.tables.is_touchpoint(e.to.value))
            next[e.to.index()] += visits[t] * chance * static_cast<double>(e.weight) / total;
      }
    visits = next;
  }
  return visits;
}

std::vector<Sample> walked_visits(const Path& path, int walks) {
  Dice dice(7);
  std::vector<Sample> samples(path.touchpoints.size());
  for (int i = 0; i < walks; ++i) {
    std::vector<int> visits(path.touchpoints.size());
    std::int32_t at = path.tables.vertex(Landmark::entry);
    bool failed = false;
    while (true) {
      const WalkState<float> calm{0, .5f, 0, 0};
      at = path.tables.choose<float>(only.value, at, failed, calm, dice.uniform(), true).to;
      if (!path.tables.is_touchpoint(at)) break;
      ++visits[static_cast<std::size_t>(at)];
      failed = dice.happens(path.failing[static_cast<std::size_t>(at)]);
    }
    for (std::size_t t = 0; t < visits.size(); ++t) samples[t].add(visits[t]);
  }
  return samples;
}

void expect_walks_like_theory(const Path& path, const Visits& by_hand) {
  const Visits theory = expected_visits(path);
  const std::vector<Sample> walked = walked_visits(path, 40000);
  for (std::size_t t = 0; t < theory.size(); ++t) {
    EXPECT_NEAR(theory[t], by_hand[t], 1e-5) << path.touchpoints[t].name;
    if (by_hand[t] == 1)
      EXPECT_EQ(walked[t].mean(), 1) << path.touchpoints[t].name;
    else
      expect_mean(walked[t], theory[t], std::sqrt(walked[t].variance()));
  }
}

const Journey fix_it = journey("fix", 1, 500, {{"app", .8f}, {"call", .9f}, {"visit", .3f}});
const Journey move_home = journey(
    "move", 1, 1100,
    {{"web", 1}, {"call", 1}, {"schedule", 1}, {"install", .7f}, {"activate", 1}, {"bill", 1}});

TEST(Absorption, OfAFixMeetsEachStepWithItsChance) {
  expect_walks_like_theory(path_of(fix_it, 0), {.8, .9, .3});
}

TEST(Absorption, OfAMoveMeetsEachStepWithItsChance) {
  expect_walks_like_theory(path_of(move_home, 0), {1, 1, 1, .7, 1, 1});
}

// Who fails with probability p at a step that is repeated comes 1/(1-p) times.
TEST(Absorption, WithRetriesMultipliesVisits) {
  expect_walks_like_theory(path_of(fix_it, .25), {.8 / .75, .9 / .75, .3 / .75});
}

}  // namespace
}  // namespace cxsim
