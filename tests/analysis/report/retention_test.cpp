#include "analysis/report/retention.hpp"

#include <gtest/gtest.h>

#include "recording/netcdf_sample.hpp"
#include "recording/result_sample.hpp"

namespace cxsim {
namespace {

// Of four runs, only the first of the first arm ends.
TEST(Retention, CountsRunsThatEnded) {
  const TestFolder folder;
  const std::string path = folder.file("broken_off.h5");
  {
    ResultPlan plan = sample_plan();
    ResultWriter writer(path, small_world(), plan);
    writer.write(0, 0, sample_run(5));
  }
  const Retention found = read_retention(NetcdfReader(path + ".partial", Incomplete::allowed));
  EXPECT_EQ(found.replications, 1u);
  ASSERT_EQ(found.arms.size(), 2u);
  EXPECT_EQ(found.arms[0].customers, 1u);
  EXPECT_EQ(found.arms[0].left, 1u);
  EXPECT_EQ(found.arms[1].customers, 0u);
}

}  // namespace
}  // namespace cxsim
