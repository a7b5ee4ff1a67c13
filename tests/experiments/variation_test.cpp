#include "experiments/variation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "scenario/scratch_folder.hpp"
#include "support/tiny_scenario.hpp"

namespace cxsim {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

using Kind = DistributionKind;

const Scenario& base() {
  static const Scenario scenario = [] {
    const ScratchFolder folder;
    auto read = read_scenario(
        folder.write("mine.toml",
                     tiny_scenario(two_trainings +
                                   "[uncertainty]\n"
                                   "customer.trust.build = {distribution = 'normal', mean = 0.1, "
                                   "sd = 0.01}\n"
                                   "company.care_for = {distribution = 'listed', values = "
                                   "['nobody', 'random']}\n"
                                   "customer.trust.loss = {distribution = 'none'}\n")),
        {});
    if (!read) throw std::runtime_error(to_text(read.problems().front()));
    return std::move(*read);
  }();
  return scenario;
}

Variation varied(std::string_view vary) {
  const auto variation = read_variation(vary, base());
  EXPECT_TRUE(variation) << vary << ": " << to_text(variation.problems().front());
  return variation ? *variation : Variation{};
}

void expect(std::string_view vary, std::string_view key, Kind kind, double low, double high,
            std::size_t levels, bool has_levels) {
  const Variation variation = varied(vary);
  EXPECT_EQ(variation.key, key) << vary;
  EXPECT_EQ(variation.distribution.kind, kind) << vary;
  EXPECT_EQ(variation.distribution.at, (std::array<double, 3>{low, high, 0})) << vary;
  EXPECT_EQ(variation.levels, levels) << vary;
  EXPECT_EQ(variation.has_levels, has_levels) << vary;
}

std::string problem_of(std::string_view vary) {
  const auto variation = read_variation(vary, base());
  EXPECT_FALSE(variation) << vary;
  if (variation) return "";
  EXPECT_EQ(variation.problems().size(), 1u) << vary;
  const Problem& problem = variation.problems().front();
  EXPECT_FALSE(problem.why.empty()) << vary;
  EXPECT_FALSE(problem.cure.empty()) << vary;
  return problem.key + ": " + problem.what;
}

// ---------------------------------------------------------------- what --vary says

TEST(Vary, TakesTwoEnds) {
  expect("a.b=0:1", "a.b", Kind::uniform, 0, 1, 5, false);
  expect(" a.b = -1:.5 ", "a.b", Kind::uniform, -1, .5, 5, false);
  expect("a.b=+1:1e3", "a.b", Kind::uniform, 1, 1000, 5, false);
  expect("shock.\"a=b:c\".x=0:1", "shock.\"a=b:c\".x", Kind::uniform, 0, 1, 5, false);
}

TEST(Vary, TakesLevelsAndScaleInAnyOrder) {
  expect("a=0:1:7", "a", Kind::uniform, 0, 1, 7, true);
  expect("a=0:1:1", "a", Kind::uniform, 0, 1, 1, true);
  expect("a=1:10:log", "a", Kind::log_uniform, 1, 10, 5, false);
  expect("a=1:10:log:3", "a", Kind::log_uniform, 1, 10, 3, true);
  expect("a=1:10:3:log", "a", Kind::log_uniform, 1, 10, 3, true);
  expect("a=0:1:linear", "a", Kind::uniform, 0, 1, 5, false);
  expect("a=1:6:int:2", "a", Kind::integer, 1, 6, 2, true);
}

// Whole numbers bring their levels along: every one of them.
TEST(Vary, TakesEveryWholeNumberForALevel) {
  expect("a=1:6:int", "a", Kind::integer, 1, 6, 6, true);
  expect("a=-2:2:int", "a", Kind::integer, -2, 2, 5, true);
}

TEST(Vary, TakesLists) {
  const Variation variation = varied("a=1,0.5,many,true,\"a, b\",[1, 2],{x = 1, y = 2}");
  EXPECT_EQ(variation.key, "a");
  EXPECT_EQ(variation.distribution.kind, Kind::listed);
  EXPECT_THAT(variation.distribution.values,
              ElementsAre("1", "0.5", "many", "true", "\"a, b\"", "[1, 2]", "{x = 1, y = 2}"));
  EXPECT_EQ(variation.levels, 7u);
  EXPECT_TRUE(variation.has_levels);
  EXPECT_THAT(varied("a=7").distribution.values, ElementsAre("7"));
  EXPECT_THAT(varied("a=\"x:y\",'z:z'").distribution.values, ElementsAre("\"x:y\"", "'z:z'"));
}

// One spelling for one number, so that equal points are equal runs; in order, so that places in the
// unit cube are shares below a value.
TEST(Vary, SpellsNumbersOfListsAsTheyAreSpelledEverywhere) {
  EXPECT_THAT(varied("a=1.0,+2,.5,1e3,1E-2,-0.50").distribution.values,
              ElementsAre("-0.5", "0.01", "0.5", "1", "2", "1000"));
}

TEST(Vary, KeepsEveryDigitOfWholeNumbers) {
  EXPECT_THAT(varied("simulation.seed=9007199254740993,1234567890123456789").distribution.values,
              ElementsAre("9007199254740993", "1234567890123456789"));
}

TEST(Vary, TakesNumbersOfListsOnceAndTextsAsTheyStand) {
  EXPECT_THAT(varied("a=3,1,3.0,2").distribution.values, ElementsAre("1", "2", "3"));
  EXPECT_EQ(varied("a=3,1,3.0,2").levels, 3u);
  EXPECT_THAT(varied("a=many,few,1").distribution.values, ElementsAre("many", "few", "1"));
  const Variation uncertain = variation_of({"a", {Kind::listed, {}, {"10", "9", "9"}}});
  EXPECT_THAT(uncertain.distribution.values, ElementsAre("9", "10"));
  EXPECT_EQ(uncertain.levels, 2u);
}

TEST(Numbers, AreReadWholeOrNotAtAll) {
  EXPECT_EQ(number_in("1e3"), 1000);
  EXPECT_EQ(number_in("+.5"), .5);
  for (const char* text : {"", "+", "1x", "nan", "inf", "1e999", "true", " 1"})
    EXPECT_FALSE(number_in(text)) << text;
}

TEST(Vary, OverlooksSpacesAroundValues) {
  EXPECT_THAT(varied("a=1, 2 , many").distribution.values, ElementsAre("1", "2", "many"));
}

TEST(Vary, TakesAKeyAloneFromTheUncertainty) {
  const Variation written = varied("customer.trust.build");
  EXPECT_EQ(written.distribution.kind, Kind::normal);
  EXPECT_EQ(written.distribution.at[0], .1);
  EXPECT_FALSE(written.has_levels);
  const Variation by_default = varied("customer.trust.cynicism_rate");
  EXPECT_EQ(by_default.distribution.kind, Kind::uniform);
  const Variation listed = varied("company.care_for");
  EXPECT_THAT(listed.distribution.values, ElementsAre("\"nobody\"", "\"random\""));
  EXPECT_EQ(listed.levels, 2u);
  EXPECT_EQ(varied("intervention.\"academy\".effectiveness").distribution.at[1], 1.25);
}

TEST(Vary, TakesAKeyAloneHoweverItIsSpelled) {
  EXPECT_EQ(varied("intervention.academy.effectiveness").distribution.at[1], 1.25);
  EXPECT_EQ(varied("intervention.'big push'.effectiveness").distribution.at[1], 1.25);
}

TEST(Vary, WithoutADistributionSaysSo) {
  EXPECT_EQ(problem_of("simulation.people"), "simulation.people: nothing says how it varies");
  EXPECT_EQ(problem_of("customer.trust.loss"), "customer.trust.loss: nothing says how it varies");
  EXPECT_EQ(problem_of("nothing.at.all"), "nothing.at.all: nothing says how it varies");
}

TEST(Vary, SaysEveryFormWhereItRefusesOne) {
  const auto variation = read_variation("a=low:high", base());
  ASSERT_FALSE(variation);
  EXPECT_THAT(variation.problems().front().cure,
              AllOf(HasSubstr("key=lo:hi:n"), HasSubstr("key=lo:hi:log"),
                    HasSubstr("key=lo:hi:int"), HasSubstr("key=a,b,c"), HasSubstr("key alone")));
}

TEST(Vary, RefusesWhatItCannotMean) {
  EXPECT_THAT(problem_of("a=1:"), HasSubstr("a: one of its ends is not a number"));
  EXPECT_THAT(problem_of("a=:1"), HasSubstr("not a number"));
  EXPECT_THAT(problem_of("a=low:high"), HasSubstr("not a number"));
  EXPECT_THAT(problem_of("a=1:2x"), HasSubstr("not a number"));
  EXPECT_THAT(problem_of("a=2:1"), HasSubstr("low is not below high"));
  EXPECT_THAT(problem_of("a=1:1"), HasSubstr("low is not below high"));
  EXPECT_THAT(problem_of("a=0:1:log"), HasSubstr("ratios"));
  EXPECT_THAT(problem_of("a=0.5:3:int"), HasSubstr("whole"));
  EXPECT_THAT(problem_of("a=nan:1"), HasSubstr("not a number"));
  EXPECT_THAT(problem_of("a=0:inf"), HasSubstr("not a number"));
  EXPECT_THAT(problem_of("a=0:1:sqrt"), HasSubstr("\"sqrt\" is neither"));
  EXPECT_THAT(problem_of("a=0:1:"), HasSubstr("\"\" is neither"));
  EXPECT_THAT(problem_of("a=0:1:0"), HasSubstr("\"0\" is neither"));
  EXPECT_THAT(problem_of("a=0:1:-3"), HasSubstr("\"-3\" is neither"));
  EXPECT_THAT(problem_of("a=0:1:2.5"), HasSubstr("\"2.5\" is neither"));
  EXPECT_THAT(problem_of("a=0:1:1e7"), HasSubstr("\"1e7\" is neither"));
  EXPECT_THAT(problem_of("a=1:3:int:log"), HasSubstr("\"log\" is neither"));
  EXPECT_THAT(problem_of("a=0:1:2:3"), AllOf(HasSubstr("\"3\""), HasSubstr("second time")));
  EXPECT_THAT(problem_of("a=1,,2"), HasSubstr("empty"));
  EXPECT_THAT(problem_of("a=1,"), HasSubstr("empty"));
  EXPECT_THAT(problem_of("a="), HasSubstr("no value"));
}

// More whole numbers than can be levels: no number of levels at all would be none of them.
TEST(Vary, NeverHasNoLevels) {
  for (const char* vary : {"a=0:1e30:int", "a=-1e300:1e300:int", "a=0:1e19:int"}) {
    const auto variation = read_variation(vary, base());
    const bool has_some = !variation || variation->levels >= 1000;
    EXPECT_TRUE(has_some) << vary;
  }
}

Variation described_one(const char* vary) {
  Variation variation = varied(vary);
  describe(variation, base());
  return variation;
}

TEST(Described, ASettingHasItsUnitAndMeaningFromTheReference) {
  const Variation build = described_one("customer.trust.build=0:1");
  EXPECT_EQ(build.unit, "share");
  EXPECT_EQ(build.meaning, "trust gained from a kept promise");
  EXPECT_DOUBLE_EQ(build.fallback, .03);
  EXPECT_FALSE(described_one("touchpoint.call.p_fail=0:1").meaning.empty());
  const Variation unknown = described_one("nothing.at.all=0:1");
  EXPECT_EQ(unknown.unit + unknown.meaning, "");
  EXPECT_TRUE(std::isnan(unknown.fallback));
}

TEST(VariationOf, AnUncertainSettingHasItsDistribution) {
  const Variation normal = variation_of({"customer.trust.build", {Kind::normal, {1, 2, 0}, {}}});
  EXPECT_EQ(normal.key, "customer.trust.build");
  EXPECT_EQ(normal.levels, 5u);
  EXPECT_FALSE(normal.has_levels);
  EXPECT_EQ(variation_of({"a", {Kind::listed, {}, {"1", "2"}}}).levels, 2u);
}

// ---------------------------------------------------------------- values at places

double drawn(Kind kind, std::array<double, 3> at, double u) {
  return value_at({kind, at, {}}, u, Placing::drawn);
}

double on_lattice(Kind kind, std::array<double, 3> at, double u) {
  return value_at({kind, at, {}}, u, Placing::on_lattice);
}

TEST(ValueAt, IsTheQuantileOfTheDistribution) {
  EXPECT_DOUBLE_EQ(drawn(Kind::uniform, {-1, 3, 0}, .25), 0);
  EXPECT_DOUBLE_EQ(drawn(Kind::log_uniform, {.01, 100, 0}, .5), 1);
  EXPECT_DOUBLE_EQ(drawn(Kind::log_uniform, {1, 16, 0}, .75), 8);
  // Standard normal quantiles to six digits.
  EXPECT_DOUBLE_EQ(drawn(Kind::normal, {0, 1, 0}, .975), 1.95996);
  EXPECT_DOUBLE_EQ(drawn(Kind::normal, {0, 1, 0}, .84134474606854293), 1);
  EXPECT_DOUBLE_EQ(drawn(Kind::normal, {10, 2, 0}, .5), 10);
  EXPECT_DOUBLE_EQ(drawn(Kind::normal, {10, 2, 0}, .02275013194817921), 6);
  EXPECT_DOUBLE_EQ(drawn(Kind::lognormal, {3, .5, 0}, .5), 3);
  EXPECT_DOUBLE_EQ(drawn(Kind::lognormal, {1, 1, 0}, .84134474606854293), 2.71828);
  // The area below the mode is (mode - low) / (high - low).
  EXPECT_DOUBLE_EQ(drawn(Kind::triangular, {0, 1, 4}, .25), 1);
  EXPECT_DOUBLE_EQ(drawn(Kind::triangular, {0, 1, 4}, .0625), .5);
  EXPECT_DOUBLE_EQ(drawn(Kind::triangular, {0, 1, 4}, .8125), 2.5);
  EXPECT_DOUBLE_EQ(drawn(Kind::triangular, {0, 0, 2}, .75), 1);
  EXPECT_DOUBLE_EQ(drawn(Kind::triangular, {0, 2, 2}, .25), 1);
}

TEST(ValueAt, HasSixDigits) {
  EXPECT_EQ(drawn(Kind::uniform, {0, 1, 0}, 1.0 / 3), .333333);
  EXPECT_EQ(drawn(Kind::uniform, {0, 1e-3, 0}, 2.0 / 3), .000666667);
  EXPECT_EQ(drawn(Kind::uniform, {0, 3e9, 0}, 1.0 / 7), 428571000);
  EXPECT_EQ(drawn(Kind::log_uniform, {1, 10, 0}, .5), 3.16228);
}

TEST(ValueAt, GivesEachWholeNumberAnEqualShare) {
  for (const Kind kind : {Kind::integer, Kind::listed}) {
    Distribution d{kind, {0, 3, 0}, {"a", "b", "c", "d"}};
    const auto at = [&](double u) { return value_at(d, u, Placing::drawn); };
    EXPECT_EQ(at(0), 0);
    EXPECT_EQ(at(.2499), 0);
    EXPECT_EQ(at(.25), 1);
    EXPECT_EQ(at(.5), 2);
    EXPECT_EQ(at(.7499), 2);
    EXPECT_EQ(at(.75), 3);
    EXPECT_EQ(at(1), 3);
  }
  EXPECT_EQ(drawn(Kind::integer, {-3, -1, 0}, 0), -3);
  EXPECT_EQ(drawn(Kind::integer, {-3, -1, 0}, .999), -1);
}

TEST(ValueAt, ReachesBothEndsOnALattice) {
  EXPECT_EQ(on_lattice(Kind::uniform, {.1, .7, 0}, 0), .1);
  EXPECT_EQ(on_lattice(Kind::uniform, {.1, .7, 0}, 1), .7);
  EXPECT_EQ(on_lattice(Kind::log_uniform, {.01, 10, 0}, 0), .01);
  EXPECT_EQ(on_lattice(Kind::log_uniform, {.01, 10, 0}, 1), 10);
  EXPECT_EQ(on_lattice(Kind::triangular, {1, 2, 4}, 0), 1);
  EXPECT_EQ(on_lattice(Kind::triangular, {1, 2, 4}, 1), 4);
  EXPECT_EQ(on_lattice(Kind::integer, {1, 6, 0}, 0), 1);
  EXPECT_EQ(on_lattice(Kind::integer, {1, 6, 0}, 1), 6);
  // Distributions without ends: 2.5% and 97.5%.
  EXPECT_EQ(on_lattice(Kind::normal, {0, 1, 0}, 0), -1.95996);
  EXPECT_EQ(on_lattice(Kind::normal, {0, 1, 0}, .5), 0);
  EXPECT_EQ(on_lattice(Kind::normal, {0, 1, 0}, 1), 1.95996);
  EXPECT_EQ(on_lattice(Kind::lognormal, {1, 1, 0}, 1), 7.09907);
}

// A grid of as many levels as there are whole numbers, or values, has each of them once.
TEST(ValueAt, HasEveryWholeNumberOnALatticeOfAsManyLevels) {
  for (const int count : {2, 3, 5, 6, 7, 10, 11, 49, 100, 343}) {
    const Distribution d{Kind::integer, {1, static_cast<double>(count), 0}, {}};
    for (int level = 0; level < count; ++level)
      EXPECT_EQ(value_at(d, static_cast<double>(level) / (count - 1), Placing::on_lattice),
                level + 1)
          << count;
  }
}

// Which distributions have these ends, or these two parameters.
Distribution any_distribution() {
  const auto number = [](int low, int high) {
    return static_cast<double>(*rc::gen::inRange(low, high)) / 997;
  };
  Distribution d;
  d.kind = *rc::gen::element(Kind::uniform, Kind::log_uniform, Kind::triangular, Kind::normal,
                             Kind::lognormal);
  const double low = d.kind == Kind::log_uniform || d.kind == Kind::lognormal
                         ? number(1, 2'000'000'000)
                         : number(-2'000'000'000, 2'000'000'000);
  const double step = number(1, 2'000'000'000), other = number(0, 2'000'000'000);
  d.at = {low, d.kind == Kind::lognormal ? number(1, 3000) : low + step, 0};
  if (d.kind == Kind::normal) d.at[1] = step;
  if (d.kind == Kind::triangular) d.at = {low, low + step, low + step + other};
  return d;
}

double any_place() { return (*rc::gen::inRange(0, 1 << 20) + .5) / (1 << 20); }

RC_GTEST_PROP(ValueAt, NeverFallsAsThePlaceGrows, ()) {
  const Distribution d = any_distribution();
  RC_PRE(!fault_of(d));
  const double a = any_place(), b = any_place();
  const auto placing = *rc::gen::element(Placing::drawn, Placing::on_lattice);
  RC_ASSERT(value_at(d, std::min(a, b), placing) <= value_at(d, std::max(a, b), placing));
}

// A range may be all that the scenario allows: no digit may lead out of it.
RC_GTEST_PROP(ValueAt, StaysWithinTheEnds, ()) {
  const Distribution d = any_distribution();
  RC_PRE(!fault_of(d) && is_bounded(d));
  const double high = d.kind == Kind::triangular ? d.at[2] : d.at[1];
  for (const double u : {0.0, any_place(), 1.0}) {
    const double value = value_at(d, u, Placing::on_lattice);
    RC_ASSERT(value >= d.at[0]);
    RC_ASSERT(value <= high);
  }
}

TEST(ValueAt, StaysWithinEndsOfManyDigits) {
  EXPECT_LE(on_lattice(Kind::uniform, {0, 1234567, 0}, 1), 1234567);
  EXPECT_GE(on_lattice(Kind::uniform, {.12345649, 1, 0}, 0), .12345649);
}

RC_GTEST_PROP(ValueAt, IsNearTheExactQuantile, ()) {
  const Distribution d = any_distribution();
  RC_PRE(!fault_of(d));
  const double u = any_place(), value = value_at(d, u, Placing::drawn);
  const auto [a, b, c] = d.at;
  // The distribution function at the value gives the place back; six digits are what is lost.
  const double size = std::max({std::abs(value), std::abs(a), 1e-9});
  const double high = d.kind == Kind::triangular ? c : b;
  const auto share = [&, a = a, b = b, c = c](double x) {
    if (is_bounded(d) && x <= a) return 0.0;
    if (is_bounded(d) && x >= high) return 1.0;
    switch (d.kind) {
      case Kind::uniform:
        return (x - a) / (b - a);
      case Kind::log_uniform:
        return std::log(x / a) / std::log(b / a);
      case Kind::triangular:
        return x < b ? (x - a) * (x - a) / ((c - a) * (b - a))
                     : 1 - (c - x) * (c - x) / ((c - a) * (c - b));
      case Kind::normal:
        return .5 * std::erfc(-(x - a) / b / std::sqrt(2.0));
      default:
        return .5 * std::erfc(-std::log(x / a) / b / std::sqrt(2.0));
    }
  };
  const double lost = 1e-5 * size;
  const double below = share(value - lost), above = share(value + lost);
  RC_ASSERT(std::isnan(below) || below <= u + 1e-9);
  RC_ASSERT(above >= u - 1e-9);
}

// ---------------------------------------------------------------- spelling

TEST(Spelling, IsThatOfAListOrOfANumber) {
  const Distribution listed{Kind::listed, {}, {"1", "\"a b\"", "true"}};
  EXPECT_EQ(spelling_of(listed, 0), "1");
  EXPECT_EQ(spelling_of(listed, 1), "\"a b\"");
  EXPECT_EQ(spelling_of(listed, 2), "true");
  const Distribution uniform{Kind::uniform, {0, 1, 0}, {}};
  EXPECT_EQ(spelling_of(uniform, .25), "0.25");
  EXPECT_EQ(spelling_of(uniform, 1000000), "1000000");
  EXPECT_EQ(spelling_of({Kind::integer, {0, 1, 0}, {}}, 3), "3");
}

// To the last bit, so that the point in the file is the point that was run.
RC_GTEST_PROP(Spelling, GivesTheValueBack, ()) {
  const Distribution d = any_distribution();
  RC_PRE(!fault_of(d));
  const double value = value_at(d, any_place(), Placing::drawn);
  const std::string text = spelling_of(d, value);
  double again = 0;
  std::from_chars(text.data(), text.data() + text.size(), again);
  RC_ASSERT(again == value);
}

TEST(Lists, HoldNumbersOrNot) {
  EXPECT_TRUE(lists_numbers({Kind::listed, {}, {"1", "-0.5", "1e20"}}));
  EXPECT_FALSE(lists_numbers({Kind::listed, {}, {"1", "many"}}));
  EXPECT_FALSE(lists_numbers({Kind::listed, {}, {"\"1\""}}));
  EXPECT_FALSE(lists_numbers({Kind::listed, {}, {"1", ""}}));
  EXPECT_FALSE(lists_numbers({Kind::listed, {}, {"true"}}));
}

}  // namespace
}  // namespace cxsim
