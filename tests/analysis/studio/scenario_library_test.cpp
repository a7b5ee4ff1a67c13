#include "analysis/studio/scenario_library.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cxsim {
namespace {

const std::string folder = CXSIM_SOURCE_DIR "/scenarios";

TEST(ScenarioLibrary, FindsByStemAndByPath) {
  const ScenarioLibrary library(
      offered_by_library(folder, {"01_first_run.toml", "library/03_chatbot_bet.toml"}));
  ASSERT_NE(library.find("03_chatbot_bet"), nullptr);
  EXPECT_EQ(library.find("03_chatbot_bet"), library.find("library/03_chatbot_bet.toml"));
  EXPECT_EQ(library.find("03_chatbot_bet")->run_as(), "03_chatbot_bet");
  EXPECT_EQ(library.find("../01_first_run.toml"), nullptr);
  EXPECT_EQ(library.find(""), nullptr);
}

TEST(ScenarioLibrary, TellsTwoOfOneNameApart) {
  std::vector<OfferedScenario> offered = offered_by_library(folder, {"01_first_run.toml"});
  offered.insert(offered.begin(), {folder + "/02_what_if.toml", "mine/01_first_run.toml", false});
  offered.front().path = "mine/01_first_run.toml";
  const ScenarioLibrary library(offered);
  EXPECT_EQ(library.entries()[0].name, "01_first_run");
  EXPECT_EQ(library.entries()[0].run_as(), "mine/01_first_run.toml");
  EXPECT_EQ(library.entries()[1].name, "01_first_run.toml");
}

TEST(ScenarioLibrary, TellsOfEachScenario) {
  const Json json = library_json(ScenarioLibrary(
      offered_by_library(folder, {"01_first_run.toml", "library/03_chatbot_bet.toml",
                                  "library/reference/03_chatbot_sizes.toml"})));
  ASSERT_EQ(json.size(), 3u);
  EXPECT_EQ(json[1]["name"], "03_chatbot_bet");
  EXPECT_EQ(json[1]["title"], "The chatbot bet");
  EXPECT_EQ(json[1]["firm"], "A mobile operator");
  EXPECT_EQ(json[1]["is_lesson"], true);
  EXPECT_EQ(json[0]["is_lesson"], false);
  EXPECT_EQ(json[2]["is_lesson"], false);
}

TEST(ScenarioLibrary, OffersAlsoWhatIsNotInOrder) {
  const Json json = library_json(ScenarioLibrary({{"/no/such/file.toml", "file.toml", false}}));
  EXPECT_THAT(json[0]["title"].get<std::string>(), testing::HasSubstr("not in order"));
}

}  // namespace
}  // namespace cxsim
