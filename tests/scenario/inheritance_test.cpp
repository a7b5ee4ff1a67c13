#include "scenario/inheritance.hpp"

#include <gtest/gtest.h>

#include "scenario/toml_writer.hpp"
#include "scratch_folder.hpp"

namespace cxsim {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Problems problems_of(const std::string& path) {
  const auto document = read_scenario_document(path);
  return document ? Problems{} : document.problems();
}

TEST(Inheritance, MergesTablesByKeyAndListsByName) {
  const ScratchFolder folder;
  folder.write("bases/firm.toml",
               "seed = 1\nlist = [1, 2]\n[company]\nstage = 2\npromise = 0.5\n"
               "[[touchpoint]]\nname = 'call'\np_fail = 0.1\n[[touchpoint]]\nname = 'shop'\n");
  const std::string path =
      folder.write("mine.toml",
                   "extends = 'bases/firm.toml'\nlist = [3]\n[company]\nstage = 3\nextra = true\n"
                   "[[touchpoint]]\nname = 'chat'\n[[touchpoint]]\nname = 'call'\np_fail = 0.2\n");
  const auto document = read_scenario_document(path);
  ASSERT_TRUE(document) << to_text(document.problems()[0]);
  EXPECT_EQ(to_toml(document->root),
            "seed = 1\nlist = [3]\n\n[company]\nstage = 3\npromise = 0.5\nextra = true\n"
            "\n[[touchpoint]]\nname = \"call\"\np_fail = 0.2\n\n[[touchpoint]]\nname = \"shop\"\n"
            "\n[[touchpoint]]\nname = \"chat\"\n");
}

TEST(Inheritance, EachValueKeepsTheFileItCameFrom) {
  const ScratchFolder folder;
  const std::string base = folder.write("base.toml", "[company]\nstage = 2\npromise = 0.5\n");
  const std::string path =
      folder.write("mine.toml", "extends = 'base.toml'\n\n\n[company]\nstage = 3\n");
  const auto document = read_scenario_document(path);
  ASSERT_TRUE(document);
  const Table& company = *document->root.find("company")->table();
  EXPECT_EQ(company.entry("stage")->place.file, path);
  EXPECT_EQ(company.entry("stage")->value.place.line, 5);
  EXPECT_EQ(company.entry("promise")->place.file, base);
  EXPECT_EQ(company.entry("promise")->value.place.line, 3);
}

TEST(Inheritance, FollowsChainsAndKeepsTheTexts) {
  const ScratchFolder folder;
  folder.write("a/first.toml", "x = 1\ny = 1\nz = 1\n");
  folder.write("a/second.toml", "extends = 'first.toml'\ny = 2\nz = 2\n");
  const std::string path = folder.write("third.toml", "extends = 'a/second.toml'\nz = 3\n");
  const auto document = read_scenario_document(path);
  ASSERT_TRUE(document);
  EXPECT_EQ(to_toml(document->root), "x = 1\ny = 2\nz = 3\n");
  ASSERT_EQ(document->sources.size(), 3U);
  EXPECT_EQ(document->sources[0].file, path);
  EXPECT_EQ(document->sources[0].text, "extends = 'a/second.toml'\nz = 3\n");
  EXPECT_EQ(document->sources[2].file, folder.path("a/first.toml"));
}

TEST(Inheritance, AnEmptyListEmptiesTheBases) {
  const ScratchFolder folder;
  folder.write("base.toml", "[[shock]]\nname = 'strike'\n");
  const auto document =
      read_scenario_document(folder.write("mine.toml", "extends = 'base.toml'\nshock = []\n"));
  ASSERT_TRUE(document);
  EXPECT_EQ(to_toml(document->root), "shock = []\n");
}

TEST(Inheritance, ListsInsideNamedTablesReplaceUnlessNamed) {
  const ScratchFolder folder;
  folder.write("base.toml",
               "[[journey]]\nname = 'buy'\n[[journey.edge]]\nfrom = 'a'\n[[journey.edge]]\n"
               "from = 'b'\n[[journey.step]]\nname = 's'\nk = 1\n");
  const auto document = read_scenario_document(folder.write(
      "mine.toml",
      "extends = 'base.toml'\n[[journey]]\nname = 'buy'\n[[journey.edge]]\nfrom = 'c'\n"
      "[[journey.step]]\nname = 's'\nj = 2\n"));
  ASSERT_TRUE(document);
  const Node& buy = document->root.find("journey")->array()->at(0);
  EXPECT_EQ(buy.find("edge")->array()->size(), 1U);
  EXPECT_EQ(buy.find("step")->array()->size(), 1U);
  EXPECT_NE(buy.find("step")->array()->at(0).find("k"), nullptr);
}

TEST(Inheritance, NamesTheFilesOfACircle) {
  const ScratchFolder folder;
  folder.write("one.toml", "\nextends = 'two.toml'\n");
  folder.write("two.toml", "extends = './sub/../three.toml'\n");
  folder.write("sub/x.toml", "");
  folder.write("three.toml", "\n\nextends = 'one.toml'\n");
  const Problems problems = problems_of(folder.path("sub/../one.toml"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place.file, folder.path("three.toml"));
  EXPECT_EQ(problems[0].place.line, 3);
  EXPECT_TRUE(has(problems[0].what, folder.path("sub/../one.toml") + " extends " +
                                        folder.path("two.toml") + " extends " +
                                        folder.path("three.toml") + " extends "));
}

TEST(Inheritance, AFileCannotExtendItself) {
  const ScratchFolder folder;
  const Problems problems = problems_of(folder.write("me.toml", "extends = 'me.toml'\n"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].what, "the file extends itself");
}

TEST(Inheritance, AMissingBaseIsTheFaultOfTheLineThatNamesIt) {
  const ScratchFolder folder;
  folder.write("bases/broadband.toml", "");
  const std::string path = folder.write("mine.toml", "a = 1\nextends = 'bases/broadbnd.toml'\n");
  const Problems problems = problems_of(path);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place.file, path);
  EXPECT_EQ(problems[0].place.line, 2);
  EXPECT_EQ(problems[0].key, "extends");
  EXPECT_EQ(problems[0].cure, "did you mean broadband.toml?");
}

TEST(Inheritance, ExtendsNamesOneFile) {
  const ScratchFolder folder;
  const Problems problems = problems_of(folder.write("mine.toml", "extends = ['a', 'b']\n"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(has(problems[0].what, "found a list"));
}

TEST(Inheritance, TablesInListsNeedNamesOfTheirOwn) {
  const ScratchFolder folder;
  const Problems problems = problems_of(
      folder.write("mine.toml",
                   "[[segment]]\nshare = 1\n[[segment]]\nname = 3\n[[segment]]\nname = 'a'\n"
                   "[[segment]]\nname = 'a'\n"));
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].place.line, 1);
  EXPECT_TRUE(has(problems[0].what, "no name"));
  EXPECT_EQ(problems[1].place.line, 4);
  EXPECT_TRUE(has(problems[1].what, "the whole number 3"));
  EXPECT_EQ(problems[2].place.line, 7);
  EXPECT_TRUE(has(problems[2].what, "first on line 5"));
}

TEST(Inheritance, ReportsTheProblemsOfAFileAndItsBaseTogether) {
  const ScratchFolder folder;
  folder.write("base.toml", "a = .1\nb = .2\n");
  const Problems problems =
      problems_of(folder.write("mine.toml", "extends = 'base.toml'\n[[arm]]\napply = []\n"));
  EXPECT_EQ(problems.size(), 3U);
}

TEST(Inheritance, SingleBracketsDoNotWipeOutAList) {
  const ScratchFolder folder;
  folder.write("base.toml", "[[touchpoint]]\nname = 'call'\n");
  const Problems problems = problems_of(
      folder.write("mine.toml", "extends = 'base.toml'\n[touchpoint]\nname = 'call'\n"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place.line, 2);
  EXPECT_TRUE(has(problems[0].cure, "[[touchpoint]]"));
}

}  // namespace
}  // namespace cxsim
