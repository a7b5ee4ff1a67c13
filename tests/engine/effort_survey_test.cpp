#include <gtest/gtest.h>

#include <cmath>

#include "support/chance.hpp"
#include "support/flatten.hpp"
#include "support/small_world.hpp"

namespace cxsim {
namespace {

RunResult asking(float response) {
  World w = small_world(800, 360);
  w.customer.survey.ces_response = response;
  return run_observed(ready(w));
}

bool is_effort(SegmentSum sum) {
  return sum == SegmentSum::ces_points || sum == SegmentSum::ces_answers;
}

TEST(EffortSurvey, IsAnsweredByItsShareOfCloses) {
  const RunResult result = asking(.3f);
  double closes = 0;
  for (const LifeEvent& e : result.events) closes += e.kind == LifeEventKind::close;
  expect_count(sum_of(result, SegmentSum::ces_answers), closes, .3);
}

// Each answer is a whole number from 1 to 7: asked every time, the mean of a month's closes is too.
TEST(EffortSurvey, GivesOneToSeven) {
  const RunResult result = asking(1);
  for (const Tally& month : result.months) {
    const double answers = sum_of(month, SegmentSum::ces_answers);
    const double points = sum_of(month, SegmentSum::ces_points);
    EXPECT_GT(answers, 0);
    EXPECT_EQ(points, std::floor(points));
    EXPECT_GE(points, answers);
    EXPECT_LE(points, 7 * answers);
  }
}

// 7.5 - .6 effort + .5 e, held within 1 to 7, of journeys whose effort the diary knows.
TEST(EffortSurvey, FallsWithEffort) {
  const RunResult result = asking(1);
  Sample expected;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::close) continue;
    double mean = 1;
    for (int level = 2; level <= 7; ++level)  // chance of at least this level
      mean += .5 * std::erfc((level - .5 - (7.5 - .6 * static_cast<double>(e.effort))) / .5 /
                             std::sqrt(2.0));
    expected.add(mean);
  }
  const double mean =
      sum_of(result, SegmentSum::ces_points) / sum_of(result, SegmentSum::ces_answers);
  const double answers = sum_of(result, SegmentSum::ces_answers);
  EXPECT_NEAR(mean, expected.mean(), strays * .6 / std::sqrt(answers));
}

TEST(EffortSurvey, ChangesNothingElse) {
  const RunResult off = asking(0), on = asking(1);
  EXPECT_EQ(sum_of(off, SegmentSum::ces_answers), 0);
  ASSERT_EQ(off.months.size(), on.months.size());
  for (std::size_t month = 0; month < off.months.size(); ++month) {
    for (int s = 0; s < static_cast<int>(SegmentSum::count); ++s) {
      const auto sum = static_cast<SegmentSum>(s);
      if (is_effort(sum)) continue;
      EXPECT_EQ(sum_of(off.months[month], sum), sum_of(on.months[month], sum)) << s;
    }
    Numbers quiet, asked;
    flatten(off.months[month].touchpoints, quiet);
    flatten(off.months[month].journeys, quiet);
    flatten(off.months[month].company, quiet);
    flatten(on.months[month].touchpoints, asked);
    flatten(on.months[month].journeys, asked);
    flatten(on.months[month].company, asked);
    EXPECT_EQ(quiet, asked);
  }
}

}  // namespace
}  // namespace cxsim
