#include "scenario/toml_reader.hpp"

#include <gtest/gtest.h>

#include "scenario/source_text.hpp"
#include "scratch_folder.hpp"

namespace cxsim {
namespace {

Problems problems_of(const std::string& text) {
  const auto document = read_toml_text(text, "x.toml");
  return document ? Problems{} : document.problems();
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// The only problem of a text, which must be on that line.
Problem only_problem(const std::string& text, int line) {
  const Problems problems = problems_of(text);
  EXPECT_EQ(problems.size(), 1U) << text;
  if (problems.empty()) return {};
  EXPECT_EQ(problems[0].place.file, "x.toml");
  EXPECT_EQ(problems[0].place.line, line) << text << "\n" << to_text(problems[0]);
  EXPECT_FALSE(problems[0].what.empty());
  EXPECT_FALSE(problems[0].why.empty());
  EXPECT_FALSE(problems[0].cure.empty());
  return problems[0];
}

TEST(TomlReader, ReadsEveryKindOfValue) {
  const auto document = read_toml_text(
      "i = 3\nn = 0.5\nt = 'high'\nf = true\nd = 2026-01-01\nl = [1, 'a']\n[s]\nk = -0.0\n", "x");
  ASSERT_TRUE(document);
  const Node& root = document->root;
  EXPECT_EQ(*root.find("i")->integer(), 3);
  EXPECT_EQ(*root.find("n")->number(), 0.5);
  EXPECT_EQ(*root.find("t")->text(), "high");
  EXPECT_TRUE(*root.find("f")->flag());
  EXPECT_EQ(root.find("d")->date()->text, "2026-01-01");
  EXPECT_EQ(root.find("l")->array()->size(), 2U);
  EXPECT_EQ(root.find("s")->find("k")->kind(), NodeKind::number);
}

TEST(TomlReader, KeepsTheOrderAndTheLinesOfTheFile) {
  const auto document = read_toml_text("[zebra]\nb = 1\na =  2\n\n[[ape]]\n[[ape]]\nq = 1\n", "x");
  ASSERT_TRUE(document);
  const Table& root = *document->root.table();
  ASSERT_EQ(root.entries.size(), 2U);
  EXPECT_EQ(root.entries[0].key, "zebra");
  EXPECT_EQ(root.entries[0].value.table()->entries[0].key, "b");
  EXPECT_EQ(root.entries[0].value.table()->entries[1].place.line, 3);
  EXPECT_EQ(root.entries[0].value.table()->entries[1].value.place.line, 3);
  EXPECT_EQ(root.entries[1].value.array()->at(1).place.line, 6);
  EXPECT_EQ(root.entries[1].place.file, "x");
}

TEST(TomlReader, KeepsTheTextAsWritten) {
  const auto document = read_toml_text("# mine\na = 1\r\n", "x");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->sources.size(), 1U);
  EXPECT_EQ(document->sources[0].text, "# mine\na = 1\r\n");
}

TEST(TomlReader, AnEmptyFileIsAnEmptyTable) {
  const auto document = read_toml_text("", "x");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->root.table()->entries.empty());
}

TEST(TomlReader, ExplainsSyntaxErrors) {
  EXPECT_TRUE(has(only_problem("a = 1\nb = .1\n", 2).cure, "0.5"));
  EXPECT_TRUE(has(only_problem("level = high\n", 1).cure, "quotes"));
  EXPECT_TRUE(has(only_problem("a = True\n", 1).cure, "true or false"));
  EXPECT_TRUE(has(only_problem("a = \"open\nb = 1\n", 1).what, "not closed"));
  EXPECT_TRUE(has(only_problem("a 1\n", 1).cure, "key = value"));
  EXPECT_TRUE(has(only_problem("a = 1,5\n", 1).cure, "point"));
  EXPECT_TRUE(has(only_problem("a = 10%\n", 1).cure, "0.1 for 10%"));
  EXPECT_TRUE(has(only_problem("a = [1,\n2\n", 1).what, "list is not closed"));
  EXPECT_TRUE(has(only_problem("a = { b = 1,\nc = 2 }\n", 1).what, "beyond its line"));
  EXPECT_TRUE(has(only_problem("\n[a\nb = 1\n", 2).cure, "[name]"));
  EXPECT_TRUE(has(only_problem("a = 2026-02-30\n", 1).what, "date"));
}

TEST(TomlReader, NamesTheKeyOfASyntaxError) {
  EXPECT_EQ(only_problem("[a]\np_fail = .1\n", 2).key, "p_fail");
}

TEST(TomlReader, ReportsEveryLineThatIsWrongByItself) {
  const Problems problems = problems_of("a = .1\nb = 2\nc = high\n[t]\nd = 1,5\nb = [1,\n");
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(problems[0].place.line, 1);
  EXPECT_EQ(problems[1].place.line, 3);
  EXPECT_EQ(problems[2].place.line, 5);
}

TEST(TomlReader, ABrokenLineDoesNotAccuseItsNeighbours) {
  EXPECT_EQ(problems_of("a = [1, .2,\n 3]\nb = 1\n").size(), 1U);
  EXPECT_EQ(problems_of("[a\nb = 1\n[c]\nb = 1\n").size(), 1U);
}

TEST(TomlReader, AnUnclosedListIsTheFaultOfTheLineThatOpensIt) {
  for (const char* next : {"b = 2\n", "[company]\n", "[[touchpoint]]\nname = 'x'\n", ""}) {
    const Problem problem = only_problem("# \"[\na = [ # [\n  1, 2,\n\n" + std::string(next), 2);
    EXPECT_EQ(problem.key, "a");
    EXPECT_TRUE(has(problem.what, "list is not closed")) << problem.what;
  }
  only_problem("a = [\n [1,\nb = 2\n", 1);
  EXPECT_TRUE(has(only_problem("a = [\n [1, 2],\n [.5]\n]\n", 3).what, "point"));
}

TEST(TomlReader, FindsCharactersThatCannotBeSeen) {
  EXPECT_TRUE(has(only_problem("a = 'x\x01'\n", 1).what, "cannot be seen"));
  EXPECT_TRUE(has(only_problem("a = 1\n# \x7F\n", 2).what, "cannot be seen"));
  EXPECT_TRUE(has(only_problem(std::string("a = 1\n\0", 7), 2).what, "cannot be seen"));
}

TEST(TomlReader, SurvivesHeadersAndListsThatBeginBadly) {
  EXPECT_TRUE(has(only_problem("a = 1\n[,]\n", 2).what, "no name"));
  only_problem("[[[a]]]\n", 1);
  only_problem("[#\n", 1);
  only_problem("a = [}\n", 1);
  only_problem("a = [1, }\n", 1);
  only_problem("a = [\xE2\x80\xA8]\n", 1);
}

TEST(TomlReader, CharactersBeyondAsciiStandInQuotes) {
  EXPECT_TRUE(has(only_problem("a = 1\nb = “high”\n", 2).what, "“"));
  EXPECT_TRUE(has(only_problem("ä = 1\n", 1).cure, "quotes"));
  EXPECT_TRUE(has(only_problem("a = 1\n[münchen]\n", 2).what, "ü"));
  EXPECT_TRUE(has(only_problem("a = -'''ä'''\n", 1).key, "a"));
  EXPECT_EQ(problems_of("b = .1\nc = ü\nd = 1\ne = .2\n").size(), 3U);
}

TEST(TomlReader, ReadsCharactersBeyondAsciiAsTheyAre) {
  const auto document = read_toml_text(
      "# ü\na = 'ü€😀' # ü\n\"ü\" = \"\"\"\nü\\\\ü\\\n  ä\"\"\"\nb = \"\\u00FC\\U0001F600\"\n", "x");
  ASSERT_TRUE(document) << to_text(document.problems()[0]);
  EXPECT_EQ(*document->root.find("a")->text(), "ü€😀");
  EXPECT_EQ(*document->root.find("ü")->text(), "ü\\üä");
  EXPECT_EQ(*document->root.find("b")->text(), "ü😀");
  EXPECT_TRUE(has(only_problem("a = 1\nb = '\\U001000FC'\n", 2).what, "escape"));
}

TEST(TomlReader, AKeyIsAValueOrATable) {
  EXPECT_TRUE(has(only_problem("a = 1\n[a]\nb = 1\n", 2).what, "a value in one place"));
  EXPECT_TRUE(has(only_problem("a = 1\na.b = 2\n", 2).what, "a value in one place"));
  EXPECT_TRUE(has(only_problem("[a.b]\nx = 1\n[a]\nb = 2\n", 4).what, "a value in one place"));
}

TEST(TomlReader, DuplicatesNameTheFirst) {
  const Problem key = only_problem("a = 1\n[t]\na = 1\nb = 2\na = 3\n", 5);
  EXPECT_EQ(key.key, "a");
  EXPECT_TRUE(has(key.what, "first on line 3")) << key.what;
  const Problem header = only_problem("[t]\na = 1\n[u]\n[t]\nb = 1\n", 4);
  EXPECT_TRUE(has(header.what, "[t]")) << header.what;
  EXPECT_TRUE(has(header.what, "first on line 1")) << header.what;
}

TEST(TomlReader, OneNameCannotHaveBothKindsOfBrackets) {
  EXPECT_TRUE(has(only_problem("[[touchpoint]]\nname = 'a'\n[touchpoint]\nname = 'b'\n", 3).what,
                  "brackets"));
}

TEST(TomlReader, RefusesWhatIsNotUtf8) {
  EXPECT_TRUE(has(only_problem("a = 1\nb = '\xFC'\n", 2).what, "UTF-8"));
  EXPECT_TRUE(has(only_problem("\xFF\xFE", 1).cure, "UTF-8"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));
  EXPECT_FALSE(is_utf8("\xE2\x82"));
  EXPECT_TRUE(is_utf8("€ 😀 ü"));
}

TEST(TomlReader, ReadsAByteOrderMark) {
  EXPECT_TRUE(
      read_toml_text("\xEF\xBB\xBF"
                     "a = 1\n",
                     "x"));
}

TEST(TomlReader, RefusesHugeText) {
  EXPECT_TRUE(has(only_problem(std::string(largest_text + 1, '\n'), 0).what, "4 MiB"));
  EXPECT_TRUE(read_toml_text(std::string(largest_text, '\n'), "x"));
}

TEST(TomlReader, RefusesDeepNesting) {
  EXPECT_TRUE(has(only_problem("\na = " + std::string(100000, '['), 2).what, "too deep"));
  std::string dotted = "a";
  for (int i = 0; i < 1000000; ++i) dotted += ".a";
  EXPECT_TRUE(
      has(only_problem("x = '........................'\n" + dotted + " = 1\n", 2).what, "parts"));
  EXPECT_TRUE(has(only_problem("[" + dotted + "]\n", 1).what, "parts"));
}

TEST(TomlReader, DotsInTextsAndCommentsAreNotKeys) {
  const std::string dots(50, '.');
  EXPECT_TRUE(read_toml_text("a = '" + dots + "' # " + dots + "\n\"b" + dots + "\" = \"\\\"" +
                                 dots + "\"\nc = '''\n" + dots + "'''\nd = [0.1, 0.2]\n",
                             "x"));
}

TEST(TomlReader, AMissingFileSuggestsItsNeighbour) {
  const ScratchFolder folder;
  folder.write("broadband.toml", "");
  const auto missing = read_toml(folder.path("brodband.toml"));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.problems()[0].cure, "did you mean broadband.toml?");
  const auto nowhere = read_toml(folder.path("absent/x.toml"));
  ASSERT_FALSE(nowhere);
  EXPECT_TRUE(has(nowhere.problems()[0].cure, "does not exist"));
}

TEST(TomlReader, AFolderIsNotAScenario) {
  const ScratchFolder folder;
  const auto document = read_toml(folder.path());
  ASSERT_FALSE(document);
  EXPECT_TRUE(has(document.problems()[0].what, "is a folder"));
}

TEST(TomlReader, ReadsSingleValues) {
  EXPECT_EQ(*read_toml_value("3")->integer(), 3);
  EXPECT_EQ(read_toml_value("3")->place.line, 0);
  EXPECT_EQ(read_toml_value("[{a = 1}]")->array()->at(0).find("a")->place.line, 0);
  EXPECT_FALSE(read_toml_value("high"));
  EXPECT_FALSE(read_toml_value("3\nb = 4"));
  EXPECT_FALSE(read_toml_value(""));
}

}  // namespace
}  // namespace cxsim
