#include "analysis/studio/controls_json.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/studio/chosen_scenario.hpp"
#include "analysis/studio/library_sample.hpp"
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;

const ScenarioLibrary& library() {
  static const ScenarioLibrary here(offered_here());
  return here;
}

ScenarioFamily family_of(const ScenarioChoice& choice) {
  auto family = read_choice(choice, library(), testing::TempDir());
  if (!family) throw std::runtime_error(to_text(family.problems().front()));
  return std::move(*family);
}

Json controls_of(const ScenarioChoice& choice) {
  return controls_json(family_of(choice), choice, choice.name, "");
}

std::vector<Json> every_control(const Json& controls) {
  std::vector<Json> all(controls["simulation"].begin(), controls["simulation"].end());
  all.insert(all.end(), controls["company"].begin(), controls["company"].end());
  for (const Json& one : controls["interventions"])
    all.insert(all.end(), one["controls"].begin(), one["controls"].end());
  return all;
}

Json control(const Json& controls, const std::string& key) {
  for (const Json& one : every_control(controls))
    if (one["key"] == key) return one;
  ADD_FAILURE() << "no control " << key;
  return {};
}

bool lies_on_a_step(const Json& one) {
  const double steps =
      (one["value"].get<double>() - one["low"].get<double>()) / one["step"].get<double>();
  return std::abs(steps - std::round(steps)) < 1e-6 * std::max(1.0, std::abs(steps));
}

TEST(Controls, AreAcceptedFromEndToEndInTheWholeLibrary) {
  for (const auto& entry : library().entries()) {
    const ScenarioFamily family = family_of({entry.name, {}, ""});
    const Json controls = controls_json(family, {entry.name, {}, ""}, entry.name, "");
    for (const Json& one : every_control(controls)) {
      const std::string key = one["key"];
      SCOPED_TRACE(entry.name + " " + key);
      ASSERT_TRUE(one["value"].is_number());
      EXPECT_LE(one["low"], one["value"]);
      EXPECT_LE(one["value"], one["high"]);
      EXPECT_LT(one["low"], one["high"]);
      EXPECT_TRUE(lies_on_a_step(one)) << one;
      EXPECT_FALSE(one["meaning"].get<std::string>().empty());
      EXPECT_FALSE(one["unit"].get<std::string>().empty());
      for (const char* end : {"low", "value", "high"}) {
        const auto with = family.with({fmt::format("{}={:.12g}", key, one[end].get<double>())});
        EXPECT_TRUE(with) << end << " " << (with ? "" : to_text(with.problems().front()));
      }
    }
  }
}

TEST(Controls, HaveTheValuesAfterTheOverrides) {
  const Json controls =
      controls_of({"03_chatbot_bet",
                   {"company.maturity_stage=4", "simulation.people=777",
                    "intervention.bot.technology=0.3", "arm.bot_alone.apply=[\"customer_first\"]"},
                   ""});
  EXPECT_EQ(control(controls, "company.maturity_stage")["value"], 4);
  EXPECT_EQ(control(controls, "simulation.people")["value"], 777);
  EXPECT_EQ(control(controls, "intervention.bot.technology")["value"], .3);
  EXPECT_EQ(controls["arms"][1]["apply"], Json::array({"customer_first"}));
  EXPECT_EQ(controls["set"].size(), 4u);
}

TEST(Controls, BeginWithTheStage) {
  const Json controls = controls_of({"03_chatbot_bet", {}, ""});
  const Json& stage = controls["company"][0];
  EXPECT_EQ(stage["key"], "company.maturity_stage");
  EXPECT_EQ(stage["low"], 1);
  EXPECT_EQ(stage["high"], 6);
  EXPECT_EQ(stage["step"], 1);
  EXPECT_EQ(stage["whole"], true);
}

// The stage says how skilled a firm is unless the scenario does.
TEST(Controls, ShowWhatTheStageSays) {
  const auto skill_at = [](const std::string& stage) {
    return control(controls_of({"01_first_run", {"company.maturity_stage=" + stage}, ""}),
                   "company.skill")["value"]
        .get<double>();
  };
  EXPECT_LT(skill_at("1"), skill_at("6"));
  EXPECT_EQ(
      control(controls_of({"01_first_run", {"company.skill=0.5"}, ""}), "company.skill")["value"],
      .5);
}

TEST(Controls, LeaveResultsAfterTheLastBeginning) {
  const Json controls = controls_of({"03_chatbot_bet", {}, ""});
  EXPECT_EQ(control(controls, "simulation.days")["low"], 390);
  EXPECT_EQ(control(controls, "intervention.bot.start")["high"], 1799);
}

TEST(Controls, GiveUnitsInTheScenariosMoney) {
  const Json controls = controls_of({"03_chatbot_bet", {"simulation.currency=CHF"}, ""});
  EXPECT_EQ(control(controls, "intervention.bot.opex")["unit"], "CHF per day");
  EXPECT_EQ(controls["currency"], "CHF");
}

TEST(Controls, KnowHowAChangeWasWritten) {
  const std::string toml =
      "[[intervention]]\nname = \"a b.c\"\nkind = \"training\"\nskill = {multiply = 1.5}\n";
  const Json controls = controls_of({"03_chatbot_bet", {}, toml});
  const Json skill = control(controls, "intervention.\"a b.c\".skill.multiply");
  EXPECT_EQ(skill["value"], 1.5);
  EXPECT_EQ(skill["unit"], "factor");
  const ScenarioFamily family = family_of({"03_chatbot_bet", {}, toml});
  EXPECT_TRUE(family.with({"intervention.\"a b.c\".skill.multiply=1.2"}));
}

TEST(Controls, TellWhatIsExpected) {
  const Json controls = controls_of({"03_chatbot_bet", {}, ""});
  const Json& first = controls["expectations"][0];
  EXPECT_EQ(first["arm"], "bot_alone");
  EXPECT_EQ(first["change"], "down");
  EXPECT_THAT(first["outcome"]["unit"].get<std::string>(), HasSubstr("EUR"));
  EXPECT_TRUE(first["months"].is_null());
  const Json months = controls_of({"13_standing_still", {}, ""})["expectations"];
  EXPECT_TRUE(std::any_of(months.begin(), months.end(),
                          [](const Json& one) { return one["months"].is_array(); }));
}

TEST(Catalogue, HasEveryKindReadyToBeAdded) {
  const Json catalogue_here = catalogue_json(family_of({"01_first_run", {}, ""}).base());
  ASSERT_EQ(catalogue_here["kinds"].size(), catalogue().size());
  for (const Json& kind : catalogue_here["kinds"]) {
    const std::string name = kind["name"], nature = kind["nature"];
    const auto added = read_choice(
        {"01_first_run", {}, fmt::format("[[{}]]\nname = \"new\"\nkind = \"{}\"\n", nature, name)},
        library(), testing::TempDir());
    EXPECT_EQ(static_cast<bool>(added), kind["needs"] == "") << name;
    EXPECT_THAT(kind["controls"].dump(), AllOf(HasSubstr("\"start\""), HasSubstr("\"capex\"")));
  }
  EXPECT_THAT(catalogue_here["places"]["touchpoints"].dump(), HasSubstr("\"call\""));
}

// A value, a share and a scope out of the catalogue make an intervention.
TEST(Catalogue, SaysWhatAnInterventionTakes) {
  const Json catalogue_here = catalogue_json(family_of({"01_first_run", {}, ""}).base());
  for (const Json& kind : catalogue_here["kinds"]) {
    if (kind["needs"] != "") continue;
    for (const Json& one : kind["controls"]) {
      if (!one["value"].is_number() && one["unit"] != "share") continue;
      const std::string key = one["key"];
      const double value = one["value"].is_number() ? one["value"].get<double>() : .5;
      const std::string toml = fmt::format("[[{}]]\nname = \"new\"\nkind = \"{}\"\n{} = {:.12g}\n",
                                           kind["nature"].get<std::string>(),
                                           kind["name"].get<std::string>(), key, value);
      const auto added = read_choice({"01_first_run", {}, toml}, library(), testing::TempDir());
      EXPECT_TRUE(added) << toml << (added ? "" : to_text(added.problems().front()));
    }
  }
}

}  // namespace
}  // namespace cxsim
