// A result depends on the scenario and the seed, and on nothing else.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/crew.hpp"
#include "engine/run.hpp"
#include "support/flatten.hpp"
#include "support/reference_world.hpp"

namespace cxsim {
namespace {

const World& reference() {
  static const World world =
      reference_world({"simulation.people=6000", "simulation.days=240", "simulation.burn_in=90",
                       "company.technology=0.3", "company.encounters=0.5", "company.care=1",
                       "company.care_for=\"top_value\"", "company.win_back_offers=0.5",
                       "customer.survey.ces_response=0.2"});
  return world;
}

enum class Watched { nobody, some };

RunPlan plan_for(const World& world, Execution execution, Watched watched) {
  RunPlan plan;
  plan.people = evenly_spread(world.simulation.people, world.simulation.people);
  if (watched == Watched::some) plan.observed = evenly_spread(100, world.simulation.people);
  plan.execution = execution;
  return plan;
}

Numbers numbers_of(Execution execution, int threads, std::uint32_t replication = 0,
                   Watched watched = Watched::some) {
  const Crew crew(threads);
  return flatten(run(reference(), replication, plan_for(reference(), execution, watched)));
}

// One customer at a time, by one thread, some of them observed: what all else is held to.
const Numbers& usual() {
  static const Numbers numbers = numbers_of({97, &scalar_kernels()}, 1);
  return numbers;
}

// What is known of a run in which nobody is observed comes first in the list.
Numbers unseen_part_of(const Numbers& seen, const Numbers& unseen) {
  EXPECT_LT(unseen.size(), seen.size());
  return {seen.begin(), seen.begin() + static_cast<std::ptrdiff_t>(unseen.size())};
}

// Where two lists first differ, which says more than both lists in full.
void expect_same(const Numbers& found, const Numbers& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) ASSERT_EQ(found[i], expected[i]) << "number " << i;
}

TEST(Determinism, HoldsSomethingToCompare) {
  EXPECT_GT(usual().size(), 90000u);
  EXPECT_GT(std::count_if(usual().begin(), usual().end(), [](double x) { return x != 0; }), 50000);
}

TEST(Determinism, IsTheSameTwice) {
  expect_same(numbers_of({97, &scalar_kernels()}, 1), usual());
  expect_same(numbers_of({97}, 1), usual());
}

TEST(Determinism, KnowsNoChunks) {
  for (const std::size_t chunk_size : {1u, 7u, 4096u})
    expect_same(numbers_of({chunk_size}, 1), usual());
}

TEST(Determinism, KnowsNoThreads) {
  for (const int threads : {2, 4})
    for (const std::size_t chunk_size : {7u, 97u})
      expect_same(numbers_of({chunk_size}, threads), usual());
}

TEST(Determinism, KnowsNoKernels) {
  for (const Kernels* kernels : available_kernels())
    for (const std::size_t chunk_size : {1u, 7u, 97u, 4096u}) {
      SCOPED_TRACE(testing::Message() << kernels->name << " in chunks of " << chunk_size);
      expect_same(numbers_of({chunk_size, kernels}, 1), usual());
    }
}

TEST(Determinism, KnowsNoKernelsOfSeveralThreads) {
  for (const Kernels* kernels : available_kernels()) {
    SCOPED_TRACE(kernels->name);
    expect_same(numbers_of({97, kernels}, 3), usual());
  }
}

TEST(Determinism, KnowsNoReplicationsBesideIt) {
  const Crew crew(4);
  std::vector<Numbers> beside;
  in_order<Numbers>(
      3, 3,
      [](std::size_t replication) {
        return flatten(run(reference(), static_cast<std::uint32_t>(replication),
                           plan_for(reference(), {97}, Watched::some)));
      },
      [&](std::size_t, const Numbers& numbers) { beside.push_back(numbers); }, [] { return true; });
  ASSERT_EQ(beside.size(), 3u);
  expect_same(beside[0], usual());
  expect_same(beside[2], numbers_of({97}, 1, 2));
}

TEST(Determinism, KnowsNoObservers) {
  for (const Kernels* kernels : available_kernels())
    for (const std::size_t chunk_size : {1u, 7u, 97u, 4096u}) {
      SCOPED_TRACE(testing::Message() << kernels->name << " in chunks of " << chunk_size);
      const Numbers unseen = numbers_of({chunk_size, kernels}, 1, 0, Watched::nobody);
      expect_same(unseen, unseen_part_of(usual(), unseen));
    }
}

TEST(Determinism, DiffersBetweenReplicationsAndSeeds) {
  EXPECT_NE(numbers_of({97}, 1, 1), usual());
  World other = reference();
  other.simulation.seed += 1;
  EXPECT_NE(flatten(run(other, 0, plan_for(other, {97}, Watched::some))), usual());
}

// The same luck in both arms: what is not touched by the price stays the same on the first day.
TEST(CommonRandomNumbers, PairArmsPersonByPerson) {
  World dearer = reference();
  dearer.company.policy.price = 1.5f;
  Simulation base(reference(), 0), other(dearer, 0);
  base.pass_day();
  other.pass_day();
  int same_place = 0;
  for (std::size_t i = 0; i < 4096; ++i) {
    const Customer &one = base.chunks()[0].customer(i), &two = other.chunks()[0].customer(i);
    EXPECT_EQ(one.traits, two.traits);
    same_place += one.vertex == two.vertex && one.next_contact == two.next_contact;
  }
  EXPECT_GT(same_place, 4000);
}

}  // namespace
}  // namespace cxsim
