#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "scenario/scenario.hpp"
#include "scratch_folder.hpp"
#include "support/tiny_scenario.hpp"

namespace cxsim {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* unsure_trust =
    "[uncertainty]\ncustomer.trust.build = {distribution = \"uniform\", low = 0.1, high = 0.2}\n";

class Family : public testing::Test {
 protected:
  std::string file(const std::string& text) { return folder_.write("mine.toml", text); }

  ScenarioFamily family(const std::string& text, const std::vector<std::string>& overrides = {}) {
    auto read = ScenarioFamily::read(file(text), overrides);
    if (!read) throw std::runtime_error(to_text(read.problems().front()));
    return std::move(*read);
  }

  ScratchFolder folder_;
};

bool has(const std::vector<UncertainSetting>& all, std::string_view key) {
  return std::any_of(all.begin(), all.end(),
                     [&](const UncertainSetting& one) { return one.key == key; });
}

TEST_F(Family, HasTheBaseThatTheReaderReads) {
  const std::string path = file(tiny_scenario(unsure_trust));
  const auto family = ScenarioFamily::read(path, {"company.maturity_stage=5"});
  const auto alone = read_scenario(path, {"company.maturity_stage=5"});
  ASSERT_TRUE(family && alone);
  EXPECT_EQ(resolved_toml(family->base()), resolved_toml(*alone));
  EXPECT_EQ(family->base().as_written, alone->as_written);
  EXPECT_THAT(family->base().as_written, HasSubstr("# --set company.maturity_stage=5"));
}

TEST_F(Family, MakesTheBaseWithOverrides) {
  const ScenarioFamily family = this->family(tiny_scenario(two_trainings));
  const auto changed = family.with({"customer.trust.build=0.5", "intervention.academy.start=30"});
  ASSERT_TRUE(changed) << to_text(changed.problems().front());
  const auto alone = read_scenario(file(tiny_scenario(two_trainings)),
                                   {"customer.trust.build=0.5", "intervention.academy.start=30"});
  ASSERT_TRUE(alone);
  EXPECT_EQ(resolved_toml(*changed), resolved_toml(*alone));
  // The base stays as it was.
  EXPECT_EQ(resolved_toml(*family.with({})), resolved_toml(family.base()));
}

TEST_F(Family, LaysOverridesOverThoseOfTheBase) {
  const ScenarioFamily family = this->family(tiny_scenario(), {"company.maturity_stage=5"});
  EXPECT_EQ(family.with({})->world.company.maturity.maturity_stage, 5);
  EXPECT_EQ(family.with({"company.maturity_stage=2"})->world.company.maturity.maturity_stage, 2);
}

TEST_F(Family, LeavesTheUncertaintyOut) {
  const ScenarioFamily family = this->family(tiny_scenario(unsure_trust));
  EXPECT_EQ(family.base().uncertainty.size(), 1u);
  EXPECT_THAT(family.with({})->uncertainty, IsEmpty());
}

TEST_F(Family, TellsProblemsOfOverrides) {
  const ScenarioFamily family = this->family(tiny_scenario());
  const auto wrong = family.with({"customer.trust.build=2", "customer.trust.nothing=1"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.problems().size(), 2u);
  for (const Problem& problem : wrong.problems()) {
    EXPECT_THAT(problem.key, HasSubstr("customer.trust"));
    EXPECT_FALSE(problem.cure.empty());
  }
  EXPECT_FALSE(family.with({"no equals sign"}));
  // What one asked for does not stay.
  EXPECT_TRUE(family.with({}));
}

TEST_F(Family, TellsProblemsOfTheFileAndOfItsUncertainty) {
  EXPECT_FALSE(ScenarioFamily::read(folder_.path("none.toml"), {}));
  const auto wrong = ScenarioFamily::read(
      file(tiny_scenario("[uncertainty]\ncustomer.trust.build = {distribution = \"uniform\", low = "
                         "0.1, high = 1.2}\n")),
      {});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.problems().front().key, "uncertainty.customer.trust.build");
  EXPECT_THAT(wrong.problems().front().place.file, EndsWith("mine.toml"));
}

TEST_F(Family, IsUncertainOfWhatTheBaseIs) {
  const ScenarioFamily family = this->family(tiny_scenario(unsure_trust + two_trainings));
  const std::vector<UncertainSetting> all = family.uncertain();
  EXPECT_TRUE(has(all, "customer.trust.build"));
  EXPECT_TRUE(has(all, "customer.trust.loss"));
  EXPECT_TRUE(has(all, "intervention.academy.effectiveness"));
  EXPECT_EQ(all.front().key, "customer.trust.build");
  for (const UncertainSetting& one : all)
    EXPECT_TRUE(has(uncertain_settings(family.base()), one.key)) << one.key;
}

// The loyalty period must be a whole number of days; a quarter of 30 is none, one of 40 is, but not
// what lies between.
TEST_F(Family, LeavesOutDefaultsThatItDoesNotAllow) {
  for (const char* period : {"30", "40"}) {
    const ScenarioFamily family =
        this->family(tiny_scenario(), {std::string("customer.loyalty.period=") + period});
    EXPECT_TRUE(has(uncertain_settings(family.base()), "customer.loyalty.period"));
    EXPECT_FALSE(has(family.uncertain(), "customer.loyalty.period")) << period;
  }
}

TEST_F(Family, AllowsBothEndsOfWhatItIsUncertainOf) {
  const ScenarioFamily family = this->family(tiny_scenario(two_trainings));
  std::vector<std::string> lows, highs;
  for (const UncertainSetting& one : family.uncertain()) {
    if (one.distribution.kind != DistributionKind::uniform) continue;
    lows.push_back(one.key + "=" + std::to_string(one.distribution.at[0]));
    highs.push_back(one.key + "=" + std::to_string(one.distribution.at[1]));
  }
  ASSERT_GT(lows.size(), 100u);
  for (std::size_t k = 0; k < lows.size(); ++k) {
    EXPECT_TRUE(family.with({lows[k]})) << lows[k];
    EXPECT_TRUE(family.with({highs[k]})) << highs[k];
  }
}

TEST_F(Family, ComesFromTheTextsOfAResultToo) {
  const ScenarioFamily first = this->family(tiny_scenario(two_trainings + unsure_trust));
  const std::string text = resolved_toml(first.base());
  const auto again = ScenarioFamily::read_resolved(text, first.base().as_written, "run.h5", {});
  ASSERT_TRUE(again) << to_text(again.problems().front());
  EXPECT_EQ(resolved_toml(again->base()), text);
  EXPECT_EQ(again->base().as_written, first.base().as_written);
  EXPECT_EQ(again->uncertain().size(), first.uncertain().size());
  const auto changed = again->with({"customer.trust.build=0.4"});
  ASSERT_TRUE(changed);
  EXPECT_EQ(resolved_toml(*changed), resolved_toml(*first.with({"customer.trust.build=0.4"})));
  const auto other =
      ScenarioFamily::read_resolved(text, "what was written", "run.h5", {"simulation.seed=7"});
  ASSERT_TRUE(other);
  EXPECT_THAT(other->base().as_written, Not(HasSubstr("what was written")));
  EXPECT_FALSE(ScenarioFamily::read_resolved("[simulation", "", "run.h5", {}));
}

TEST_F(Family, MayBeAskedByManyThreads) {
  const ScenarioFamily family = this->family(tiny_scenario());
  const auto stage_of = [&](std::size_t stage) {
    const auto scenario = family.with({"company.maturity_stage=" + std::to_string(stage)});
    return scenario ? scenario->world.company.maturity.maturity_stage : -1;
  };
  std::vector<float> got(12, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 2; ++t)
    threads.emplace_back([&, t] {
      for (std::size_t k = t; k < got.size(); k += 2) got[k] = stage_of(k % 6 + 1);
    });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t k = 0; k < got.size(); ++k) EXPECT_EQ(got[k], static_cast<float>(k % 6 + 1));
}

}  // namespace
}  // namespace cxsim
