// Results in memory and the file written of them say the same.
#include <gmock/gmock.h>

#include <cmath>

#include "analysis/report/comparison.hpp"
#include "analysis/report/file_source.hpp"
#include "analysis/report/memory_source.hpp"
#include "recording/measures.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_sample.hpp"
#include "recording/result_sample.hpp"

namespace cxsim {
namespace {

class Sources : public testing::Test {
 protected:
  Sources() {
    for (const std::int64_t arm : {0, 1})
      runs_.push_back({sample_run(10 * (arm + 1)), sample_run(10 * (arm + 1) + 1)});
    runs_[1][0].months[0].of(TouchpointId(1), TouchpointSum::gap).add(.1);  // no float is a tenth
    write("whole.h5");
  }

  void write(const std::string& name) {
    ResultWriter writer(folder_.file(name), world_, sample_plan());
    for (std::size_t arm = 0; arm < runs_.size(); ++arm)
      for (std::size_t replication = 0; replication < 2; ++replication)
        writer.write(arm, replication, runs_[arm][replication]);
    writer.finish();
  }

  MemorySource memory() const {
    return MemorySource(world_, "A small firm", sample_plan().arms, runs_);
  }

  TestFolder folder_;
  World world_ = small_world();
  std::vector<RunsOfArm> runs_;
};

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

TEST_F(Sources, HoldTheSameValuesToTheLastBit) {
  const NetcdfReader reader(folder_.file("whole.h5"));
  const FileSource file(reader);
  const MemorySource memory = this->memory();
  for (const Measure& measure : measures()) {
    const auto stored = file.read(std::string(measure.name));
    const auto kept = memory.read(std::string(measure.name));
    EXPECT_EQ(stored.shape, kept.shape) << measure.name;
    ASSERT_EQ(stored.values.size(), kept.values.size()) << measure.name;
    for (std::size_t i = 0; i < stored.values.size(); ++i)
      EXPECT_TRUE(same(stored.values[i], kept.values[i])) << measure.name << " at " << i;
  }
}

TEST_F(Sources, SayTheSameAboutThemselves) {
  const NetcdfReader reader(folder_.file("whole.h5"));
  const FileSource file(reader);
  const ResultFacts& a = file.facts();
  const MemorySource memory = this->memory();
  const ResultFacts& b = memory.facts();
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.currency, b.currency);
  EXPECT_EQ(a.discount_rate, b.discount_rate);
  EXPECT_EQ(a.months, b.months);
  EXPECT_EQ(a.replications, b.replications);
  ASSERT_EQ(a.arms.size(), b.arms.size());
  for (std::size_t arm = 0; arm < a.arms.size(); ++arm) {
    EXPECT_EQ(a.arms[arm].name, b.arms[arm].name);
    EXPECT_EQ(a.arms[arm].title, b.arms[arm].title);
    EXPECT_EQ(a.arms[arm].action_day, b.arms[arm].action_day);
  }
  EXPECT_EQ(a.arms[1].action_day, 30);
}

TEST_F(Sources, NameTheSameLabels) {
  const NetcdfReader reader(folder_.file("whole.h5"));
  const FileSource file(reader);
  for (const Measure& measure : measures())
    for (const std::string& dimension : dimensions_along(measure.axis)) {
      if (dimension == "stars") continue;  // has numbers
      EXPECT_EQ(file.labels(dimension), memory().labels(dimension)) << dimension;
    }
}

TEST_F(Sources, KnowNoOtherMeasure) {
  const NetcdfReader reader(folder_.file("whole.h5"));
  EXPECT_THROW(FileSource(reader).read("nothing"), RecordingError);
  EXPECT_THROW(memory().read("nothing"), RecordingError);
}

TEST_F(Sources, GiveTheSameComparison) {
  const NetcdfReader reader(folder_.file("whole.h5"));
  const FileSource file(reader);
  const MemorySource memory = this->memory();
  EXPECT_EQ(json_of(compare(MonthlyResults(file), 0, {1})),
            json_of(compare(MonthlyResults(memory), 0, {1})));
}

TEST_F(Sources, KnowNothingOfARunThatDidNotEnd) {
  runs_[1][1] = RunResult{};
  const MemorySource memory = this->memory();
  const MonthlyResults results(memory);
  EXPECT_TRUE(has_run(results, 1, 0));
  EXPECT_FALSE(has_run(results, 1, 1));
}

TEST_F(Sources, KnowWhichRunsOfAnUnfinishedFileAreWhole) {
  {
    ResultWriter writer(folder_.file("cut.h5"), world_, sample_plan());
    writer.write(0, 0, runs_[0][0]);
  }
  const NetcdfReader reader(folder_.file("cut.h5.partial"), Incomplete::allowed);
  const FileSource file(reader);
  const MonthlyResults results(file);
  EXPECT_TRUE(has_run(results, 0, 0));
  EXPECT_FALSE(has_run(results, 0, 1));
  const auto profit = values_of(*find_outcome(file, "profit"), results, 0);
  EXPECT_FALSE(std::isnan(profit[0]));
  EXPECT_TRUE(std::isnan(profit[1])) << "nothing is not zero";
}

}  // namespace
}  // namespace cxsim
