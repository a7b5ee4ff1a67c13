#include <gtest/gtest.h>

#include <cmath>

#include "support/chance.hpp"
#include "support/small_world.hpp"

namespace cxsim {
namespace {

World strangers(float advertising) {
  World w = small_world(20000, 720);
  silence(w);
  without_acquisition(w);
  w.segments[0].initial_share = 0;
  w.company.policy.advertising = advertising;
  return w;
}

// Without word of mouth, advertising alone: 1 - (1 - ad)^t know the firm after t days.
TEST(Awareness, FromAdvertisingAloneIsTheClosedForm) {
  constexpr double rate = .002;
  const RunResult result = run(ready(strangers(static_cast<float>(rate))), 0, {});
  ASSERT_EQ(result.months.size(), 24u);
  for (std::size_t month = 0; month < 24; ++month) {
    const double unaware = sum_of(result.months[month], SegmentSum::unaware);
    expect_count(unaware, 20000, std::pow(1 - rate, 30.0 * static_cast<double>(month + 1)));
    EXPECT_EQ(unaware + sum_of(result.months[month], SegmentSum::aware), 20000);
  }
}

TEST(Awareness, NeverComesWithoutAdvertisingAndTalk) {
  const RunResult result = run(ready(strangers(0)), 0, {});
  EXPECT_EQ(sum_of(result.months.back(), SegmentSum::unaware), 20000);
}

// One message is enough, whatever it says.
TEST(Awareness, ComesWithTheFirstWordHeard) {
  World w = strangers(0);
  w.simulation.days = 30;
  w.company.policy.encounters = 365;
  const RunResult result = run(ready(w), 0, {});
  const double left = 20000 * std::pow(1 - 1 / 20000.0, 29 * 20000.0);
  EXPECT_NEAR(sum_of(result.months[0], SegmentSum::unaware), left, 5);
}

}  // namespace
}  // namespace cxsim
