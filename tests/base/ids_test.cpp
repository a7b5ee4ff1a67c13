#include "base/ids.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace cxsim {
namespace {

TEST(Id, NamesNothingUntilItIsGivenANumber) {
  EXPECT_FALSE(TouchpointId().exists());
  EXPECT_FALSE(PersonId().exists());
  EXPECT_TRUE(TouchpointId(std::size_t{0}).exists());
  EXPECT_EQ(PersonId(std::size_t{100'000'000}).index(), 100'000'000u);
}

TEST(Id, HasRoomForEveryNamedThing) {
  EXPECT_TRUE(JourneyId(most_named_things - 1).exists());
  EXPECT_EQ(JourneyId(most_named_things - 1).index(), most_named_things - 1);
}

TEST(Id, ComparesByNumber) {
  EXPECT_EQ(SegmentId(std::size_t{2}), SegmentId(std::size_t{2}));
  EXPECT_LT(SegmentId(std::size_t{1}), SegmentId(std::size_t{2}));
}

TEST(Id, OfOneKindIsNoIdOfAnother) {
  EXPECT_FALSE((std::is_convertible_v<TouchpointId, JourneyId>));
  EXPECT_FALSE((std::is_constructible_v<TouchpointId, JourneyId>));
  EXPECT_FALSE((std::is_convertible_v<int, TouchpointId>));
}

}  // namespace
}  // namespace cxsim
