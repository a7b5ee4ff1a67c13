#include "experiments/sweep_folder.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "recording/netcdf_error.hpp"
#include "scenario/scratch_folder.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const std::string plan = "[sweep]\ndesign = \"grid\"\nsize = 4\n";
const std::string other_plan = "[sweep]\ndesign = \"grid\"\nsize = 5\n";

class Folder : public testing::Test {
 protected:
  SweepFolder open(const std::string& plan_text, Joining joining) const {
    const SweepFolder folder = sweep_folder(path_, plan_text, joining);
    make_sweep_folder(folder, plan_text, joining);
    return folder;
  }

  Problem problem(const std::string& plan_text, Joining joining) const {
    const auto folder = attempt([&] { return open(plan_text, joining); });
    EXPECT_FALSE(folder);
    if (folder) return {};
    const Problem& problem = folder.problems().front();
    EXPECT_THAT(problem.place.file, testing::StartsWith(path_));
    EXPECT_FALSE(problem.why.empty());
    EXPECT_FALSE(problem.cure.empty());
    return problem;
  }

  std::string content(const std::string& file) const {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  ScratchFolder scratch_;
  std::string path_ = scratch_.path("sweep");
};

TEST_F(Folder, IsMadeWithItsPlan) {
  const SweepFolder folder = open(plan, Joining::fresh);
  EXPECT_EQ(folder.path, path_);
  EXPECT_EQ(folder.plan(), path_ + "/sweep.toml");
  EXPECT_EQ(folder.results(), path_ + "/results.h5");
  EXPECT_EQ(content(folder.plan()), plan);
  EXPECT_TRUE(fs::is_directory(folder.runs()));
  EXPECT_TRUE(fs::is_empty(folder.runs()));
  EXPECT_FALSE(fs::exists(folder.results()));
  // Nothing is left of the way it was written.
  EXPECT_EQ(std::distance(fs::directory_iterator(path_), fs::directory_iterator()), 2);
  const auto others = fs::perms::others_read | fs::perms::group_read;
  EXPECT_EQ(fs::status(folder.plan()).permissions() & others, others);
}

TEST_F(Folder, MayBeThereAndEmpty) {
  fs::create_directory(path_);
  EXPECT_EQ(content(open(plan, Joining::fresh).plan()), plan);
}

TEST_F(Folder, HasNoSlashAtItsEnd) {
  EXPECT_EQ(sweep_folder(path_ + "/", plan, Joining::fresh).runs(), path_ + "/runs");
}

TEST_F(Folder, IsNotBegunTwice) {
  open(plan, Joining::fresh);
  const Problem problem = this->problem(plan, Joining::fresh);
  EXPECT_THAT(problem.what, HasSubstr("holds this sweep already"));
  EXPECT_THAT(problem.cure, HasSubstr("--resume"));
}

TEST_F(Folder, IsGoneOnWithByTheSamePlan) {
  open(plan, Joining::fresh);
  std::ofstream(path_ + "/runs/a.0.runs") << "a run";
  std::ofstream(path_ + "/results.h5") << "results";
  const SweepFolder folder = open(plan, Joining::resume);
  EXPECT_EQ(content(folder.plan()), plan);
  EXPECT_EQ(content(folder.runs() + "/a.0.runs"), "a run");
  EXPECT_EQ(content(folder.results()), "results");
}

TEST_F(Folder, IsBegunByResumeWhereThereIsNone) {
  EXPECT_EQ(content(open(plan, Joining::resume).plan()), plan);
}

TEST_F(Folder, OfAnotherPlanIsRefusedWithTheFirstDifference) {
  open(plan, Joining::fresh);
  for (const Joining joining : {Joining::fresh, Joining::resume}) {
    const Problem problem = this->problem(other_plan, joining);
    EXPECT_EQ(problem.place.file, path_ + "/sweep.toml");
    EXPECT_THAT(problem.what, AllOf(HasSubstr("another sweep"),
                                    HasSubstr("has `size = 4` where this command has `size = 5`")));
    EXPECT_THAT(problem.cure, AllOf(HasSubstr("-o"), HasSubstr("--extend")));
  }
  EXPECT_THAT(problem(plan + "more = 1\n", Joining::resume).what,
              HasSubstr("has `` where this command has `more = 1`"));
  EXPECT_THAT(problem("[sweep]\ndesign = \"grid\"\n", Joining::resume).what,
              HasSubstr("has `size = 4` where this command has ``"));
  EXPECT_EQ(content(path_ + "/sweep.toml"), plan);
}

TEST_F(Folder, TakesAnotherPlanToBeExtendedAndKeepsItsRuns) {
  open(plan, Joining::fresh);
  std::ofstream(path_ + "/runs/a.0.runs") << "a run";
  const SweepFolder folder = open(other_plan, Joining::extend);
  EXPECT_EQ(content(folder.plan()), other_plan);
  EXPECT_EQ(content(folder.runs() + "/a.0.runs"), "a run");
  EXPECT_EQ(content(open(other_plan, Joining::extend).plan()), other_plan);
  EXPECT_EQ(content(open(other_plan, Joining::resume).plan()), other_plan);
}

TEST_F(Folder, OfSomethingElseIsLeftAlone) {
  fs::create_directory(path_);
  std::ofstream(path_ + "/thesis.tex") << "years of work";
  for (const Joining joining : {Joining::fresh, Joining::resume, Joining::extend}) {
    EXPECT_THAT(problem(plan, joining).what, HasSubstr("holds something else"));
    EXPECT_EQ(std::distance(fs::directory_iterator(path_), fs::directory_iterator()), 1);
  }
}

TEST_F(Folder, IsLookedAtWithoutAnyChange) {
  sweep_folder(path_, plan, Joining::fresh);
  EXPECT_FALSE(fs::exists(path_));
  open(plan, Joining::fresh);
  std::ofstream(path_ + "/results.h5") << "results";
  sweep_folder(path_, other_plan, Joining::extend);
  EXPECT_EQ(content(path_ + "/sweep.toml"), plan);
  EXPECT_EQ(content(path_ + "/results.h5"), "results");
}

// They would be taken for those of the plan that stands beside them.
TEST_F(Folder, LosesTheResultsOfAnotherPlan) {
  open(plan, Joining::fresh);
  std::ofstream(path_ + "/results.h5") << "results";
  std::ofstream(path_ + "/results.h5.partial") << "results";
  open(plan, Joining::extend);
  EXPECT_TRUE(fs::exists(path_ + "/results.h5"));
  open(other_plan, Joining::extend);
  EXPECT_FALSE(fs::exists(path_ + "/results.h5"));
  EXPECT_FALSE(fs::exists(path_ + "/results.h5.partial"));
}

TEST_F(Folder, IsNoFile) {
  std::ofstream(path_) << "a file";
  EXPECT_THAT(problem(plan, Joining::fresh).what, HasSubstr("this is a file"));
  EXPECT_EQ(content(path_), "a file");
}

TEST_F(Folder, NeedsAFolderToLieIn) {
  path_ = scratch_.path("nowhere/sweep");
  const Problem problem = this->problem(plan, Joining::fresh);
  EXPECT_THAT(problem.what, HasSubstr("cannot make the folder: No such file or directory"));
  EXPECT_THAT(problem.cure, HasSubstr("-o"));
}

TEST_F(Folder, MustAllowWriting) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  fs::create_directory(path_);
  fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_THAT(problem(plan, Joining::fresh).what, HasSubstr("cannot write in the folder"));
  fs::permissions(path_, fs::perms::owner_all);
}

// Shards that begin together find the folder in every state of its making.
TEST_F(Folder, IsOpenedByManyShardsAtOnce) {
  for (int round = 0; round < 20; ++round) {
    std::vector<std::thread> shards;
    std::vector<std::string> problems(4);
    for (std::string& said : problems)
      shards.emplace_back([&] {
        const auto folder = attempt([&] { return open(plan, Joining::resume); });
        if (!folder) said = to_text(folder.problems().front());
      });
    for (std::thread& shard : shards) shard.join();
    EXPECT_THAT(problems, testing::Each("")) << round;
    EXPECT_EQ(content(path_ + "/sweep.toml"), plan);
    EXPECT_EQ(std::distance(fs::directory_iterator(path_), fs::directory_iterator()), 2);
    fs::remove_all(path_);
  }
}

bool can_lock(const std::string& file) {
  const int opened = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  const bool locked = flock(opened, LOCK_EX | LOCK_NB) == 0;
  close(opened);
  return locked;
}

TEST_F(Folder, IsLockedWhileSomebodyGathers) {
  const SweepFolder folder = open(plan, Joining::fresh);
  {
    const GatheringLock lock(folder);
    EXPECT_FALSE(can_lock(folder.plan()));
  }
  EXPECT_TRUE(can_lock(folder.plan()));
}

TEST_F(Folder, IsGatheredEvenWhereNothingCanBeLocked) {
  fs::create_directory(path_);
  const GatheringLock lock(SweepFolder{path_});
}

}  // namespace
}  // namespace cxsim
