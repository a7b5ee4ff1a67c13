#include "analysis/studio/limits.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(Limits, AreReadFromText) {
  const auto limits = read_limits("request_time=400,connections=8,keep_alive=50");
  ASSERT_TRUE(limits);
  EXPECT_EQ(limits->request_time, std::chrono::milliseconds(400));
  EXPECT_EQ(limits->connections, 8U);
  EXPECT_EQ(limits->keep_alive, std::chrono::milliseconds(50));
  EXPECT_EQ(limits->head_bytes, Limits{}.head_bytes);
  EXPECT_TRUE(read_limits(""));
}

TEST(Limits, AreNothingElse) {
  for (const char* text :
       {"x=1", "request_time", "request_time=", "request_time=0", "=1", "=", "request_time=-1",
        "request_time=1s", "request_time=1,,", "request_time=99999999999999999999"})
    EXPECT_FALSE(read_limits(text)) << text;
}

}  // namespace
}  // namespace cxsim
