#include "model/labels.hpp"

#include <gtest/gtest.h>

#include "people.hpp"

namespace cxsim {
namespace {

const LabelSettings s = defaults<LabelSettings>();

TEST(Labels, CallCultivatedWhoIsSatisfiedForHalfAYear) {
  EXPECT_TRUE(is_cultivated(181.0f, .21f, s));
  EXPECT_FALSE(is_cultivated(180.0f, .21f, s));
  EXPECT_FALSE(is_cultivated(181.0f, .20f, s));
}

TEST(Labels, CallAdvocateWhoPromotesAndHasSpoken) {
  EXPECT_TRUE(is_advocate(9.0f, 180.0f, s));
  EXPECT_FALSE(is_advocate(8.0f, 10.0f, s));
  EXPECT_FALSE(is_advocate(10.0f, 181.0f, s));
}

TEST(Labels, CallValueAdderWhoBringsMoreThanTheyCost) {
  EXPECT_TRUE(is_value_adder(100.0f, 64.0f, 0.0f, .65f));
  EXPECT_FALSE(is_value_adder(100.0f, 66.0f, 0.0f, .65f));
  EXPECT_TRUE(is_value_adder(100.0f, 66.0f, 80.0f, .65f));
}

TEST(Labels, FollowTheFieldsBoundaries) {
  EXPECT_EQ(s.promoter_score, 9.0f);
  EXPECT_EQ(s.detractor_score, 6.0f);
  EXPECT_NEAR(s.at_risk_look, .2, 1e-6);
}

}  // namespace
}  // namespace cxsim
