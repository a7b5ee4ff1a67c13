#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/chance.hpp"
#include "support/small_world.hpp"

namespace cxsim {
namespace {

RunResult with_announced(float share) {
  World w = small_world(1500, 360);
  without_churn(w);
  without_acquisition(w);
  w.segments[0].initial_share = 1;
  w.journeys[fix.index()].days_between = 15;
  w.company.queue.initial_wait = 25;
  w.company.queue.opening_days = 400;  // the wait stays as it is
  w.company.policy.announced_waits = share;
  return run_observed(ready(w));
}

double mean_perceived(const RunResult& result) {
  Sample sample;
  for (const LifeEvent& e : result.events)
    if (e.kind == LifeEventKind::contact && e.touchpoint == call)
      sample.add(static_cast<double>(e.experience.perceived));
  return sample.mean();
}

// On day 0 both firms meet the same people in the same mood; only the wait is felt differently.
TEST(AnnouncedWaits, ArePerceivedAsLongAsTheyAre) {
  const RunResult plain = with_announced(0), announced = with_announced(1);
  std::map<std::uint32_t, LifeEvent> first;
  for (const LifeEvent& e : plain.events)
    if (e.kind == LifeEventKind::contact && e.day == 0 && e.touchpoint == call)
      first.emplace(e.person.value, e);
  int compared = 0;
  for (const LifeEvent& e : announced.events) {
    if (e.kind != LifeEventKind::contact || e.day != 0 || e.touchpoint != call) continue;
    const LifeEvent& other = first.at(e.person.value);
    ASSERT_EQ(e.wait, other.wait);
    const double wait = e.wait;
    EXPECT_NEAR(e.experience.delivered - other.experience.delivered,
                .25 * .8 * (std::exp(-wait / 45) - std::exp(-1.36 * wait / 45)), 2e-6);
    ++compared;
  }
  EXPECT_GT(compared, 5);
}

TEST(AnnouncedWaits, RaiseWhatIsPerceivedAndRecommended) {
  const RunResult plain = with_announced(0), announced = with_announced(1);
  EXPECT_GT(mean_perceived(announced), mean_perceived(plain) + .01);
  const auto promoters_less_detractors = [](const RunResult& result) {
    return sum_of(result.months.back(), SegmentSum::promoters) -
           sum_of(result.months.back(), SegmentSum::detractors);
  };
  EXPECT_GT(promoters_less_detractors(announced), promoters_less_detractors(plain));
}

}  // namespace
}  // namespace cxsim
