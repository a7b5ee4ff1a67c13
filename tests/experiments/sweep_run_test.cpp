#include "experiments/sweep_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "experiments/experiment.hpp"
#include "recording/netcdf_reader.hpp"
#include "tiny_sweep.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;

const std::vector<std::string> few_measures = {"nps_true", "revenue"};

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class SweepRuns : public testing::Test {
 protected:
  ScenarioFamily family(const std::string& more = "",
                        const std::vector<std::string>& overrides = {}) const {
    return tiny_family(scratch_, more, overrides);
  }

  Sweep sweep_of(const ScenarioFamily& base, const std::vector<std::string_view>& vary,
                 DesignKind design, std::size_t size = 0) const {
    SweepRequest request = request_for(base, vary, design, size);
    request.measures = few_measures;
    return sound(Sweep::of(base, request));
  }

  // Three points, two replications, two arms.
  Sweep stages(std::string_view vary = "company.maturity_stage=1:3:int") const {
    return sweep_of(family(two_trainings), {vary}, DesignKind::grid);
  }

  SweepFolder folder(const Sweep& sweep, const std::string& name = "sweep") const {
    const std::string plan = sweep.plan();
    const SweepFolder folder = sweep_folder(scratch_.path(name), plan, Joining::extend);
    make_sweep_folder(folder, plan, Joining::extend);
    return folder;
  }

  SweepReport run(const Sweep& sweep, const SweepFolder& folder, const Shard& shard = {},
                  int threads = 0) const {
    return sound(run_shard(sweep, folder, {shard, threads, {}, {}, {}}));
  }

  Gathered gathered(const Sweep& sweep, const SweepFolder& folder, bool in_parts = false) const {
    return sound(gather(sweep, folder, in_parts, {}));
  }

  std::string whole_bytes(const Sweep& sweep) const {
    const SweepFolder one = folder(sweep, "whole");
    run(sweep, one);
    EXPECT_EQ(gathered(sweep, one), Gathered::whole);
    return bytes_of(one.results());
  }

  ScratchFolder scratch_;
};

// ---------------------------------------------------------------- runs and results

TEST_F(SweepRuns, AreEachMadeOnce) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  std::atomic<std::size_t> told = 0, to_make = 0;
  const SweepReport report = sound(run_shard(
      sweep, folder, {{}, 0, [&](std::size_t runs) { to_make = runs; }, [&] { ++told; }, {}}));
  EXPECT_EQ(to_make, 6u);
  EXPECT_EQ(report.runs, 6u);
  EXPECT_EQ(report.made, 6u);
  EXPECT_EQ(report.kept, 0u);
  EXPECT_TRUE(report.is_complete);
  EXPECT_EQ(told, 6u);
  EXPECT_EQ(RunShelf(folder.runs()).size(), 6u);
  const SweepReport again = run(sweep, folder);
  EXPECT_EQ(again.made, 0u);
  EXPECT_EQ(again.kept, 6u);
  EXPECT_TRUE(again.is_complete);
}

// Every number is that of `cxsim run` with the point's settings.
TEST_F(SweepRuns, AreThoseOfTheScenarioAtThePoint) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  run(sweep, folder);
  ASSERT_EQ(gathered(sweep, folder), Gathered::whole);
  const NetcdfReader file(folder.results());
  EXPECT_TRUE(file.is_complete());
  EXPECT_THAT(file.read<double>("company.maturity_stage").values, ElementsAre(1, 2, 3));
  for (std::size_t point = 0; point < 3; ++point) {
    ExperimentPlan plan;
    plan.output = scratch_.path("run.h5");
    ASSERT_TRUE(run_experiment(sound(sweep.scenario_at(point)), plan));
    const NetcdfReader alone(plan.output);
    Extents shape = alone.variable("nps_true").shape, start(shape.size() + 1, 0);
    start[0] = point;
    shape.insert(shape.begin(), 1);
    const auto nps = file.read_slab<float>("nps_true", start, shape).values,
               nps_alone = alone.read<float>("nps_true").values;
    ASSERT_EQ(nps.size(), nps_alone.size());
    for (std::size_t k = 0; k < nps.size(); ++k)
      EXPECT_THAT(nps[k], testing::NanSensitiveFloatEq(nps_alone[k]));
    EXPECT_EQ(file.read_slab<double>("profit", {point, 0, 0, 0}, {1, 2, 2, 2}).values,
              alone.read<double>("profit").values);
  }
  EXPECT_THAT(file.read<std::int32_t>("months").values, Each(2));
  EXPECT_THAT(file.read<std::int32_t>("action_day").values, ElementsAre(-1, 10, -1, 10, -1, 10));
}

TEST_F(SweepRuns, AreTheSameBytesInShards) {
  const Sweep sweep = stages();
  const std::string whole = whole_bytes(sweep);
  const SweepFolder folder = this->folder(sweep);
  std::size_t made = 0;
  for (const std::size_t index : {2u, 0u, 1u}) {
    const SweepReport report = run(sweep, folder, {index, 3}, 1);
    EXPECT_EQ(report.runs, 2u);
    EXPECT_TRUE(report.is_complete);
    made += report.made;
    EXPECT_EQ(gathered(sweep, folder), index == 1 ? Gathered::whole : Gathered::waiting);
    EXPECT_EQ(fs::exists(folder.results()), index == 1);
  }
  EXPECT_EQ(made, 6u);
  EXPECT_TRUE(bytes_of(folder.results()) == whole);
}

TEST_F(SweepRuns, AreTheSameBytesWithoutAFolder) {
  const Sweep sweep = stages();
  const std::string path = scratch_.path("straight.h5");
  const SweepReport report = sound(run_into_file(sweep, path, {{}, 2, {}, {}, {}}));
  EXPECT_EQ(report.runs, 6u);
  EXPECT_EQ(report.made, 6u);
  EXPECT_TRUE(report.is_complete);
  EXPECT_TRUE(bytes_of(path) == whole_bytes(sweep));
}

TEST_F(SweepRuns, MayBeSharedAmongMoreThanThereAre) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  std::size_t runs = 0;
  for (std::size_t index = 0; index < 8; ++index) {
    const SweepReport report = run(sweep, folder, {index, 8}, 1);
    EXPECT_TRUE(report.is_complete);
    EXPECT_EQ(report.runs, runs_of(sweep, {index, 8}));
    runs += report.runs;
  }
  EXPECT_EQ(runs, 6u);
  EXPECT_EQ(gathered(sweep, folder), Gathered::whole);
}

// ---------------------------------------------------------------- stopping and going on

TEST_F(SweepRuns, ThatWereFinishedStayWhenItIsCancelled) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  std::atomic<std::size_t> done = 0;
  const SweepReport report =
      sound(run_shard(sweep, folder, {{}, 1, {}, [&] { ++done; }, [&] { return done >= 2; }}));
  EXPECT_FALSE(report.is_complete);
  EXPECT_EQ(report.runs, 6u);
  EXPECT_GE(report.made, 2u);
  EXPECT_LT(report.made, 6u);
  EXPECT_EQ(RunShelf(folder.runs()).size(), report.made);
  EXPECT_EQ(gathered(sweep, folder), Gathered::waiting);
  const SweepReport rest = run(sweep, folder);
  EXPECT_EQ(rest.kept, report.made);
  EXPECT_EQ(rest.made + rest.kept, 6u);
  EXPECT_EQ(gathered(sweep, folder), Gathered::whole);
  EXPECT_TRUE(bytes_of(folder.results()) == whole_bytes(sweep));
}

TEST_F(SweepRuns, LeaveNoFileWhereNoneWasFinished) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  const SweepReport report = sound(run_shard(sweep, folder, {{}, 0, {}, {}, [] { return true; }}));
  EXPECT_EQ(report.made, 0u);
  EXPECT_FALSE(report.is_complete);
  EXPECT_TRUE(fs::is_empty(folder.runs()));
}

TEST_F(SweepRuns, InOneFileAreMarkedIncompleteWhenItIsCancelled) {
  const Sweep sweep = stages();
  const std::string path = scratch_.path("straight.h5");
  std::atomic<std::size_t> done = 0;
  const SweepReport report =
      sound(run_into_file(sweep, path, {{}, 1, {}, [&] { ++done; }, [&] { return done >= 2; }}));
  EXPECT_FALSE(report.is_complete);
  EXPECT_FALSE(fs::exists(path));
  const NetcdfReader file(path + ".partial", Incomplete::allowed);
  EXPECT_FALSE(file.is_complete());
  const std::vector<double> profit = file.read<double>("profit").values;
  EXPECT_FALSE(std::isnan(profit.front()));
  EXPECT_THAT(profit.back(), IsNan());
}

TEST_F(SweepRuns, AreGatheredInPartsWhenAsked) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  run(sweep, folder, {0, 2});  // the first replication of every point
  EXPECT_EQ(gathered(sweep, folder, true), Gathered::partly);
  EXPECT_FALSE(fs::exists(folder.results()));
  {
    const NetcdfReader file(folder.results() + ".partial", Incomplete::allowed);
    const std::vector<double> profit = file.read<double>("profit").values;
    ASSERT_EQ(profit.size(), 3u * 2 * 2 * 2);
    for (std::size_t k = 0; k < profit.size(); ++k)
      EXPECT_EQ(std::isnan(profit[k]), k / 2 % 2 == 1) << k;
  }
  run(sweep, folder);
  EXPECT_EQ(gathered(sweep, folder, true), Gathered::whole);
  EXPECT_FALSE(fs::exists(folder.results() + ".partial"));
  EXPECT_TRUE(bytes_of(folder.results()) == whole_bytes(sweep));
}

TEST_F(SweepRuns, AreUsedAgainByALongerSweep) {
  const Sweep few = stages(), more = stages("company.maturity_stage=1:5:int");
  run(few, folder(few));
  const SweepFolder folder = this->folder(more);
  const SweepReport report = run(more, folder);
  EXPECT_EQ(report.kept, 6u);
  EXPECT_EQ(report.made, 4u);
  EXPECT_EQ(gathered(more, folder), Gathered::whole);
  EXPECT_TRUE(bytes_of(folder.results()) == whole_bytes(more));
}

TEST_F(SweepRuns, WriteTheResultsAgainForAnotherPlan) {
  const Sweep first = stages(), second = stages("company.maturity_stage=2,3");
  run(first, folder(first));
  ASSERT_EQ(gathered(first, folder(first)), Gathered::whole);
  const SweepFolder folder = this->folder(second);
  EXPECT_EQ(run(second, folder).made, 0u);
  EXPECT_EQ(gathered(second, folder), Gathered::whole);
  EXPECT_THAT(NetcdfReader(folder.results()).read<double>("company.maturity_stage").values,
              ElementsAre(2, 3));
}

// A byte of the last run that was kept was changed on the disk.
TEST_F(SweepRuns, AreMadeAgainWhenDamaged) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  run(sweep, folder);
  const std::string journal = folder.runs() + "/shard-1-of-1.0.runs";
  std::string bytes = bytes_of(journal);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  std::ofstream(journal, std::ios::binary) << bytes;
  EXPECT_EQ(gathered(sweep, folder), Gathered::waiting);
  EXPECT_FALSE(fs::exists(folder.results()));
  const SweepReport report = run(sweep, folder);
  EXPECT_EQ(report.kept, 5u);
  EXPECT_EQ(report.made, 1u);
  EXPECT_EQ(gathered(sweep, folder), Gathered::whole);
  EXPECT_TRUE(bytes_of(folder.results()) == whole_bytes(sweep));
}

TEST_F(SweepRuns, AreNotGatheredWhenItIsCancelled) {
  const Sweep sweep = stages();
  const SweepFolder folder = this->folder(sweep);
  run(sweep, folder);
  EXPECT_EQ(sound(gather(sweep, folder, false, {{}, 0, {}, {}, [] { return true; }})),
            Gathered::cancelled);
  EXPECT_FALSE(fs::exists(folder.results()));
  EXPECT_EQ(gathered(sweep, folder), Gathered::whole);
  EXPECT_TRUE(bytes_of(folder.results()) == whole_bytes(sweep));
}

TEST_F(SweepRuns, HaveNothingAfterTheEndOfAShorterPoint) {
  const Sweep sweep = sweep_of(family(), {"simulation.days=30,60"}, DesignKind::grid);
  const SweepFolder folder = this->folder(sweep);
  run(sweep, folder);
  ASSERT_EQ(gathered(sweep, folder), Gathered::whole);
  const NetcdfReader file(folder.results());
  EXPECT_THAT(file.read<std::int32_t>("months").values, ElementsAre(1, 2));
  const std::vector<double> profit = file.read<double>("profit").values;
  ASSERT_EQ(profit.size(), 8u);
  for (std::size_t k = 0; k < 8; ++k) EXPECT_EQ(std::isnan(profit[k]), k == 1 || k == 3) << k;
}

TEST_F(SweepRuns, OfAPointThatIsNotAllowedAreAProblem) {
  const Sweep sweep = sweep_of(family(), {"customer.trust.build=0.5,1.5"}, DesignKind::grid);
  const auto report = run_shard(sweep, folder(sweep), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.problems().front().key, "customer.trust.build");
}

// ---------------------------------------------------------------- points are checked first

Problems problems_of(Sweep sweep, const Shard& shard = {}) {
  const auto checked = check_points(sweep, shard, 0);
  EXPECT_FALSE(checked);
  return checked ? Problems() : checked.problems();
}

TEST_F(SweepRuns, AreCheckedBeforeTheyAreMade) {
  Sweep sweep = stages();
  const auto checked = check_points(sweep, {}, 0);
  ASSERT_TRUE(checked);
  EXPECT_EQ(*checked, 0u);
}

TEST_F(SweepRuns, NameThePointThatIsNotAllowed) {
  const Sweep sweep = sweep_of(
      family(), {"company.maturity_stage=2", "customer.trust.build=0.5,1,1.5,2"}, DesignKind::grid);
  const Problems problems = problems_of(sweep);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].key, "customer.trust.build");
  EXPECT_THAT(
      problems[0].what,
      HasSubstr("at point 2, company.maturity_stage=2, customer.trust.build=1.5: expected a "
                "number from 0 to 1"));
  EXPECT_FALSE(problems[0].cure.empty());
}

TEST_F(SweepRuns, NameAKeyThatDoesNotExist) {
  const Problems problems =
      problems_of(sweep_of(family(), {"customer.trust.biuld=0:1"}, DesignKind::sobol, 4));
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems[0].key, "customer.trust.biuld");
  EXPECT_THAT(problems[0].what, HasSubstr("at point 0"));
  EXPECT_THAT(problems[0].cure, HasSubstr("build"));
}

// Runs 6 and 7 are those of point 3.
TEST_F(SweepRuns, AreCheckedByTheShardThatMakesThem) {
  Sweep sweep = sweep_of(family(), {"customer.trust.build=0.2,0.5,1,1.5"}, DesignKind::grid);
  for (std::size_t index = 0; index < 8; ++index)
    EXPECT_EQ(static_cast<bool>(check_points(sweep, {index, 8}, 1)), index < 6) << index;
  EXPECT_FALSE(check_points(sweep, {0, 2}, 1));
  EXPECT_TRUE(check_points(sweep, {0, 4}, 1));
}

TEST_F(SweepRuns, ShortenTheNameOfAPointWithManySettings) {
  const ScenarioFamily base = family();
  SweepRequest request;
  for (const UncertainSetting& one : base.uncertain())
    request.variations.push_back(variation_of(one));
  request.variations.push_back(sound(read_variation("customer.trust.nothing=0:1", base.base())));
  request.design = DesignKind::sobol;
  request.size = 2;
  const Problems problems = problems_of(sound(Sweep::of(base, request)));
  ASSERT_FALSE(problems.empty());
  EXPECT_LT(problems[0].what.size(), 600u);
  const std::size_t more = request.variations.size() - 6;
  EXPECT_THAT(problems[0].what, HasSubstr(" and " + std::to_string(more) + " more: "));
}

TEST_F(SweepRuns, FitIntoOneDataset) {
  const ScenarioFamily base = family(two_trainings);
  const auto what = [&](std::string_view vary) {
    const Problems problems = problems_of(sweep_of(base, {vary}, DesignKind::grid));
    return problems.empty() ? "" : problems.front().what;
  };
  EXPECT_THAT(what("simulation.days=60,90"), HasSubstr("more days than the scenario"));
  EXPECT_THAT(what("simulation.currency=EUR,USD"), HasSubstr("another currency"));
  EXPECT_THAT(what("simulation.start_date=2026-01-01,2027-01-01"), HasSubstr("start date"));
  EXPECT_THAT(what("arm=[]"), HasSubstr("other arms"));
  Sweep shorter = sweep_of(base, {"simulation.days=30,60"}, DesignKind::grid);
  EXPECT_TRUE(check_points(shorter, {}, 0));
}

// ---------------------------------------------------------------- random points

// A share: half of the points or so are not allowed.
constexpr const char* often_wrong = "customer.trust.build=0:2";

TEST_F(SweepRuns, AtRandomPointsThatAreNotAllowedAreDrawnAgain) {
  Sweep sweep = sweep_of(family(), {often_wrong}, DesignKind::random, 20);
  const std::vector<double> before = sweep.settings()[0].values;
  const auto redrawn = check_points(sweep, {}, 0);
  ASSERT_TRUE(redrawn);
  const std::vector<double> after = sweep.settings()[0].values;
  EXPECT_GE(*redrawn, 3u);
  for (std::size_t point = 0; point < 20; ++point) {
    EXPECT_LE(after[point], 1) << point;
    if (before[point] <= 1) {
      EXPECT_EQ(after[point], before[point]);
    } else {
      EXPECT_NE(after[point], before[point]);
    }
  }
  EXPECT_EQ(std::set<double>(after.begin(), after.end()).size(), 20u);
  EXPECT_EQ(*check_points(sweep, {}, 0), 0u);
  Sweep again = sweep_of(family(), {often_wrong}, DesignKind::random, 20);
  EXPECT_EQ(*check_points(again, {}, 1), *redrawn);
  EXPECT_EQ(again.settings()[0].values, after);
}

TEST_F(SweepRuns, AtRandomPointsGiveUpWhereNothingIsAllowed) {
  const Problems problems =
      problems_of(sweep_of(family(), {"customer.trust.build=2:3"}, DesignKind::random, 2));
  ASSERT_FALSE(problems.empty());
  EXPECT_THAT(problems[0].what, HasSubstr("at point 0"));
}

TEST_F(SweepRuns, AtOtherPointsAreNotDrawnAgain) {
  EXPECT_FALSE(problems_of(sweep_of(family(), {often_wrong}, DesignKind::sobol, 20)).empty());
}

// Each shard is a process of its own, which knows the points of the others too.
TEST_F(SweepRuns, AtRandomPointsAreTheSameInShards) {
  const auto make = [&] { return sweep_of(family(), {often_wrong}, DesignKind::random, 6); };
  Sweep whole = make();
  const auto redrawn = check_points(whole, {}, 0);
  ASSERT_TRUE(redrawn);
  ASSERT_GT(*redrawn, 0u);
  const std::string bytes = whole_bytes(whole);
  const SweepFolder folder = this->folder(whole);
  Gathered last = Gathered::waiting;
  for (std::size_t index = 0; index < 3; ++index) {
    Sweep sweep = make();
    ASSERT_TRUE(check_points(sweep, {index, 3}, 1));
    run(sweep, folder, {index, 3}, 1);
    last = gathered(sweep, folder);
  }
  ASSERT_EQ(last, Gathered::whole);
  EXPECT_TRUE(bytes_of(folder.results()) == bytes);
}

}  // namespace
}  // namespace cxsim
