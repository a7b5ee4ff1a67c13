#include "scenario/uncertainty.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "scenario/assumption.hpp"
#include "scenario/scenario.hpp"
#include "scenario/toml_reader.hpp"
#include "scratch_folder.hpp"
#include "support/tiny_scenario.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

// The lines that follow [uncertainty].
struct Reading {
  std::vector<UncertainSetting> found;
  Problems problems;
};

Reading reading(const std::string& lines) {
  const auto document = read_toml_text(lines, "mine.toml");
  if (!document) return {{}, document.problems()};
  Reading one;
  one.found = read_uncertainty(document->root, one.problems);
  return one;
}

const std::string unsure = " = {distribution = \"uniform\", low = 0.1, high = 0.2}\n";

std::vector<std::string> keys_of(const std::vector<UncertainSetting>& all) {
  std::vector<std::string> keys;
  for (const UncertainSetting& one : all) keys.push_back(one.key);
  return keys;
}

const UncertainSetting* find(const std::vector<UncertainSetting>& all, std::string_view key) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const UncertainSetting& one) { return one.key == key; });
  return found == all.end() ? nullptr : &*found;
}

TEST(Uncertainty, IsNothingWithoutItsSection) {
  const Reading one = reading("[company]\nmaturity_stage = 3\n");
  EXPECT_THAT(one.found, IsEmpty());
  EXPECT_THAT(one.problems, IsEmpty());
  EXPECT_THAT(reading("[uncertainty]\n").problems, IsEmpty());
}

TEST(Uncertainty, MirrorsTheScenarioInTablesOrInWholeKeys) {
  const std::vector<std::string> spellings = {
      "[uncertainty]\ncustomer.trust.build" + unsure,
      "[uncertainty.customer.trust]\nbuild" + unsure,
      "[uncertainty]\n\"customer.trust.build\"" + unsure,
      "[uncertainty]\n\"customer.trust\".build" + unsure,
      "[uncertainty.customer.trust.build]\ndistribution = \"uniform\"\nlow = 0.1\nhigh = 0.2\n",
  };
  for (const std::string& spelling : spellings) {
    const Reading one = reading(spelling);
    EXPECT_THAT(one.problems, IsEmpty()) << spelling;
    ASSERT_THAT(keys_of(one.found), ElementsAre("customer.trust.build")) << spelling;
    EXPECT_EQ(one.found[0].distribution.kind, DistributionKind::uniform);
    EXPECT_EQ(one.found[0].distribution.at[1], .2);
    EXPECT_EQ(one.found[0].place.file, "mine.toml");
    EXPECT_GE(one.found[0].place.line, 1) << spelling;
  }
}

TEST(Uncertainty, QuotesNamesThatNeedIt) {
  EXPECT_THAT(keys_of(reading("[uncertainty.intervention.\"big push\"]\nstart" + unsure).found),
              ElementsAre("intervention.\"big push\".start"));
  EXPECT_THAT(keys_of(reading("[uncertainty.touchpoint.'a.b']\np_fail" + unsure).found),
              ElementsAre("touchpoint.\"a.b\".p_fail"));
}

TEST(Uncertainty, TellsTheLineOfEachSetting) {
  const Reading one = reading("[uncertainty]\na.b" + unsure + "c" + unsure);
  ASSERT_EQ(one.found.size(), 2u);
  EXPECT_EQ(one.found[0].place.line, 2);
  EXPECT_EQ(one.found[1].place.line, 3);
}

TEST(Uncertainty, WantsDistributions) {
  const Reading one = reading("[uncertainty]\ncustomer.trust.build = 3\n");
  ASSERT_EQ(one.problems.size(), 1u);
  EXPECT_EQ(one.problems[0].key, "uncertainty.customer.trust.build");
  EXPECT_THAT(one.problems[0].what, HasSubstr("expected a distribution, found"));
  EXPECT_THAT(one.problems[0].cure, HasSubstr("{distribution ="));
  EXPECT_EQ(one.problems[0].place.line, 2);
  // A forgotten name of the distribution: its parameters are taken for settings.
  const Reading nameless = reading("[uncertainty]\na = {low = 1, high = 2}\n");
  ASSERT_EQ(nameless.problems.size(), 2u);
  EXPECT_EQ(nameless.problems[0].key, "uncertainty.a.low");
}

TEST(Uncertainty, IsATable) {
  const Reading one = reading("uncertainty = 3\n");
  ASSERT_EQ(one.problems.size(), 1u);
  EXPECT_EQ(one.problems[0].key, "uncertainty");
  EXPECT_EQ(one.problems[0].cure, "begin it with [uncertainty]");
}

TEST(Uncertainty, TellsEveryProblemWithTheWholeKey) {
  const Reading one = reading(
      "[uncertainty.customer.trust]\n"
      "build = {distribution = \"uniform\", low = 2, high = 1}\n"
      "loss = {distribution = \"gamma\"}\n"
      "cynicism_rate" +
      unsure);
  ASSERT_EQ(one.problems.size(), 2u);
  EXPECT_EQ(one.problems[0].key, "uncertainty.customer.trust.build");
  EXPECT_EQ(one.problems[0].place.line, 2);
  EXPECT_EQ(one.problems[1].key, "uncertainty.customer.trust.loss");
  EXPECT_THAT(keys_of(one.found), ElementsAre("customer.trust.cynicism_rate"));
}

// ---------------------------------------------------------------- in whole scenarios

class UncertainScenario : public testing::Test {
 protected:
  Result<Scenario> read(const std::string& text, const std::vector<std::string>& overrides = {}) {
    return read_scenario(folder_.write("mine.toml", text), overrides);
  }

  std::vector<UncertainSetting> settings_of(const std::string& text) {
    const auto scenario = read(text);
    EXPECT_TRUE(scenario) << to_text(scenario.problems().front());
    return scenario ? uncertain_settings(*scenario) : std::vector<UncertainSetting>();
  }

  Problem only_problem(const std::string& lines) {
    const auto scenario = read(tiny_scenario(two_trainings + "[uncertainty]\n" + lines));
    EXPECT_FALSE(scenario) << lines;
    if (scenario) return {};
    EXPECT_EQ(scenario.problems().size(), 1u) << lines;
    const Problem problem = scenario.problems().front();
    EXPECT_THAT(problem.place.file, EndsWith("mine.toml")) << lines;
    EXPECT_GT(problem.place.line, 0) << lines;
    EXPECT_FALSE(problem.why.empty()) << lines;
    EXPECT_FALSE(problem.cure.empty()) << lines;
    return problem;
  }

  ScratchFolder folder_;
};

TEST_F(UncertainScenario, KeepsWhatIsWritten) {
  const auto scenario = read(tiny_scenario("[uncertainty]\ncustomer.trust.build" + unsure));
  ASSERT_TRUE(scenario);
  EXPECT_THAT(keys_of(scenario->uncertainty), ElementsAre("customer.trust.build"));
}

TEST_F(UncertainScenario, SwingsEveryAssumptionByAQuarterWithinItsRange) {
  const auto scenario = read(tiny_scenario());
  ASSERT_TRUE(scenario);
  const std::vector<UncertainSetting> all = uncertain_settings(*scenario);
  const UncertainSetting* build = find(all, "customer.trust.build");
  ASSERT_NE(build, nullptr);
  EXPECT_EQ(build->distribution.kind, DistributionKind::uniform);
  EXPECT_DOUBLE_EQ(build->distribution.at[0], .03 * .75);
  EXPECT_DOUBLE_EQ(build->distribution.at[1], .03 * 1.25);
  // recovery.ignored_trust is .9 of at most 1.
  const UncertainSetting* ignored = find(all, "customer.complaint.ignored_trust");
  ASSERT_NE(ignored, nullptr);
  EXPECT_DOUBLE_EQ(ignored->distribution.at[0], .9 * .75);
  EXPECT_DOUBLE_EQ(ignored->distribution.at[1], 1);
  EXPECT_EQ(find(all, "simulation.people"), nullptr);  // a choice
  std::size_t assumptions = 0;
  for (const Assumption& one : number_settings(scenario->world)) {
    const bool is_unsure = one.tag == Tag::assumption && one.value != 0 && one.low < one.high;
    assumptions += is_unsure;
    EXPECT_EQ(find(all, one.key) != nullptr, is_unsure) << one.key;
  }
  EXPECT_EQ(all.size(), assumptions);
  EXPECT_GT(assumptions, 50u);
  for (const UncertainSetting& one : all) EXPECT_FALSE(fault_of(one.distribution)) << one.key;
}

TEST_F(UncertainScenario, SaysOfASettingWhatTheScenarioSays) {
  const std::vector<UncertainSetting> all = settings_of(tiny_scenario(
      "[uncertainty]\ncustomer.trust.build = {distribution = 'normal', mean = 0.05, sd = 0.01}\n"));
  const auto times = std::count_if(all.begin(), all.end(), [](const UncertainSetting& one) {
    return one.key == "customer.trust.build";
  });
  EXPECT_EQ(times, 1);
  EXPECT_EQ(find(all, "customer.trust.build")->distribution.kind, DistributionKind::normal);
  EXPECT_EQ(all.front().key, "customer.trust.build");
}

TEST_F(UncertainScenario, IsCertainOfWhatIsNone) {
  const std::vector<UncertainSetting> all =
      settings_of(tiny_scenario("[uncertainty]\ncustomer.trust.build = {distribution = 'none'}\n"));
  EXPECT_EQ(find(all, "customer.trust.build"), nullptr);
  EXPECT_EQ(all.size() + 1, settings_of(tiny_scenario()).size());
}

TEST_F(UncertainScenario, SwingsTheEffectivenessOfWhatAnArmApplies) {
  const std::vector<UncertainSetting> all = settings_of(tiny_scenario(two_trainings));
  for (const char* key :
       {"intervention.academy.effectiveness", "intervention.\"big push\".effectiveness"}) {
    const UncertainSetting* one = find(all, key);
    ASSERT_NE(one, nullptr) << key;
    EXPECT_EQ(one->distribution.at[0], .75);
    EXPECT_EQ(one->distribution.at[1], 1.25);
  }
  const std::vector<UncertainSetting> twice = settings_of(
      tiny_scenario(two_trainings + "[[arm]]\nname = \"again\"\napply = [\"academy\"]\n"));
  EXPECT_EQ(twice.size(), all.size());
}

// However the name is spelled: it is the same setting.
TEST_F(UncertainScenario, SaysWhatTheScenarioSaysOfAnEffectiveness) {
  const std::size_t by_default = settings_of(tiny_scenario(two_trainings)).size();
  for (const char* key :
       {"intervention.academy.effectiveness", "intervention.'academy'.effectiveness",
        "'intervention.\"academy\".effectiveness'", "'intervention.academy.effectiveness'",
        "intervention.\"big push\".effectiveness"}) {
    const std::string before = tiny_scenario(two_trainings) + "[uncertainty]\n" + key + " = ";
    EXPECT_EQ(settings_of(before + "{distribution = 'uniform', low = 0.5, high = 1}\n").size(),
              by_default)
        << key;
    EXPECT_EQ(settings_of(before + "{distribution = 'none'}\n").size(), by_default - 1) << key;
  }
}

TEST_F(UncertainScenario, NamesAKeyThatDoesNotExist) {
  const Problem problem = only_problem("customer.trust.biuld" + unsure);
  EXPECT_EQ(problem.key, "uncertainty.customer.trust.biuld");
  EXPECT_THAT(problem.what, HasSubstr("with 0.1: there is no such key"));
  EXPECT_THAT(problem.cure, HasSubstr("build"));
  EXPECT_EQ(only_problem("intervention.acadmy.effectiveness" + unsure).key,
            "uncertainty.intervention.acadmy.effectiveness");
  EXPECT_THAT(only_problem("intervention.acadmy.effectiveness" + unsure).cure,
              HasSubstr("academy"));
}

TEST_F(UncertainScenario, NamesTheEndThatIsNotAllowed) {
  const Problem high =
      only_problem("customer.trust.build = {distribution = 'uniform', low = 0.5, high = 1.5}\n");
  EXPECT_EQ(high.key, "uncertainty.customer.trust.build");
  EXPECT_THAT(high.what, HasSubstr("with 1.5: expected a number from 0 to 1"));
  const Problem low = only_problem(
      "customer.trust.build = {distribution = 'triangular', low = -0.5, mode = 0.1, high = 0.2}\n");
  EXPECT_THAT(low.what, HasSubstr("with -0.5: "));
  const Problem top = only_problem(
      "customer.trust.build = {distribution = 'triangular', low = 0, mode = 0.1, high = 2}\n");
  EXPECT_THAT(top.what, HasSubstr("with 2: "));
  const Problem mean =
      only_problem("customer.trust.build = {distribution = 'normal', mean = 7, sd = 1}\n");
  EXPECT_THAT(mean.what, HasSubstr("with 7: "));
  const Problem word = only_problem(
      "company.care_for = {distribution = 'listed', values = ['nobody', 'evrybody']}\n");
  EXPECT_THAT(word.what, HasSubstr("with \"evrybody\": "));
  EXPECT_THAT(word.cure, HasSubstr("everybody"));
  const Problem part =
      only_problem("simulation.people = {distribution = 'uniform', low = 100.5, high = 200}\n");
  EXPECT_THAT(part.what, HasSubstr("with 100.5: "));
}

// Whole at both ends, but not between them.
TEST_F(UncertainScenario, WantsWholeNumbersDrawnAsWholeNumbers) {
  const Problem problem =
      only_problem("simulation.people = {distribution = 'uniform', low = 100, high = 200}\n");
  EXPECT_EQ(problem.key, "uncertainty.simulation.people");
  EXPECT_THAT(problem.what, HasSubstr("whole number"));
  EXPECT_TRUE(
      read(tiny_scenario("[uncertainty]\nsimulation.people = {distribution = 'integer', "
                         "low = 100, high = 200}\n")));
}

TEST_F(UncertainScenario, TellsOneProblemForEachSettingThatIsWrong) {
  const auto scenario = read(tiny_scenario(
      "[uncertainty]\ncustomer.trust.build = {distribution = 'uniform', low = -1, high = 2}\n"
      "customer.trust.loss = {distribution = 'uniform', low = 0, high = 2}\n"));
  ASSERT_FALSE(scenario);
  ASSERT_EQ(scenario.problems().size(), 2u);
  EXPECT_EQ(scenario.problems()[1].key, "uncertainty.customer.trust.loss");
}

TEST_F(UncertainScenario, OverridesTheDistributionOfABase) {
  folder_.write("base.toml",
                tiny_scenario("[uncertainty.customer.trust]\nbuild" + unsure + "loss" + unsure));
  const auto child = [&](const std::string& lines) {
    return settings_of("extends = \"base.toml\"\n" + lines);
  };
  const auto narrower = child("[uncertainty]\ncustomer.trust.build.high = 0.15\n");
  EXPECT_EQ(find(narrower, "customer.trust.build")->distribution.at[1], .15);
  EXPECT_EQ(find(narrower, "customer.trust.build")->distribution.at[0], .1);
  // The base's low and high stand beside, and do not matter.
  const auto other =
      child("[uncertainty.customer.trust.build]\ndistribution = 'normal'\nmean = 0.1\nsd = 0.01\n");
  EXPECT_EQ(find(other, "customer.trust.build")->distribution.kind, DistributionKind::normal);
  EXPECT_EQ(find(other, "customer.trust.loss")->distribution.at[1], .2);
  const auto none = child("[uncertainty]\ncustomer.trust.build.distribution = 'none'\n");
  EXPECT_EQ(find(none, "customer.trust.build"), nullptr);
}

// Whether it counts or is refused: never both distributions side by side.
TEST_F(UncertainScenario, HasOneDistributionForASettingInEverySpelling) {
  folder_.write("base.toml", tiny_scenario("[uncertainty.customer.trust]\nbuild" + unsure));
  const auto scenario = read(
      "extends = \"base.toml\"\n[uncertainty]\n\"customer.trust.build\" = {distribution = "
      "'none'}\n");
  if (scenario) {
    EXPECT_EQ(find(uncertain_settings(*scenario), "customer.trust.build"), nullptr);
    return;
  }
  ASSERT_EQ(scenario.problems().size(), 1u);
  EXPECT_EQ(scenario.problems()[0].key, "uncertainty.customer.trust.build");
}

TEST_F(UncertainScenario, CanBeSetFromTheCommandLine) {
  const auto scenario =
      read(tiny_scenario("[uncertainty]\ncustomer.trust.build" + unsure),
           {"uncertainty.customer.trust.build.high=0.3",
            "uncertainty.company.maturity_stage={distribution = 'integer', low = 1, high = 6}"});
  ASSERT_TRUE(scenario) << to_text(scenario.problems().front());
  EXPECT_THAT(keys_of(scenario->uncertainty),
              ElementsAre("customer.trust.build", "company.maturity_stage"));
  EXPECT_EQ(scenario->uncertainty[0].distribution.at[1], .3);
  const auto wrong = read(tiny_scenario("[uncertainty]\ncustomer.trust.build" + unsure),
                          {"uncertainty.customer.trust.build.high=3"});
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.problems().front().what, HasSubstr("with 3: "));
}

TEST_F(UncertainScenario, IsTheSameOnceResolved) {
  const auto scenario = read(tiny_scenario(
      two_trainings +
      "[uncertainty]\n"
      "customer.trust.build = {distribution = 'triangular', low = 0, mode = 0.1, high = 0.3}\n"
      "\"customer.trust.loss\" = {distribution = 'lognormal', median = 0.1, sd_log = 0.5}\n"
      "company.maturity_stage = {distribution = 'integer', low = 1, high = 6}\n"
      "company.care_for = {distribution = 'listed', values = ['nobody', 'random']}\n"
      "intervention.\"big push\".start = {distribution = 'listed', values = [10, 20]}\n"
      "customer.trust.cynicism_rate = {distribution = 'none'}\n"));
  ASSERT_TRUE(scenario) << to_text(scenario.problems().front());
  const std::string text = resolved_toml(*scenario);
  const auto again = read_resolved_scenario(text, scenario->as_written, "run.h5", {});
  ASSERT_TRUE(again) << to_text(again.problems().front());
  EXPECT_EQ(resolved_toml(*again), text);
  ASSERT_EQ(keys_of(again->uncertainty), keys_of(scenario->uncertainty));
  for (std::size_t k = 0; k < again->uncertainty.size(); ++k) {
    const Distribution &a = again->uncertainty[k].distribution,
                       &b = scenario->uncertainty[k].distribution;
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.at, b.at);
    EXPECT_EQ(a.values, b.values);
  }
  EXPECT_EQ(keys_of(uncertain_settings(*again)), keys_of(uncertain_settings(*scenario)));
}

// ---------------------------------------------------------------- swings

Assumption at(double value) {
  Assumption one;
  one.value = value;
  return one;
}

TEST(Swing, GoesAQuarterDownAndUp) {
  const Assumption one = swung(at(.4), {0, 1});
  EXPECT_DOUBLE_EQ(one.low, .3);
  EXPECT_DOUBLE_EQ(one.high, .5);
  const Assumption negative = swung(at(-2), {-10, 10});
  EXPECT_DOUBLE_EQ(negative.low, -2.5);
  EXPECT_DOUBLE_EQ(negative.high, -1.5);
}

TEST(Swing, StaysWithinTheRange) {
  const Assumption high = swung(at(.9), {0, 1});
  EXPECT_DOUBLE_EQ(high.low, .675);
  EXPECT_DOUBLE_EQ(high.high, 1);
  const Assumption edge = swung(at(1), {1, 1});
  EXPECT_EQ(edge.low, 1);
  EXPECT_EQ(edge.high, 1);
}

TEST(Swing, GoesAQuarterOfTheRangeFromZero) {
  const Assumption middle = swung(at(0), {-2, 2});
  EXPECT_DOUBLE_EQ(middle.low, -1);
  EXPECT_DOUBLE_EQ(middle.high, 1);
  const Assumption end = swung(at(0), {0, 2});
  EXPECT_DOUBLE_EQ(end.low, 0);
  EXPECT_DOUBLE_EQ(end.high, .5);
}

TEST(Swing, GoesNowhereInARangeWithoutEnds) {
  const double infinity = std::numeric_limits<double>::infinity();
  const Assumption zero = swung(at(0), {0, infinity});
  EXPECT_EQ(zero.low, 0);
  EXPECT_EQ(zero.high, 0);
  const Assumption four = swung(at(4), {0, infinity});
  EXPECT_EQ(four.low, 3);
  EXPECT_EQ(four.high, 5);
}

TEST_F(UncertainScenario, KnowsTheEffectivenessOfInterventionsAndShocks) {
  const auto scenario = read(tiny_scenario(
      "[[intervention]]\nname = \"big push\"\ntitle = \"The push\"\nkind = \"training\"\n"
      "effectiveness = 9\n"
      "[[shock]]\nname = 'say \"x\"'\nkind = \"news\"\n"
      "[[arm]]\nname = \"both\"\napply = [\"big push\", 'say \"x\"']\n"));
  ASSERT_TRUE(scenario) << to_text(scenario.problems().front());
  ASSERT_EQ(scenario->interventions.size(), 2u);
  const Assumption push = effectiveness_of(scenario->interventions[0]);
  EXPECT_EQ(push.key, "intervention.\"big push\".effectiveness");
  EXPECT_EQ(push.meaning, "The push");
  EXPECT_TRUE(push.is_effectiveness);
  EXPECT_EQ(push.value, 9);
  EXPECT_EQ(push.low, 6.75);
  EXPECT_EQ(push.high, 10);
  EXPECT_EQ(effectiveness_key(scenario->interventions[1]), "shock.'say \"x\"'.effectiveness");
}

}  // namespace
}  // namespace cxsim
