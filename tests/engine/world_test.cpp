#include "engine/world.hpp"

#include <gtest/gtest.h>

#include "support/scene.hpp"

namespace cxsim {
namespace {

World with_weights(std::vector<float> weights, std::int64_t people) {
  World w = small_world(people, 30);
  w.segments.assign(weights.size(), defaults<Segment>());
  for (std::size_t s = 0; s < weights.size(); ++s) w.segments[s].weight = weights[s];
  return ready(w);
}

TEST(Segments, ArePeopleOfNeighbouringIdsByWeight) {
  const World w = with_weights({1, 3, .5f, .5f}, 1000);
  std::vector<int> sizes(4);
  SegmentId before(std::size_t{0});
  for (std::size_t p = 0; p < 1000; ++p) {
    const SegmentId segment = segment_of(PersonId(p), w);
    EXPECT_GE(segment, before);
    ++sizes[segment.index()];
    before = segment;
  }
  EXPECT_EQ(sizes, (std::vector<int>{200, 600, 100, 100}));
}

TEST(Segments, TakeEverybodyWhateverTheRounding) {
  const World w = with_weights({1, 1, 1}, 100);
  EXPECT_EQ(segment_of(PersonId(std::size_t{0}), w).index(), 0u);
  EXPECT_EQ(segment_of(PersonId(std::size_t{99}), w).index(), 2u);
  EXPECT_EQ(w.segment_ends.back(), 100u);
}

TEST(Segments, MayBeTooSmallForAnybody) {
  const World w = with_weights({1, .001f, 1}, 10);
  for (std::size_t p = 0; p < 10; ++p)
    EXPECT_EQ(segment_of(PersonId(p), w).index(), p < 5 ? 0u : 2u) << p;
}

TEST(World, KnowsTheJourneyThatAcquires) {
  EXPECT_EQ(ready(small_world(10, 30)).acquiring, join);
  World none = small_world(10, 30);
  none.journeys.erase(none.journeys.begin());
  none.journeys[0].spawns = JourneyId();
  EXPECT_FALSE(ready(none).acquiring.exists());
}

TEST(Market, RaisesItsStandardFromDayZero) {
  const MarketSettings market = defaults<MarketSettings>();
  EXPECT_FLOAT_EQ(market_expectation_at(0, market), .72f);
  EXPECT_FLOAT_EQ(market_expectation_at(730, market), .74f);
}

TEST(DueDate, IsTheWholeDayOfTheGap) {
  const Scene scene(small_world(10, 30));
  EXPECT_EQ(due_after(scene.today(10), 1.0f), 11);
  EXPECT_EQ(due_after(scene.today(10), 1.999f), 11);
  EXPECT_EQ(due_after(scene.today(10), 2.0f), 12);
  EXPECT_LT(due_after(scene.today(36500), 1e30f), never);
}

}  // namespace
}  // namespace cxsim
