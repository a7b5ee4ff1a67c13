#include "scenario/override.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scenario/toml_reader.hpp"
#include "scenario/toml_tokens.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* firm =
    "[company]\nstage = 2\n"
    "[[touchpoint]]\nname = 'call'\np_fail = 0.3\n[[touchpoint]]\nname = 'a.b'\n"
    "[simulation]\nlist = [1, 2]\n";

Document a_firm() { return *read_toml_text(firm, "firm.toml"); }

const Node* value_at(const Document& document, std::string_view key) {
  const Node* call = &document.root.find("touchpoint")->array()->at(0);
  return call->find(key);
}

// The only problem of an assignment, which must leave the document alone.
Problem only_problem(std::string_view assignment, const DefaultNames& defaults = {}) {
  Document document = a_firm();
  const Problems problems = apply_override(document, assignment, defaults);
  EXPECT_EQ(problems.size(), 1U) << assignment;
  EXPECT_EQ(to_toml(document.root), to_toml(a_firm().root)) << assignment;
  EXPECT_TRUE(document.overrides.empty());
  if (problems.empty()) return {};
  EXPECT_EQ(problems[0].place.file, "");
  EXPECT_FALSE(problems[0].why.empty());
  EXPECT_FALSE(problems[0].cure.empty());
  return problems[0];
}

TEST(Override, ReachesIntoTablesAndNamedTables) {
  Document document = a_firm();
  EXPECT_TRUE(apply_override(document, "company.stage=3").empty());
  EXPECT_TRUE(apply_override(document, " touchpoint.call.p_fail = .1 ").empty());
  EXPECT_TRUE(apply_override(document, "touchpoint.\"a.b\".p_fail=1").empty());
  EXPECT_EQ(*document.root.find("company")->find("stage")->integer(), 3);
  EXPECT_EQ(*value_at(document, "p_fail")->number(), 0.1);
  EXPECT_EQ(*document.root.find("touchpoint")->array()->at(1).find("p_fail")->integer(), 1);
  EXPECT_EQ(document.overrides.size(), 3U);
}

TEST(Override, PlacesWhatItSetsOnTheCommandLine) {
  Document document = a_firm();
  ASSERT_TRUE(apply_override(document, "company.stage=3").empty());
  const Entry& stage = *document.root.find("company")->table()->entry("stage");
  EXPECT_EQ(stage.place.file, "");
  EXPECT_EQ(stage.value.place.file, "");
  EXPECT_EQ(stage.value.place.line, 0);
}

Node value_of(const std::string& text) {
  Document document = a_firm();
  EXPECT_TRUE(apply_override(document, "x=" + text).empty()) << text;
  const Node* value = document.root.find("x");
  return value ? *value : Node{};
}

TEST(Override, UnderstandsTomlAndWhatPeopleType) {
  EXPECT_EQ(*value_of("3").integer(), 3);
  EXPECT_EQ(*value_of("1e5").number(), 1e5);
  EXPECT_EQ(*value_of(".1").number(), 0.1);
  EXPECT_EQ(*value_of("-.5").number(), -0.5);
  EXPECT_EQ(*value_of("+.5").number(), 0.5);
  EXPECT_EQ(*value_of("5.").number(), 5);
  EXPECT_EQ(*value_of("5.e-1").number(), 0.5);
  EXPECT_TRUE(*value_of("true").flag());
  EXPECT_EQ(value_of("2026-01-01").date()->text, "2026-01-01");
  EXPECT_EQ(*value_of("all").text(), "all");
  EXPECT_EQ(*value_of("\"a b\"").text(), "a b");
  EXPECT_EQ(*value_of("a=b.c").text(), "a=b.c");
  EXPECT_EQ(*value_of("007").text(), "007");
  EXPECT_EQ(*value_of(".").text(), ".");
  EXPECT_EQ(value_of("[1, 2]").array()->size(), 2U);
}

TEST(Override, MakesKeysThatDoNotExistYet) {
  Document document = a_firm();
  EXPECT_TRUE(apply_override(document, "market.saturation.level=0.5").empty());
  EXPECT_EQ(*document.root.find("market")->find("saturation")->find("level")->number(), 0.5);
}

TEST(Override, ATableChangesOnlyTheKeysItNames) {
  Document document = a_firm();
  EXPECT_TRUE(apply_override(document, "touchpoint.call={wait=2}").empty());
  EXPECT_EQ(*value_at(document, "wait")->integer(), 2);
  EXPECT_EQ(*value_at(document, "p_fail")->number(), 0.3);
}

TEST(Override, AnUnknownNameSuggestsTheNearest) {
  const Problem problem = only_problem("touchpoint.cal.p_fail=.1");
  EXPECT_EQ(problem.key, "touchpoint.cal.p_fail");
  EXPECT_EQ(problem.cure, "did you mean call?");
  EXPECT_EQ(only_problem("touchpoint.zzz.p_fail=.1").cure,
            "choose one of the touchpoint names: call, a.b");
}

TEST(Override, NamesThatExistByDefaultAreWritten) {
  const DefaultNames defaults = {{"department", {"service", "billing"}}, {"touchpoint", {"shop"}}};
  Document document = a_firm();
  EXPECT_TRUE(apply_override(document, "department.service.capacity=5", defaults).empty());
  EXPECT_TRUE(apply_override(document, "touchpoint.shop.p_fail=0", defaults).empty());
  const Node& department = *document.root.find("department");
  ASSERT_TRUE(is_list_of_tables(department));
  EXPECT_EQ(*name_in(department.array()->at(0)), "service");
  EXPECT_EQ(document.root.find("touchpoint")->array()->size(), 3U);
  EXPECT_EQ(only_problem("department.bilingg.capacity=5", defaults).cure, "did you mean billing?");
}

TEST(Override, AListKnownByDefaultStillNeedsItsNames) {
  EXPECT_EQ(only_problem("segment.young.share=1", {{"segment", {}}}).cure,
            "remove it: there are no segment names");
}

TEST(Override, RefusesWhatItCannotMean) {
  only_problem("company.stage");
  only_problem("company.stage=");
  only_problem("=3");
  only_problem("company..stage=3");
  only_problem("company.stage=[1,");
  only_problem("company.stage=\"open");
  only_problem("company.stage.deeper=3");
  only_problem("company=3");
  only_problem("touchpoint=3");
  only_problem("touchpoint.call=3");
  only_problem("touchpoint.call.name=shop");
  only_problem("touchpoint.call={name='shop'}");
  only_problem("simulation.list.1=3");
  only_problem("extends=other.toml");
  only_problem("company.stage=\xFF");
  only_problem("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q=1");
}

TEST(Assignment, IsDividedAtTheFirstEqualsSignOutsideQuotes) {
  const auto expect = [](std::string_view text, std::string_view key, std::string_view value) {
    const auto parts = split_assignment(text);
    ASSERT_TRUE(parts) << text;
    EXPECT_EQ(parts->key, key);
    EXPECT_EQ(parts->value, value);
  };
  expect("a.b=3", "a.b", "3");
  expect("  a.b =  3 ", "a.b", "3");
  expect("a=b=c", "a", "b=c");
  expect("shock.\"a=b\".start=3", "shock.\"a=b\".start", "3");
  expect("shock.'a=b'.start='='", "shock.'a=b'.start", "'='");
  expect("a. \"b=c\" =1", "a. \"b=c\"", "1");
  // An apostrophe within a word opens no quote.
  expect("shock.it's.start=3", "shock.it's.start", "3");
}

TEST(Assignment, HasPartsThatLieInTheText) {
  const std::string text = "shock.'a=b'.start= 30";
  const auto parts = split_assignment(text);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->key.data(), text.data());
  EXPECT_EQ(parts->value.data(), text.data() + text.size() - 2);
}

TEST(Assignment, WithoutKeyOrValueIsAProblem) {
  const auto problem = [](std::string_view text) {
    const auto parts = split_assignment(text);
    EXPECT_FALSE(parts) << text;
    return parts ? Problem{} : parts.problems().front();
  };
  EXPECT_THAT(problem("a.b").what, HasSubstr("\"a.b\" has no equals sign"));
  EXPECT_THAT(problem("\"a=b\"").what, HasSubstr("no equals sign"));
  EXPECT_THAT(problem("a.b").cure, HasSubstr("key=value"));
  EXPECT_EQ(problem("a.b= ").key, "a.b");
  EXPECT_THAT(problem("a.b= ").what, HasSubstr("no value"));
  EXPECT_THAT(problem("a=\xC3").what, HasSubstr("UTF-8"));
}

TEST(Assignment, KnowsWhetherItHasAValue) {
  EXPECT_TRUE(has_value("a=1"));
  EXPECT_TRUE(has_value("a="));
  EXPECT_TRUE(has_value("shock.\"a=b\".start=1"));
  EXPECT_FALSE(has_value("a"));
  EXPECT_FALSE(has_value(""));
  EXPECT_FALSE(has_value("shock.\"a=b\".start"));
  EXPECT_FALSE(has_value("shock.'a=b"));
}

TEST(KeyParts, LieBetweenDotsOutsideQuotes) {
  EXPECT_THAT(parts_of_key("company"), ElementsAre("company"));
  EXPECT_THAT(parts_of_key("a.b.c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(parts_of_key("a . b"), ElementsAre("a", "b"));
  EXPECT_THAT(parts_of_key("touchpoint.\"a.b\".p_fail"),
              ElementsAre("touchpoint", "a.b", "p_fail"));
  EXPECT_THAT(parts_of_key("touchpoint.'say \"x.y\"'.p_fail"),
              ElementsAre("touchpoint", "say \"x.y\"", "p_fail"));
  EXPECT_THAT(parts_of_key("a..b"), ElementsAre("a", "", "b"));
  EXPECT_THAT(parts_of_key(""), ElementsAre(""));
  EXPECT_THAT(parts_of_key("a."), ElementsAre("a", ""));
}

RC_GTEST_PROP(KeyParts, AreThoseThatJoinedKeysWereMadeOf, ()) {
  const auto letter = rc::gen::elementOf(std::string("ab_-9 .='é"));
  const auto part = rc::gen::nonEmpty(rc::gen::container<std::string>(letter));
  const auto parts = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(part));
  std::string key;
  for (const std::string& one : parts) key = join_key(key, one);
  RC_ASSERT(parts_of_key(key) == parts);
  RC_ASSERT(!has_value(key));
  RC_ASSERT(has_value(key + "=1"));
}

TEST(CanonicalKey, QuotesPartsOnlyWhereTheyNeedIt) {
  EXPECT_EQ(canonical_key("a.b-c.d_1"), "a.b-c.d_1");
  EXPECT_EQ(canonical_key("\"a\".'b'. c"), "a.b.c");
  EXPECT_EQ(canonical_key("touchpoint.'a.b'.p_fail"), "touchpoint.\"a.b\".p_fail");
  EXPECT_EQ(canonical_key("shock.'big push'.start"), "shock.\"big push\".start");
}

RC_GTEST_PROP(CanonicalKey, NamesTheSameParts, ()) {
  const auto letter = rc::gen::elementOf(std::string("ab_-9 .='\\"));
  const auto part = rc::gen::nonEmpty(rc::gen::container<std::string>(letter));
  const auto parts = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(part));
  std::string key;
  for (const std::string& one : parts) key += (key.empty() ? "\"" : ".\"") + one + "\"";
  RC_ASSERT(parts_of_key(key) == parts);
  RC_ASSERT(parts_of_key(canonical_key(key)) == parts);
  RC_ASSERT(canonical_key(canonical_key(key)) == canonical_key(key));
}

// Names may hold one kind of quotes: the other is put around them.
TEST(CanonicalKey, KeepsQuotesWithinNames) {
  for (const char* key : {"shock.'say \"x\"'.start", "shock.\"it's\".start", "shock.'a\\b'.start"})
    EXPECT_EQ(parts_of_key(canonical_key(key)), parts_of_key(key)) << canonical_key(key);
}

TEST(FindKey, WalksTablesByKeyAndListsByName) {
  const Document document = a_firm();
  const auto find = [&](std::string_view key) { return find_key(document.root, key); };
  ASSERT_NE(find("company.stage"), nullptr);
  EXPECT_EQ(*find("company.stage")->integer(), 2);
  EXPECT_EQ(*find("touchpoint.call.p_fail")->number(), .3);
  EXPECT_EQ(*find("touchpoint.\"a.b\".name")->text(), "a.b");
  EXPECT_NE(find("touchpoint")->array(), nullptr);
  EXPECT_NE(find("touchpoint.call")->table(), nullptr);
  EXPECT_EQ(find("simulation.list")->array()->size(), 2u);
}

TEST(FindKey, IsNullWhereNothingIs) {
  const Document document = a_firm();
  for (const char* key :
       {"", "compan", "company.", "company.stages", "company.stage.deeper", "touchpoint.shop",
        "touchpoint.a.b", "touchpoint.call.wait", "simulation.list.1", "touchpoint.0.p_fail"})
    EXPECT_EQ(find_key(document.root, key), nullptr) << key;
}

RC_GTEST_PROP(FindKey, FindsWhatAnOverrideSet, ()) {
  const auto letter = rc::gen::elementOf(std::string("abc .='"));
  const auto part = rc::gen::nonEmpty(rc::gen::container<std::string>(letter));
  const auto parts =
      *rc::gen::resize(6, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(part)));
  const auto value = *rc::gen::inRange(-1000, 1000);
  std::string key = "made";
  for (const std::string& one : parts) key = join_key(key, one);
  Document document = a_firm();
  RC_ASSERT(apply_override(document, key + "=" + std::to_string(value)).empty());
  const Node* found = find_key(document.root, key);
  RC_ASSERT(found != nullptr);
  RC_ASSERT(found->integer() != nullptr);
  RC_ASSERT(*found->integer() == value);
}

}  // namespace
}  // namespace cxsim
