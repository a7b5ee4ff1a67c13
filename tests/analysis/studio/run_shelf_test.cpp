#include "analysis/studio/run_shelf.hpp"

#include <gtest/gtest.h>

#include "recording/netcdf_sample.hpp"

namespace cxsim {
namespace {

class Shelf : public testing::Test {
 protected:
  std::shared_ptr<StudioRun> add() {
    return shelf_.add({"01_first_run", {}, ""}, family_, family_.base());
  }

  TestFolder folder_;
  ScenarioFamily family_ =
      *ScenarioFamily::read(CXSIM_SOURCE_DIR "/scenarios/01_first_run.toml", {});
  RunShelf shelf_{folder_.file("runs"), 3};
};

TEST_F(Shelf, KeepsTheLastThatAreDone) {
  for (int k = 0; k < 5; ++k) add()->finish({});
  EXPECT_EQ(shelf_.find(2), nullptr);
  EXPECT_NE(shelf_.find(3), nullptr);
  EXPECT_TRUE(shelf_.had(2));
  EXPECT_FALSE(shelf_.had(6));
}

TEST_F(Shelf, KeepsWhatIsDoneWhileOneRunChasesTheOther) {
  add()->finish({});
  for (int k = 0; k < 8; ++k) add();
  ASSERT_NE(shelf_.find(1), nullptr);
  EXPECT_EQ(shelf_.find(1)->state(), RunState::done);
  ASSERT_NE(shelf_.under_way(), nullptr);
  EXPECT_EQ(shelf_.under_way()->number, 9);
}

TEST_F(Shelf, GivesUpThoseThatWereStopped) {
  add()->stop();
  add()->fail({});
  add();
  EXPECT_EQ(shelf_.find(1), nullptr);
  EXPECT_EQ(shelf_.find(2), nullptr);
  EXPECT_NE(shelf_.find(3), nullptr);
}

TEST_F(Shelf, RunsForgetWhatIsAskedForByNumberAfterAWhile) {
  const auto run = add();
  run->keep("content", "{}");
  run->keep("lives", "[]");
  for (int k = 0; k < 100; ++k) {
    run->keep("customers " + std::to_string(k), "{}");
    run->keep("life " + std::to_string(k), "{}");
  }
  EXPECT_EQ(run->kept("customers 98"), nullptr);
  EXPECT_NE(run->kept("customers 99"), nullptr);
  EXPECT_EQ(run->kept("life 67"), nullptr);
  EXPECT_NE(run->kept("life 68"), nullptr);
  EXPECT_NE(run->kept("content"), nullptr);
  EXPECT_NE(run->kept("lives"), nullptr);
}

}  // namespace
}  // namespace cxsim
