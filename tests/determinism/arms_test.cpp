// Arms as a scenario file states them: what they are called, in which order they apply things and
// what stands beside them changes nothing.
#include <gtest/gtest.h>

#include <string>

#include "scenario/scenario.hpp"
#include "scenario/scratch_folder.hpp"
#include "support/flatten.hpp"

namespace cxsim {
namespace {

constexpr std::string_view interventions = R"(
extends = ")" CXSIM_SOURCE_DIR R"(/scenarios/bases/broadband.toml"

[simulation]
people = 600
days = 90
burn_in = 30

[[intervention]]
name = "academy"
kind = "training"
ramp = 10
departments = ["service"]

[[intervention]]
name = "cheaper"
kind = "price"
start = 20
share = 0.5

[[intervention]]
name = "cheaper_still"
kind = "price"
price = { add = -0.1 }

[[intervention]]
name = "no_app"
kind = "journey_redesign"
journey = "fix"
remove = ["app"]
ramp = 30

[[shock]]
name = "headline"
kind = "news"
start = 15
duration = 40

)";

class Arms : public testing::Test {
 protected:
  Scenario scenario(const std::string& arms) {
    const std::string path = folder_.write("what_if.toml", std::string(interventions) + arms);
    auto read = read_scenario(path, {});
    if (read) return std::move(*read);
    for (const Problem& problem : read.problems()) ADD_FAILURE() << to_text(problem);
    return {};
  }

  // One list an arm, the baseline first.
  std::vector<Numbers> numbers(const std::string& arms) {
    const Scenario read = scenario(arms);
    std::vector<const Programme*> programmes;
    for (const Arm& arm : read.arms) programmes.push_back(&arm.programme);
    RunPlan plan;
    plan.people = evenly_spread(200, read.world.simulation.people);
    std::vector<Numbers> all;
    for (const RunResult& result : run_arms(read.world, programmes, 0, plan))
      all.push_back(flatten(result));
    return all;
  }

 private:
  ScratchFolder folder_;
};

std::string arm(const std::string& name, const std::string& apply) {
  return "[[arm]]\nname = \"" + name + "\"\napply = [" + apply + "]\n";
}

constexpr const char* all_of_them =
    R"("academy", "cheaper", "cheaper_still", "no_app", "headline")";
constexpr const char* all_backwards =
    R"("headline", "no_app", "cheaper_still", "cheaper", "academy")";

TEST_F(Arms, DoNotHangOnTheOrderOfApply) {
  const auto both = numbers(arm("one", all_of_them) + arm("two", all_backwards));
  ASSERT_EQ(both.size(), 3u);
  EXPECT_NE(both[0], both[1]);
  EXPECT_EQ(both[1], both[2]);
}

TEST_F(Arms, DoNotHangOnTheirNamesOrTitles) {
  const auto plain = numbers(arm("a", all_of_them));
  const auto other = numbers(arm("zeppelin", all_of_them) + "title = \"A title\"\n");
  EXPECT_EQ(plain[0], other[0]);
  EXPECT_EQ(plain[1], other[1]);
}

TEST_F(Arms, DoNotHangOnEachOther) {
  const auto alone = numbers(arm("all", all_of_them));
  const auto beside = numbers(arm("training", R"("academy")") + arm("all", all_of_them) +
                              arm("news", R"("headline")"));
  ASSERT_EQ(beside.size(), 4u);
  EXPECT_EQ(beside[0], alone[0]);
  EXPECT_EQ(beside[2], alone[1]);
  EXPECT_EQ(numbers(arm("news", R"("headline")"))[1], beside[3]);
}

// Every arm of a scenario whose interventions only some people meet, and those only here and there.
struct ConfinedArms {
  Scenario scenario;

  ConfinedArms() {
    auto read = read_scenario(CXSIM_SOURCE_DIR "/tests/determinism/confined.toml", {});
    if (read)
      scenario = std::move(*read);
    else
      for (const Problem& problem : read.problems()) ADD_FAILURE() << to_text(problem);
  }

  std::vector<Numbers> numbers(Execution execution, std::int64_t observed) const {
    std::vector<const Programme*> programmes;
    for (const Arm& arm : scenario.arms) programmes.push_back(&arm.programme);
    const std::int64_t people = scenario.world.simulation.people;
    RunPlan plan;
    plan.people = evenly_spread(people, people);
    plan.observed = evenly_spread(observed, people);
    plan.execution = execution;
    std::vector<Numbers> all;
    for (const RunResult& result : run_arms(scenario.world, programmes, 0, plan))
      all.push_back(flatten(result));
    return all;
  }
};

TEST(ConfinedArms, DoSomethingEach) {
  const auto arms = ConfinedArms().numbers({}, 0);
  ASSERT_EQ(arms.size(), 4u);
  for (std::size_t one = 0; one < arms.size(); ++one)
    for (std::size_t other = 0; other < one; ++other) EXPECT_NE(arms[one], arms[other]);
}

TEST(ConfinedArms, DoNotHangOnKernelsChunksOrObservers) {
  const ConfinedArms confined;
  for (const std::int64_t observed : {0, 60}) {
    const auto expected = confined.numbers({97, &scalar_kernels()}, observed);
    for (const Kernels* kernels : available_kernels())
      for (const std::size_t chunk_size : {1u, 7u, 97u, 4096u}) {
        const auto found = confined.numbers({chunk_size, kernels}, observed);
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t arm = 0; arm < found.size(); ++arm)
          EXPECT_TRUE(found[arm] == expected[arm])
              << "arm " << arm << " by " << kernels->name << " in chunks of " << chunk_size
              << " with " << observed << " observed";
      }
  }
}

TEST_F(Arms, WithoutAnythingToApplyAreTheBaseline) {
  const auto both = numbers(arm("idle", ""));
  EXPECT_EQ(both[0], both[1]);
}

}  // namespace
}  // namespace cxsim
