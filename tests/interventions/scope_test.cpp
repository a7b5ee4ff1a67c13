#include "interventions/scope.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(Some, OfNothingIsAll) {
  const Some<TouchpointId> all;
  EXPECT_TRUE(all.all());
  EXPECT_TRUE(all.has(TouchpointId(std::size_t{7})));
  EXPECT_TRUE(all.has(TouchpointId())) << "even what does not exist";
  EXPECT_FALSE(all.first().exists());
}

TEST(Some, HoldsWhatWasAdded) {
  Some<TouchpointId> some;
  some.add(TouchpointId(std::size_t{most_named_things - 1}));
  some.add(TouchpointId(std::size_t{3}));
  EXPECT_FALSE(some.all());
  EXPECT_TRUE(some.has(TouchpointId(std::size_t{3})));
  EXPECT_TRUE(some.has(TouchpointId(std::size_t{most_named_things - 1})));
  EXPECT_FALSE(some.has(TouchpointId(std::size_t{4})));
  EXPECT_FALSE(some.has(TouchpointId()));
  EXPECT_EQ(some.first(), TouchpointId(std::size_t{3}));
}

TEST(Scope, IsAboutPeopleOnceItLeavesSomeOut) {
  Scope scope;
  EXPECT_FALSE(scope.is_about_people());
  scope.departments.add(DepartmentId(std::size_t{0}));
  scope.touchpoints.add(TouchpointId(std::size_t{0}));
  EXPECT_FALSE(scope.is_about_people());
  Scope segment, tier, share;
  segment.segments.add(SegmentId(std::size_t{0}));
  tier.value_tiers.add(ValueTierId(std::size_t{2}));
  share.share = .999f;
  for (const Scope& s : {segment, tier, share}) EXPECT_TRUE(s.is_about_people());
}

TEST(ScopeKeys, AreABitEach) {
  constexpr ScopeKeys two = ScopeKey::journeys | ScopeKey::share;
  EXPECT_TRUE(allows(two, ScopeKey::journeys));
  EXPECT_TRUE(allows(two, ScopeKey::share));
  for (const ScopeKey other : {ScopeKey::departments, ScopeKey::touchpoints, ScopeKey::root_causes,
                               ScopeKey::segments, ScopeKey::value_tiers})
    EXPECT_FALSE(allows(two, other));
  EXPECT_FALSE(allows(nowhere_special, ScopeKey::share));
}

}  // namespace
}  // namespace cxsim
