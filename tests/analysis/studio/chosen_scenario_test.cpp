#include "analysis/studio/chosen_scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "analysis/studio/library_sample.hpp"

namespace cxsim {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* an_arm =
    "[[intervention]]\nname = \"desk\"\nkind = \"training\"\nstart = 30\n"
    "[[arm]]\nname = \"mine\"\ntitle = \"Mine\"\napply = [\"desk\", \"bot\"]\n";

const ScenarioLibrary& library() {
  static const ScenarioLibrary here(offered_here());
  return here;
}

Result<ScenarioFamily> read(const ScenarioChoice& choice) {
  return read_choice(choice, library(), testing::TempDir());
}

TEST(ChosenScenario, IsThatOfTheCommandLine) {
  const std::vector<std::string> set{"company.maturity_stage=4", "simulation.people=300"};
  const auto chosen = read({"03_chatbot_bet", set, ""});
  ASSERT_TRUE(chosen);
  const auto told = read_scenario(library().find("03_chatbot_bet")->path, set);
  EXPECT_EQ(resolved_toml(chosen->base()), resolved_toml(*told));
  EXPECT_EQ(chosen->base().as_written, told->as_written);
}

TEST(ChosenScenario, TakesInterventionsAndArmsOfItsOwn) {
  const auto chosen = read({"03_chatbot_bet", {"intervention.desk.skill=0.2"}, an_arm});
  ASSERT_TRUE(chosen) << to_text(chosen.problems().front());
  EXPECT_EQ(chosen->base().arms.back().title, "Mine");
  EXPECT_EQ(chosen->base().arms.back().apply.size(), 2u);
}

TEST(ChosenScenario, LeavesNothingBehind) {
  const std::string folder = testing::TempDir() + "chosen_scenario";
  std::filesystem::create_directory(folder);
  for (const char* toml : {an_arm, "nonsense"})
    read_choice({"03_chatbot_bet", {}, toml}, library(), folder);
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(ChosenScenario, TellsWhereItsOwnTextIsWrong) {
  const auto chosen = read({"03_chatbot_bet", {}, "[company]\nmaturity_stag = 3\n"});
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.problems().front().place.file, "changes");
  EXPECT_EQ(chosen.problems().front().place.line, 2);
}

TEST(ChosenScenario, ReadsNoOtherFile) {
  EXPECT_FALSE(read({"../../etc/passwd", {}, ""}));
  EXPECT_FALSE(read({"/etc/passwd", {}, ""}));
  EXPECT_FALSE(read({library().find("03_chatbot_bet")->path, {}, ""}));
  EXPECT_FALSE(read({"03_chatbot_bet", {"extends=\"/etc/passwd\""}, ""}));
  EXPECT_FALSE(read({"03_chatbot_bet", {}, "extends = \"/etc/passwd\""}));
  EXPECT_FALSE(read({"03_chatbot_bet", {}, "\"extends\" = \"/etc/passwd\""}));
}

TEST(ChosenScenario, SuggestsAName) {
  const auto chosen = read({"03_chatbot_bed", {}, ""});
  ASSERT_FALSE(chosen);
  EXPECT_THAT(chosen.problems().front().cure, HasSubstr("03_chatbot_bet"));
}

TEST(ChosenScenario, IsACommand) {
  EXPECT_EQ(command_of({"03_chatbot_bet", {}, ""}, library()), "cxsim run 03_chatbot_bet");
  EXPECT_EQ(command_of({"library/03_chatbot_bet.toml",
                        {"company.price=1.1", "arm.bot_alone.apply=[\"bot\"]"},
                        ""},
                       library()),
            "cxsim run 03_chatbot_bet --set company.price=1.1 --set "
            "'arm.bot_alone.apply=[\"bot\"]'");
  EXPECT_EQ(command_of({"03_chatbot_bet", {}, an_arm}, library()),
            "cxsim run 03_chatbot_bet_changed.toml");
}

// The command, the file's own words and the browser speak of the same file.
TEST(ChosenScenario, IsSavedUnderANameThatNeedsNoQuotes) {
  EXPECT_EQ(saved_name({"03_chatbot_bet", {}, ""}), "03_chatbot_bet_saved");
  const ScenarioChoice odd{"odd ' \"name \n\u00e9", {}, an_arm};
  EXPECT_EQ(saved_name(odd), "odd____name_____changed");
  EXPECT_EQ(command_of(odd, library()), "cxsim run odd____name_____changed.toml");
}

TEST(ChosenScenario, IsSavedWhole) {
  const ScenarioChoice choice{"03_chatbot_bet", {"company.promise=0.9"}, an_arm};
  const auto chosen = read(choice);
  ASSERT_TRUE(chosen);
  const std::string saved = saved_scenario(choice, chosen->base(), library());
  EXPECT_THAT(saved, AllOf(StartsWith("# The chatbot bet"), HasSubstr("company.promise=0.9"),
                           Not(HasSubstr("extends"))));
  const auto again = read_resolved_scenario(saved, "", "saved.toml", {});
  ASSERT_TRUE(again) << to_text(again.problems().front());
  EXPECT_EQ(resolved_toml(*again), resolved_toml(chosen->base()));
}

// What was typed cannot break out of the comment at the top.
TEST(ChosenScenario, KeepsItsCommentOnItsLines) {
  const ScenarioChoice choice{
      "03_chatbot_bet", {"arm.bot_alone.apply=[\n\"bot\"\n]", "about.title='a\\nb'"}, ""};
  const auto chosen = read(choice);
  ASSERT_TRUE(chosen) << to_text(chosen.problems().front());
  const std::string saved = saved_scenario(choice, chosen->base(), library());
  EXPECT_TRUE(read_resolved_scenario(saved, "", "saved.toml", {}));
}

TEST(ChosenScenario, NamesNoFolderInResults) {
  const ScenarioChoice choice{"03_chatbot_bet", {}, an_arm};
  const auto chosen = read(choice);
  ASSERT_TRUE(chosen);
  EXPECT_THAT(chosen->base().as_written, HasSubstr(CXSIM_SOURCE_DIR));
  const Scenario kept = as_chosen(choice, chosen->base(), library());
  EXPECT_THAT(kept.as_written, AllOf(Not(HasSubstr(CXSIM_SOURCE_DIR)),
                                     HasSubstr("03_chatbot_bet.toml"), HasSubstr("\"Mine\"")));
}

}  // namespace
}  // namespace cxsim
