#include "scenario/document.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(Document, KeepsKeysInTheOrderTheyWereSet) {
  Table table;
  table.set("zeal", Node{std::int64_t{1}});
  table.set("alarm", Node{std::int64_t{2}});
  table.set("zeal", Node{std::int64_t{3}});
  ASSERT_EQ(table.entries.size(), 2U);
  EXPECT_EQ(table.entries[0].key, "zeal");
  EXPECT_EQ(*table.find("zeal")->integer(), 3);
  EXPECT_EQ(table.find("absent"), nullptr);
}

TEST(Document, ATypeAnswersOnlyForItself) {
  const Node node{std::string("high")};
  EXPECT_EQ(node.kind(), NodeKind::text);
  EXPECT_NE(node.text(), nullptr);
  EXPECT_EQ(node.number(), nullptr);
  EXPECT_EQ(node.table(), nullptr);
  EXPECT_EQ(node.find("key"), nullptr);
}

TEST(Document, KindsFollowTheAlternatives) {
  EXPECT_EQ(Node{Table{}}.kind(), NodeKind::table);
  EXPECT_EQ(Node{Array{}}.kind(), NodeKind::array);
  EXPECT_EQ(Node{std::int64_t{1}}.kind(), NodeKind::integer);
  EXPECT_EQ(Node{1.5}.kind(), NodeKind::number);
  EXPECT_EQ(Node{true}.kind(), NodeKind::flag);
  EXPECT_EQ(Node{Date{"2026-01-01"}}.kind(), NodeKind::date);
}

TEST(Document, DescribesWhatAReaderSees) {
  EXPECT_EQ(describe(Node{std::string("high")}), "the text \"high\"");
  EXPECT_EQ(describe(Node{2.5}), "the number 2.5");
  EXPECT_EQ(describe(Node{false}), "false");
  EXPECT_EQ(describe(Node{Date{"2026-01-01"}}), "the date 2026-01-01");
  EXPECT_EQ(describe(Node{Array{Node{Table{}}}}), "a list of tables");
}

TEST(Document, DescribesLongTextsByTheirBeginningWithoutCuttingACharacter) {
  std::string umlauts = "x";
  for (int i = 0; i < 100; ++i) umlauts += "ü";
  const std::string described = describe(Node{umlauts});
  EXPECT_LT(described.size(), 90U);
  EXPECT_NE(described.find("…"), std::string::npos);
  EXPECT_EQ(described.find("\xC3…"), std::string::npos);
}

TEST(Document, NeverPrintsControlCharactersToTheTerminal) {
  EXPECT_EQ(describe(Node{std::string("\x1B[31m")}), "the text \"\\u001B[31m\"");
}

TEST(Document, CountsHowDeepATreeIs) {
  EXPECT_EQ(depth_of(Node{1.0}), 0);
  EXPECT_EQ(depth_of(Node{Table{}}), 1);
  EXPECT_EQ(depth_of(Node{Array{Node{Array{}}, Node{1.0}}}), 2);
}

TEST(Document, AListOfTablesHoldsTablesOnly) {
  EXPECT_TRUE(is_list_of_tables(Node{Array{Node{Table{}}}}));
  EXPECT_FALSE(is_list_of_tables(Node{Array{}}));
  EXPECT_FALSE(is_list_of_tables(Node{Array{Node{Table{}}, Node{1.0}}}));
}

}  // namespace
}  // namespace cxsim
