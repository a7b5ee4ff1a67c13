#include "interventions/change.hpp"

#include <gtest/gtest.h>

namespace cxsim {
namespace {

TEST(Change, AddsMultipliesOrMovesToATarget) {
  EXPECT_EQ(changed(3, {Operation::add, 2}, 1), 5);
  EXPECT_EQ(changed(3, {Operation::multiply, 2}, 1), 6);
  EXPECT_EQ(changed(3, {Operation::move_to, 2}, 1), 2);
}

TEST(Change, GoesHalfTheWayAtHalfTheStrength) {
  EXPECT_EQ(changed(3, {Operation::add, 2}, .5f), 4);
  EXPECT_EQ(changed(3, {Operation::multiply, 2}, .5f), 4.5f);
  EXPECT_EQ(changed(3, {Operation::move_to, 2}, .5f), 2.5f);
}

TEST(Change, LeavesTheNumberAtNoStrength) {
  for (const Operation operation : {Operation::add, Operation::multiply, Operation::move_to})
    EXPECT_EQ(changed(.37f, {operation, .83f}, 0), .37f);
}

TEST(Change, OvershootsBeyondFullStrength) {
  EXPECT_EQ(changed(3, {Operation::add, 2}, 2), 7);
  EXPECT_EQ(changed(3, {Operation::multiply, 2}, 2), 9);
  EXPECT_EQ(changed(3, {Operation::move_to, 2}, 2), 1);
}

TEST(Change, DoesNothingUnlessAnAmountIsStated) {
  EXPECT_FALSE(Change{}.does_anything());
  EXPECT_TRUE((Change{Operation::add, 0}.does_anything()));
}

}  // namespace
}  // namespace cxsim
