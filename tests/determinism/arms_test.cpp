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

TEST_F(Arms, WithoutAnythingToApplyAreTheBaseline) {
  const auto both = numbers(arm("idle", ""));
  EXPECT_EQ(both[0], both[1]);
}

}  // namespace
}  // namespace cxsim
