#include "scenario/distribution.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "scenario/toml_reader.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Reading {
  std::optional<Distribution> distribution;
  Problems problems;
};

// Of the TOML text of an inline table, on line 1.
Reading reading(const std::string& table) {
  const auto document = read_toml_text("d = " + table, "mine.toml");
  if (!document) return {{}, document.problems()};
  Reading one;
  one.distribution = read_distribution(*document->root.find("d"), "uncertainty.a.b", one.problems);
  return one;
}

Distribution read(const std::string& table) {
  const Reading one = reading(table);
  EXPECT_TRUE(one.problems.empty()) << table << ": " << to_text(one.problems.front());
  return one.distribution.value_or(Distribution{});
}

// The only problem of a table, which names its place and says why and how to mend it.
Problem only_problem(const std::string& table) {
  const Reading one = reading(table);
  EXPECT_FALSE(one.distribution) << table;
  EXPECT_EQ(one.problems.size(), 1u) << table;
  if (one.problems.empty()) return {};
  const Problem& problem = one.problems.front();
  EXPECT_EQ(problem.place.file, "mine.toml") << table;
  EXPECT_EQ(problem.place.line, 1) << table;
  EXPECT_THAT(problem.why, HasSubstr("drawn")) << table;
  EXPECT_FALSE(problem.cure.empty()) << table;
  return problem;
}

void expect(const Distribution& d, DistributionKind kind, std::array<double, 3> at,
            const std::vector<std::string>& values = {}) {
  EXPECT_EQ(d.kind, kind);
  EXPECT_EQ(d.at, at);
  EXPECT_EQ(d.values, values);
}

TEST(DistributionKinds, StandInTheOrderOfTheEnum) {
  ASSERT_EQ(distribution_kinds.size(), static_cast<std::size_t>(DistributionKind::none) + 1);
  const auto name = [](DistributionKind kind) { return row_of({kind, {}, {}}).name; };
  EXPECT_EQ(name(DistributionKind::uniform), "uniform");
  EXPECT_EQ(name(DistributionKind::log_uniform), "loguniform");
  EXPECT_EQ(name(DistributionKind::integer), "integer");
  EXPECT_EQ(name(DistributionKind::triangular), "triangular");
  EXPECT_EQ(name(DistributionKind::normal), "normal");
  EXPECT_EQ(name(DistributionKind::lognormal), "lognormal");
  EXPECT_EQ(name(DistributionKind::listed), "listed");
  EXPECT_EQ(name(DistributionKind::none), "none");
}

TEST(Distribution, IsReadWithItsParametersInTheirOrder) {
  using Kind = DistributionKind;
  expect(read("{distribution = 'uniform', high = 3, low = 1.5}"), Kind::uniform, {1.5, 3, 0});
  expect(read("{distribution = 'loguniform', low = 0.1, high = 10}"), Kind::log_uniform,
         {.1, 10, 0});
  expect(read("{distribution = 'integer', low = -2, high = 6}"), Kind::integer, {-2, 6, 0});
  expect(read("{distribution = 'triangular', high = 5, mode = 2, low = 1}"), Kind::triangular,
         {1, 2, 5});
  expect(read("{distribution = 'normal', sd = 0.2, mean = -1}"), Kind::normal, {-1, .2, 0});
  expect(read("{distribution = 'lognormal', median = 2, sd_log = 0.5}"), Kind::lognormal,
         {2, .5, 0});
  expect(read("{distribution = 'none'}"), Kind::none, {0, 0, 0});
}

TEST(Distribution, ListsValuesAsOverridesSpellThem) {
  expect(
      read("{distribution = 'listed', values = [1, 0.25, 'a b', 'say \"x\"', true, false, '3']}"),
      DistributionKind::listed, {0, 0, 0},
      {"1", "0.25", "\"a b\"", "\"say \\\"x\\\"\"", "true", "false", "\"3\""});
}

TEST(Distribution, ListsWholeNumbersToTheLastDigit) {
  EXPECT_THAT(
      read("{distribution = 'listed', values = [9007199254740993, -1234567890123456789]}").values,
      ElementsAre("9007199254740993", "-1234567890123456789"));
}

// So that a file can override the distribution of its base.
TEST(Distribution, PassesOverParametersOfOthers) {
  expect(read("{distribution = 'uniform', low = 1, high = 2, mean = 9, sd = 0, values = [1]}"),
         DistributionKind::uniform, {1, 2, 0});
  expect(read("{distribution = 'none', low = 5, high = 1, values = []}"), DistributionKind::none,
         {0, 0, 0});
}

TEST(Distribution, WithoutAParameterSaysWhichAndWhatIsWanted) {
  const Problem problem = only_problem("{distribution = 'triangular', low = 1, high = 2}");
  EXPECT_EQ(problem.key, "uncertainty.a.b.mode");
  EXPECT_EQ(problem.what, "it is missing");
  EXPECT_EQ(problem.cure, "write low = …, mode = …, high = …");
  EXPECT_EQ(reading("{distribution = 'normal'}").problems.size(), 2u);
}

TEST(Distribution, WantsNumbersForParameters) {
  const Problem problem = only_problem("{distribution = 'uniform', low = 'a', high = 2}");
  EXPECT_EQ(problem.key, "uncertainty.a.b.low");
  EXPECT_EQ(problem.what, "expected a number, found the text \"a\"");
  EXPECT_EQ(problem.cure, "write low = …, high = …");
  only_problem("{distribution = 'uniform', low = true, high = 2}");
  only_problem("{distribution = 'uniform', low = [1], high = 2}");
}

TEST(Distribution, OfAnUnknownKindSuggestsTheNearest) {
  const Problem problem = only_problem("{distribution = 'unifrom', low = 1, high = 2}");
  EXPECT_EQ(problem.key, "uncertainty.a.b");
  EXPECT_EQ(problem.what, "there is no distribution \"unifrom\"");
  EXPECT_EQ(problem.cure, "did you mean uniform?");
  EXPECT_THAT(only_problem("{distribution = 'cauchy'}").cure,
              AllOf(HasSubstr("loguniform"), HasSubstr("none")));
  EXPECT_THAT(only_problem("{distribution = 3}").what, HasSubstr("3"));
}

TEST(Distribution, WithAnUnknownParameterSuggestsTheNearest) {
  const Problem problem = only_problem("{distribution = 'uniform', low = 1, high = 2, hgih = 3}");
  EXPECT_EQ(problem.key, "uncertainty.a.b.hgih");
  EXPECT_EQ(problem.what, "no distribution has this parameter");
  EXPECT_EQ(problem.cure, "did you mean high?");
}

TEST(Distribution, WithoutAListOfSingleValuesIsRefused) {
  const Problem missing = only_problem("{distribution = 'listed'}");
  EXPECT_EQ(missing.key, "uncertainty.a.b.values");
  EXPECT_EQ(missing.cure, "write values = [ … ]");
  only_problem("{distribution = 'listed', values = 3}");
  EXPECT_THAT(only_problem("{distribution = 'listed', values = []}").what, HasSubstr("no values"));
  EXPECT_EQ(only_problem("{distribution = 'listed', values = [1, [2]]}").cure,
            "list single values");
  only_problem("{distribution = 'listed', values = [{a = 1}]}");
}

// fault_of tells each fault apart from its nearest sound neighbour.
TEST(Distribution, HasAFaultWhereItMakesNoSense) {
  using Kind = DistributionKind;
  const auto fault = [](Kind kind, double a, double b, double c = 0) {
    return fault_of({kind, {a, b, c}, {}}).value_or("");
  };
  EXPECT_EQ(fault(Kind::uniform, 1, 2), "");
  EXPECT_EQ(fault(Kind::uniform, 2, 2), "low is not below high");
  EXPECT_EQ(fault(Kind::uniform, 2, 1), "low is not below high");
  EXPECT_EQ(fault(Kind::log_uniform, 1e-9, 1), "");
  EXPECT_EQ(fault(Kind::log_uniform, 2, 1), "low is not below high");
  EXPECT_THAT(fault(Kind::log_uniform, 0, 1), HasSubstr("not above 0"));
  EXPECT_THAT(fault(Kind::log_uniform, -1, 1), HasSubstr("not above 0"));
  EXPECT_EQ(fault(Kind::integer, -1, 1), "");
  EXPECT_THAT(fault(Kind::integer, .5, 2), HasSubstr("whole"));
  EXPECT_THAT(fault(Kind::integer, 1, 2.5), HasSubstr("whole"));
  EXPECT_EQ(fault(Kind::integer, 2, 2), "low is not below high");
  EXPECT_EQ(fault(Kind::triangular, 1, 1, 2), "");
  EXPECT_EQ(fault(Kind::triangular, 1, 2, 2), "");
  EXPECT_THAT(fault(Kind::triangular, 1, 1, 1), HasSubstr("order"));
  EXPECT_THAT(fault(Kind::triangular, 1, 3, 2), HasSubstr("order"));
  EXPECT_THAT(fault(Kind::triangular, 2, 1, 3), HasSubstr("order"));
  EXPECT_EQ(fault(Kind::normal, -5, 1e-9), "");
  EXPECT_THAT(fault(Kind::normal, 1, 0), HasSubstr("sd"));
  EXPECT_THAT(fault(Kind::normal, 1, -1), HasSubstr("sd"));
  EXPECT_EQ(fault(Kind::lognormal, 1, .5), "");
  EXPECT_THAT(fault(Kind::lognormal, 0, .5), HasSubstr("median"));
  EXPECT_THAT(fault(Kind::lognormal, 1, 0), HasSubstr("sd_log"));
  EXPECT_EQ(fault(Kind::none, 0, 0), "");
  EXPECT_EQ(fault_of({Kind::listed, {}, {"1"}}), std::nullopt);
  EXPECT_TRUE(fault_of({Kind::listed, {}, {}}));
  for (const double wild : {infinity, -infinity, nan}) {
    EXPECT_THAT(fault(Kind::uniform, wild, 2), HasSubstr("finite"));
    EXPECT_THAT(fault(Kind::normal, 1, wild), HasSubstr("finite"));
    EXPECT_THAT(fault(Kind::triangular, 1, 2, wild), HasSubstr("finite"));
  }
}

TEST(Distribution, SaysItsFaultAndWhatToMend) {
  const Problem problem = only_problem("{distribution = 'uniform', low = 2, high = 1}");
  EXPECT_EQ(problem.key, "uncertainty.a.b");
  EXPECT_EQ(problem.what, "low is not below high");
  EXPECT_EQ(problem.cure, "mend low = …, high = …");
  only_problem("{distribution = 'uniform', low = -inf, high = 1}");
  only_problem("{distribution = 'normal', mean = nan, sd = 1}");
}

TEST(Distribution, HasNoEndsWhereItIsNormal) {
  for (std::size_t k = 0; k < distribution_kinds.size(); ++k) {
    const auto kind = static_cast<DistributionKind>(k);
    const bool has_none = kind == DistributionKind::normal || kind == DistributionKind::lognormal;
    EXPECT_EQ(is_bounded({kind, {}, {}}), !has_none) << distribution_kinds[k].name;
  }
}

std::string written(const Distribution& d) {
  Node root{Table{}};
  root.table()->set("d", write_distribution(d));
  return to_toml(root);
}

Distribution read_again(const Distribution& d) {
  const auto document = read_toml_text(written(d), "again.toml");
  Problems problems;
  const auto again = read_distribution(*document->root.find("d"), "d", problems);
  return again.value_or(Distribution{});
}

RC_GTEST_PROP(Distribution, IsReadAsItWasWritten, ()) {
  const auto number = [] {
    return static_cast<double>(*rc::gen::inRange(-1000000, 1000000)) / 7000;
  };
  Distribution d;
  d.kind = *rc::gen::elementOf(std::vector{DistributionKind::uniform, DistributionKind::log_uniform,
                                           DistributionKind::triangular, DistributionKind::normal,
                                           DistributionKind::lognormal, DistributionKind::none});
  d.at = {number(), number(), number()};
  const auto& names = row_of(d).parameters;
  for (std::size_t k = 0; k < 3; ++k)
    if (names[k].empty()) d.at[k] = 0;
  RC_PRE(!fault_of(d));
  const Distribution again = read_again(d);
  RC_ASSERT(again.kind == d.kind);
  RC_ASSERT(again.at == d.at);
}

RC_GTEST_PROP(Distribution, KeepsListedTextsAndNumbersApart, ()) {
  const auto letter = rc::gen::elementOf(std::string("a1.\"'\\, \n#e"));
  const auto texts =
      *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(letter));
  Node table{Table{}};
  Array values{Node{std::int64_t{1}}, Node{1.5}, Node{true}, Node{std::string("1")}};
  for (const std::string& text : texts) values.push_back(Node{text});
  table.table()->set("distribution", Node{std::string("listed")});
  table.table()->set("values", Node{std::move(values)});
  Problems problems;
  const auto d = read_distribution(table, "d", problems);
  RC_ASSERT(d.has_value());
  RC_ASSERT(d->values.size() == texts.size() + 4);
  RC_ASSERT(d->values[0] == "1" && d->values[3] == "\"1\"");
  RC_ASSERT(read_again(*d).values == d->values);
}

}  // namespace
}  // namespace cxsim
