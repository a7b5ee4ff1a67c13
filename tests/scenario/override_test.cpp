#include "scenario/override.hpp"

#include <gtest/gtest.h>

#include "scenario/toml_reader.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

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

}  // namespace
}  // namespace cxsim
