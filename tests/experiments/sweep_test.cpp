#include "experiments/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "experiments/design.hpp"
#include "recording/measure_weights.hpp"
#include "scenario/toml_reader.hpp"
#include "tiny_sweep.hpp"

namespace cxsim {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsNan;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;

constexpr const char* stage = "company.maturity_stage=1:3:int";
constexpr const char* build = "customer.trust.build=0:1:2";

class Sweeps : public testing::Test {
 protected:
  ScenarioFamily family(const std::string& more = "",
                        const std::vector<std::string>& overrides = {}) const {
    return tiny_family(folder_, more, overrides);
  }

  Sweep sweep(const std::vector<std::string_view>& vary, DesignKind design, std::size_t size = 0,
              std::uint64_t seed = 1) const {
    const ScenarioFamily base = family();
    return sound(Sweep::of(base, request_for(base, vary, design, size, seed)));
  }

  Problem only_problem(const std::vector<std::string_view>& vary, DesignKind design,
                       std::size_t size = 0, const std::vector<std::string>& measures = {}) const {
    const ScenarioFamily base = family();
    SweepRequest request = request_for(base, vary, design, size);
    request.measures = measures;
    const auto sweep = Sweep::of(base, request);
    EXPECT_FALSE(sweep);
    if (sweep) return {};
    EXPECT_EQ(sweep.problems().size(), 1u);
    EXPECT_FALSE(sweep.problems().front().why.empty());
    EXPECT_FALSE(sweep.problems().front().cure.empty());
    return sweep.problems().front();
  }

  ScratchFolder folder_;
};

std::vector<RunKey> keys_of(const Sweep& sweep) {
  std::vector<RunKey> keys;
  for (std::size_t point = 0; point < sweep.points(); ++point)
    for (std::size_t replication = 0; replication < sweep.replications(); ++replication)
      keys.push_back(sweep.key_of_run(point, replication));
  return keys;
}

// ---------------------------------------------------------------- designs

TEST(Designs, AreFoundByName) {
  ASSERT_EQ(design_kinds.size(), static_cast<std::size_t>(DesignKind::random) + 1);
  EXPECT_EQ(find_design("grid"), DesignKind::grid);
  EXPECT_EQ(find_design("lhs"), DesignKind::latin_hypercube);
  EXPECT_EQ(find_design("sobol"), DesignKind::sobol);
  EXPECT_EQ(find_design("saltelli"), DesignKind::saltelli);
  EXPECT_EQ(find_design("morris"), DesignKind::morris);
  EXPECT_EQ(find_design("oat"), DesignKind::one_at_a_time);
  EXPECT_EQ(find_design("csv"), DesignKind::points);
  EXPECT_EQ(find_design("random"), DesignKind::random);
  EXPECT_FALSE(find_design("Grid"));
  EXPECT_FALSE(find_design(""));
}

TEST_F(Sweeps, OfAGridHaveEveryCombinationLastFastest) {
  const Sweep sweep = this->sweep({stage, build}, DesignKind::grid);
  ASSERT_EQ(sweep.points(), 6u);
  EXPECT_EQ(sweep.replications(), 2u);
  EXPECT_EQ(sweep.runs(), 12u);
  EXPECT_THAT(sweep.overrides_at(0),
              ElementsAre("company.maturity_stage=1", "customer.trust.build=0"));
  EXPECT_THAT(sweep.overrides_at(1),
              ElementsAre("company.maturity_stage=1", "customer.trust.build=1"));
  EXPECT_THAT(sweep.overrides_at(5),
              ElementsAre("company.maturity_stage=3", "customer.trust.build=1"));
}

TEST_F(Sweeps, OfOneAtATimeBeginWithTheScenarioItself) {
  const Sweep sweep = this->sweep({stage, build}, DesignKind::one_at_a_time);
  ASSERT_EQ(sweep.points(), 6u);
  EXPECT_THAT(sweep.overrides_at(0), IsEmpty());
  EXPECT_THAT(sweep.overrides_at(1), ElementsAre("company.maturity_stage=1"));
  EXPECT_THAT(sweep.overrides_at(3), ElementsAre("company.maturity_stage=3"));
  EXPECT_THAT(sweep.overrides_at(4), ElementsAre("customer.trust.build=0"));
  EXPECT_THAT(sweep.overrides_at(5), ElementsAre("customer.trust.build=1"));
}

TEST_F(Sweeps, OfOneLevelStandInTheMiddle) {
  const Sweep sweep = this->sweep({"customer.trust.build=0:1:1"}, DesignKind::grid);
  ASSERT_EQ(sweep.points(), 1u);
  EXPECT_THAT(sweep.overrides_at(0), ElementsAre("customer.trust.build=0.5"));
}

TEST_F(Sweeps, OfSamplesHaveAsManyPointsAsAsked) {
  EXPECT_EQ(sweep({stage, build}, DesignKind::latin_hypercube, 7).points(), 7u);
  EXPECT_EQ(sweep({stage, build}, DesignKind::sobol, 7).points(), 7u);
  EXPECT_EQ(sweep({stage, build}, DesignKind::random, 7).points(), 7u);
  EXPECT_EQ(sweep({stage, build}, DesignKind::saltelli, 7).points(), 7u * 4);
  EXPECT_EQ(sweep({stage, build}, DesignKind::morris, 7).points(), 7u * 3);
  EXPECT_EQ(sweep({stage}, DesignKind::latin_hypercube).points(), 100u);
  EXPECT_EQ(sweep({stage}, DesignKind::sobol).points(), 128u);
  EXPECT_EQ(sweep({stage}, DesignKind::random).points(), 100u);
  EXPECT_EQ(sweep({stage}, DesignKind::morris).points(), 20u * 2);
}

TEST_F(Sweeps, OfSamplesStandAtTheQuantilesOfTheirUnits) {
  const Sweep sweep =
      this->sweep({"customer.trust.build=0.2:0.4", "company.maturity_stage=1:6:int"},
                  DesignKind::latin_hypercube, 10, 7);
  const UnitDesign design = latin_hypercube(10, 2, 7);
  const std::vector<SweptSetting> settings = sweep.settings();
  for (std::size_t point = 0; point < 10; ++point) {
    EXPECT_EQ(settings[0].units[point], design.point(point)[0]);
    EXPECT_NEAR(settings[0].values[point], .2 + .2 * design.point(point)[0], 1e-6);
    EXPECT_EQ(settings[1].values[point], 1 + std::floor(6 * design.point(point)[1]));
    EXPECT_EQ(sweep.overrides_at(point)[0],
              "customer.trust.build=" +
                  spelling_of(sweep.variations()[0].distribution, settings[0].values[point]));
  }
}

TEST_F(Sweeps, OfMorrisStandOnALatticeThatReachesTheEnds) {
  const Sweep sweep = this->sweep({"customer.trust.build=0.1:0.4", "customer.trust.loss=0:0.3"},
                                  DesignKind::morris, 30);
  std::set<double> levels;
  const std::vector<SweptSetting> settings = sweep.settings();
  levels.insert(settings[0].values.begin(), settings[0].values.end());
  EXPECT_THAT(levels, ElementsAre(.1, .2, .3, .4));
  // Each step of a trajectory changes one setting.
  for (std::size_t point = 0; point + 1 < sweep.points(); ++point) {
    if (point % 3 == 2) continue;
    int changed = 0;
    for (const SweptSetting& setting : settings)
      changed += setting.values[point] != setting.values[point + 1];
    EXPECT_EQ(changed, 1) << point;
  }
}

TEST_F(Sweeps, DependOnTheirSeed) {
  for (const DesignKind design :
       {DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::random, DesignKind::saltelli}) {
    const auto first = sweep({"customer.trust.build=0:1"}, design, 8, 1).settings()[0].values;
    EXPECT_EQ(first, sweep({"customer.trust.build=0:1"}, design, 8, 1).settings()[0].values);
    EXPECT_NE(first, sweep({"customer.trust.build=0:1"}, design, 8, 2).settings()[0].values);
  }
}

TEST_F(Sweeps, MakeTheScenarioOfAPoint) {
  const Sweep sweep = this->sweep({stage, build}, DesignKind::grid);
  const auto scenario = sweep.scenario_at(5);
  ASSERT_TRUE(scenario);
  EXPECT_EQ(scenario->world.company.maturity.maturity_stage, 3);
  EXPECT_EQ(scenario->world.customer.trust.build, 1);
  EXPECT_EQ(scenario->world.simulation.people, 100);
}

// ---------------------------------------------------------------- what cannot be swept

TEST_F(Sweeps, NeedSomethingThatVaries) {
  EXPECT_THAT(only_problem({}, DesignKind::sobol).what, HasSubstr("nothing varies"));
}

TEST_F(Sweeps, RefuseASettingThatVariesTwice) {
  const Problem problem = only_problem({build, "customer.trust.build=0:0.5"}, DesignKind::sobol);
  EXPECT_EQ(problem.key, "customer.trust.build");
  EXPECT_THAT(problem.what, HasSubstr("twice"));
  only_problem({build, "\"customer\".trust.build=0:0.5"}, DesignKind::sobol);
}

TEST_F(Sweeps, RefuseSettingsThatMakeNoDifferentPoints) {
  EXPECT_EQ(only_problem({"simulation.replications=1,2"}, DesignKind::grid).key,
            "simulation.replications");
  EXPECT_THAT(only_problem({"simulation.replications=1,2"}, DesignKind::grid).cure,
              HasSubstr("--replications"));
  EXPECT_EQ(only_problem({"record.people=1,2"}, DesignKind::grid).key, "record.people");
}

TEST_F(Sweeps, RefuseMorePointsThanCanBeLaidOut) {
  const Problem problem = only_problem(
      {"customer.trust.build=0:1:10000", "customer.trust.loss=0:1:10000"}, DesignKind::grid);
  EXPECT_THAT(problem.what, HasSubstr("1e+08 points"));
  EXPECT_THAT(problem.cure, HasSubstr("sobol"));
  only_problem({build}, DesignKind::saltelli, 9'000'000);
  only_problem({build}, DesignKind::morris, 9'000'000);
}

TEST_F(Sweeps, NameAMeasureThatDoesNotExist) {
  const Problem problem = only_problem({build}, DesignKind::grid, 0, {"nps_treu"});
  EXPECT_EQ(problem.key, "--measures");
  EXPECT_THAT(problem.what, HasSubstr("nps_treu"));
  EXPECT_THAT(problem.cure, HasSubstr("nps_true"));
}

TEST_F(Sweeps, TellAllProblemsAtOnce) {
  const ScenarioFamily base = family();
  SweepRequest request = request_for(base, {build, build, "record.people=1,2"}, DesignKind::grid);
  request.measures = {"nothing"};
  const auto sweep = Sweep::of(base, request);
  ASSERT_FALSE(sweep);
  EXPECT_EQ(sweep.problems().size(), 3u);
}

// ---------------------------------------------------------------- keys of runs

TEST_F(Sweeps, NameEveryRunDifferently) {
  const std::vector<RunKey> keys = keys_of(sweep({stage, build}, DesignKind::grid));
  EXPECT_EQ(std::set<RunKey>(keys.begin(), keys.end()).size(), 12u);
}

TEST_F(Sweeps, NameEqualRunsOfDifferentDesignsEqually) {
  const std::vector<RunKey> whole = keys_of(
                                sweep({"company.maturity_stage=1:6:int"}, DesignKind::grid)),
                            some = keys_of(sweep({"company.maturity_stage=2,5"}, DesignKind::grid)),
                            alone = keys_of(sweep({"company.maturity_stage=1:6:int"},
                                                  DesignKind::one_at_a_time));
  EXPECT_THAT(whole, IsSupersetOf(some));
  EXPECT_THAT(alone, IsSupersetOf(whole));
  EXPECT_EQ(alone.size(), whole.size() + 2);
  const ScratchFolder& folder = folder_;
  const SweepRequest points =
      sound(read_points(folder.write("points.csv", "company.maturity_stage\n5.0\n2e0\n2\n")));
  const Sweep of_file = sound(Sweep::of(family(), points));
  EXPECT_EQ(of_file.key_of_run(0, 1), some[3]);
  EXPECT_EQ(of_file.key_of_run(1, 0), some[0]);
  EXPECT_EQ(of_file.key_of_run(2, 0), some[0]);
}

TEST_F(Sweeps, KeepTheNamesOfTheirRunsAsTheyGrow) {
  for (const DesignKind design :
       {DesignKind::sobol, DesignKind::random, DesignKind::saltelli, DesignKind::morris}) {
    const std::vector<RunKey> few = keys_of(sweep({build, "customer.trust.loss=0:1"}, design, 4)),
                              more = keys_of(sweep({build, "customer.trust.loss=0:1"}, design, 9));
    ASSERT_GT(more.size(), few.size());
    EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
  }
}

TEST_F(Sweeps, KeepTheNamesOfTheirRunsWithMoreReplications) {
  const ScenarioFamily more = family("", {"simulation.replications=5"});
  const Sweep few = sweep({stage}, DesignKind::grid),
              many = sound(Sweep::of(more, request_for(more, {stage}, DesignKind::grid)));
  EXPECT_EQ(many.replications(), 5u);
  for (std::size_t point = 0; point < 3; ++point)
    for (std::size_t replication = 0; replication < 2; ++replication)
      EXPECT_EQ(few.key_of_run(point, replication), many.key_of_run(point, replication));
}

TEST_F(Sweeps, NameRunsByAllThatTheyDependOn) {
  const auto first_key = [&](const std::string& more, const std::vector<std::string>& overrides,
                             const std::vector<std::string>& measures = {}) {
    const ScenarioFamily base = family(more, overrides);
    SweepRequest request = request_for(base, {stage}, DesignKind::grid);
    request.measures = measures;
    return sound(Sweep::of(base, request)).key_of_run(0, 0);
  };
  const RunKey own = first_key("", {});
  EXPECT_EQ(first_key("", {}), own);
  EXPECT_EQ(first_key("# a comment\n", {}), own);
  const std::vector<RunKey> others = {
      own,
      first_key("", {"simulation.seed=2"}),
      first_key("", {"simulation.people=101"}),
      first_key("", {"simulation.days=90"}),
      first_key("", {"simulation.burn_in=31"}),
      first_key("", {"customer.trust.build=0.030000002"}),
      first_key("", {"company.care_for=random", "company.care=0.1"}),
      first_key(two_trainings, {}),
      first_key(two_trainings, {"intervention.academy.start=11"}),
      first_key("", {}, {"nps_true"}),
      first_key("", {}, {"nps_true", "revenue"}),
      sweep({stage}, DesignKind::grid).key_of_run(0, 1),
      sweep({stage}, DesignKind::grid).key_of_run(1, 0),
  };
  EXPECT_EQ(std::set<RunKey>(others.begin(), others.end()).size(), others.size());
}

// The order in which measures are named does not matter, nor that one is named twice.
TEST_F(Sweeps, KeepMeasuresInTheOrderOfTheTable) {
  const ScenarioFamily base = family();
  SweepRequest request = request_for(base, {stage}, DesignKind::grid);
  request.measures = {"revenue", "nps_true", "revenue"};
  const Sweep one = sound(Sweep::of(base, request));
  request.measures = {"nps_true", "revenue"};
  const Sweep two = sound(Sweep::of(base, request));
  EXPECT_EQ(one.key_of_run(0, 0), two.key_of_run(0, 0));
  std::vector<std::string> names;
  const SweptMeasures kept = one.measures();
  for (const SweptMeasures::Column& column : kept.columns())
    names.emplace_back(column.measure->name);
  // Whether a run ended is told by its profit, and a mean needs what it is a mean of.
  const std::string weight(weight_of(*find_measure("nps_true")));
  EXPECT_THAT(names, UnorderedElementsAre("nps_true", "revenue", "profit", weight));
  const auto place = [](const std::string& name) { return find_measure(name); };
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end(),
                             [&](const auto& a, const auto& b) { return place(a) < place(b); }));
}

// ---------------------------------------------------------------- random points drawn again

TEST_F(Sweeps, DrawAPointAgainWithoutTouchingOthers) {
  Sweep sweep = this->sweep({"customer.trust.build=0:1"}, DesignKind::random, 4);
  EXPECT_TRUE(sweep.is_random());
  const std::vector<double> before = sweep.settings()[0].values;
  sweep.draw_again(2, 1);
  const std::vector<double> after = sweep.settings()[0].values;
  EXPECT_NE(after[2], before[2]);
  for (const std::size_t point : {0u, 1u, 3u}) EXPECT_EQ(after[point], before[point]);
  sweep.draw_again(2, 2);
  EXPECT_NE(sweep.settings()[0].values[2], after[2]);
  sweep.draw_again(2, 1);
  EXPECT_EQ(sweep.settings()[0].values, after);
  // However many points there are, the draw is the same.
  Sweep longer = this->sweep({"customer.trust.build=0:1"}, DesignKind::random, 9);
  longer.draw_again(2, 1);
  EXPECT_EQ(longer.settings()[0].values[2], after[2]);
}

// ---------------------------------------------------------------- plan and texts

TEST_F(Sweeps, SayInTheirPlanWhatTheyAre) {
  const std::string plan =
      sweep({stage, "customer.trust.build=0.1:1:log"}, DesignKind::sobol, 16, 9).plan();
  const auto read = read_toml_text(plan, "sweep.toml");
  ASSERT_TRUE(read);
  const Node& table = *read->root.find("sweep");
  EXPECT_EQ(*table.find("design")->text(), "sobol");
  EXPECT_EQ(*table.find("size")->integer(), 16);
  EXPECT_EQ(*table.find("points")->integer(), 16);
  EXPECT_EQ(*table.find("replications")->integer(), 2);
  EXPECT_EQ(*table.find("design_seed")->text(), "9");
  EXPECT_EQ(*table.find("measures")->text(), "all");
  EXPECT_EQ(*table.find("version")->text(), CXSIM_VERSION);
  const Array& vary = *table.find("vary")->array();
  ASSERT_EQ(vary.size(), 2u);
  EXPECT_EQ(*vary[0].find("key")->text(), "company.maturity_stage");
  EXPECT_EQ(*vary[0].find("distribution")->text(), "integer");
  EXPECT_EQ(*vary[1].find("distribution")->text(), "loguniform");
  EXPECT_EQ(*vary[1].find("low")->number(), .1);
  EXPECT_EQ(*read->root.find("scenario")->find("simulation")->find("people")->integer(), 100);
}

TEST_F(Sweeps, HaveEqualPlansOnlyWhereTheyAreEqual) {
  const auto plan = [&](const std::vector<std::string_view>& vary, DesignKind design,
                        std::size_t size,
                        std::uint64_t seed) { return sweep(vary, design, size, seed).plan(); };
  const std::string own = plan({build}, DesignKind::sobol, 8, 1);
  EXPECT_EQ(plan({build}, DesignKind::sobol, 8, 1), own);
  const ScenarioFamily other = family("", {"simulation.seed=2"});
  const std::set<std::string> plans = {
      own,
      plan({build}, DesignKind::sobol, 9, 1),
      plan({build}, DesignKind::sobol, 8, 2),
      plan({build}, DesignKind::latin_hypercube, 8, 1),
      plan({"customer.trust.build=0:0.9"}, DesignKind::sobol, 8, 1),
      plan({build, stage}, DesignKind::sobol, 8, 1),
      plan({stage, build}, DesignKind::sobol, 8, 1),
      sound(Sweep::of(other, request_for(other, {build}, DesignKind::sobol, 8))).plan()};
  EXPECT_EQ(plans.size(), 8u);
}

TEST_F(Sweeps, OfFilesNameTheirPointsInThePlan) {
  const auto plan = [&](const std::string& text) {
    const SweepRequest points = sound(read_points(folder_.write("points.csv", text)));
    return sound(Sweep::of(family(), points)).plan();
  };
  const std::string own = plan("customer.trust.build,customer.trust.loss\n0.1,0.2\n0.3,0.4\n");
  const auto read = read_toml_text(own, "sweep.toml");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->root.find("fingerprints")->find("points")->text()->size(), 32u);
  EXPECT_EQ(plan("customer.trust.build,customer.trust.loss\r\n0.10,.2\r\n0.3,0.4"), own);
  EXPECT_NE(plan("customer.trust.build,customer.trust.loss\n0.3,0.4\n0.1,0.2\n"), own);
  EXPECT_NE(plan("customer.trust.build,customer.trust.loss\n0.1,0.4\n0.3,0.2\n"), own);
}

TEST_F(Sweeps, DescribeTheirSettingsForTheFile) {
  const ScenarioFamily base = family();
  const Sweep sweep = sound(Sweep::of(
      base, request_for(base,
                        {"customer.trust.build=0:0.5:2", "company.care_for=nobody,\"random\"",
                         "company.maturity_stage=2,5", "simulation.people=100:200:2"},
                        DesignKind::one_at_a_time)));
  const std::vector<SweptSetting> settings = sweep.settings();
  ASSERT_EQ(settings.size(), 4u);
  // The first point, and all of other settings, are the scenario's own.
  EXPECT_THAT(settings[0].values, ElementsAre(testing::DoubleEq(.03), 0, .5, testing::_, testing::_,
                                              testing::_, testing::_, testing::_, testing::_));
  EXPECT_THAT(settings[0].units,
              ElementsAre(IsNan(), 0, 1, IsNan(), IsNan(), IsNan(), IsNan(), IsNan(), IsNan()));
  EXPECT_EQ(settings[0].scale, "uniform");
  EXPECT_EQ(settings[0].unit, "share");
  EXPECT_THAT(settings[1].labels, ElementsAre("nobody", "random"));
  EXPECT_THAT(settings[1].values, ElementsAre(-1, -1, -1, 0, 1, -1, -1, -1, -1));
  EXPECT_EQ(settings[1].scale, "listed");
  EXPECT_THAT(settings[2].labels, IsEmpty());
  EXPECT_THAT(settings[2].values, ElementsAre(3, 3, 3, 3, 3, 2, 5, 3, 3));
  EXPECT_THAT(settings[3].values, ElementsAre(100, 100, 100, 100, 100, 100, 100, 100, 200));
}

TEST_F(Sweeps, TellTheFileWhereTheyComeFrom) {
  const SweepTexts texts =
      sweep({build, stage}, DesignKind::saltelli, 8, 18446744073709551615u).texts();
  EXPECT_EQ(texts.design, "saltelli");
  EXPECT_EQ(texts.design_seed, "18446744073709551615");
  EXPECT_EQ(texts.base_points, 8);
  EXPECT_THAT(texts.plan, HasSubstr("18446744073709551615"));
  EXPECT_THAT(texts.scenario.as_written, HasSubstr("people = 100"));
  EXPECT_EQ(sweep({build}, DesignKind::grid).arms().size(), 1u);
}

}  // namespace
}  // namespace cxsim
