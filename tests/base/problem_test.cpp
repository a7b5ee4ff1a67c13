#include "base/problem.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace cxsim {
namespace {

TEST(Problem, SaysWhereWhatWhyAndWhatToDo) {
  const Problem problem{{"firm.toml", 12},
                        "touchpoint.call.p_fial",
                        "unknown key",
                        "it would be ignored",
                        "write p_fail"};
  EXPECT_EQ(to_text(problem),
            "firm.toml:12: touchpoint.call.p_fial: unknown key\n"
            "    why it matters: it would be ignored\n"
            "    what to do:     write p_fail");
}

TEST(Problem, LeavesOutWhatDoesNotApply) {
  EXPECT_EQ(to_text({{"firm.toml", 0}, "", "no journey at all", "", ""}),
            "firm.toml: no journey at all");
  EXPECT_EQ(to_text({{}, "market.drift", "not a number", "", "give a number"}),
            "command line: market.drift: not a number\n"
            "    what to do:     give a number");
}

TEST(Result, HoldsAValue) {
  Result<std::string> result(std::string("found"));
  ASSERT_TRUE(result);
  EXPECT_EQ(*result, "found");
  EXPECT_EQ(result->size(), 5u);
  *result += "!";
  const Result<std::string>& seen = result;
  EXPECT_EQ(*seen, "found!");
  EXPECT_EQ(seen->back(), '!');
}

TEST(Result, HoldsEveryProblem) {
  const Result<int> one(Problem{{}, "a", "first", "", ""});
  ASSERT_FALSE(one);
  ASSERT_EQ(one.problems().size(), 1u);
  EXPECT_EQ(one.problems().front().what, "first");
  const Result<int> two(Problems{{{}, "a", "first", "", ""}, {{}, "b", "second", "", ""}});
  ASSERT_FALSE(two);
  EXPECT_EQ(two.problems().back().key, "b");
}

TEST(Result, TakesWhatCanOnlyBeMoved) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  ASSERT_TRUE(result);
  const std::unique_ptr<int> taken = std::move(*result);
  EXPECT_EQ(*taken, 7);
}

}  // namespace
}  // namespace cxsim
