// The stage on the way up, at the top, and on the way down once nobody pays any more.
#include <gtest/gtest.h>

#include "interventions/day.hpp"

namespace cxsim {
namespace {

Intervention climb(float stage, float days_per_stage, float slide_days = 0, float duration = 0) {
  Intervention one = for_days(duration, from_day(10, usual(kinds::maturity_climb)));
  set(one, "stage", stage);
  set(one, "days_per_stage", days_per_stage);
  set(one, "slide_days", slide_days);
  return one;
}

float stage_under(const Intervention& one, std::int64_t day,
                  const Conditions& before = small_conditions()) {
  const Programme programme = of_small_firm({one});
  return day_of(programme, day, before).now.company.maturity.maturity_stage;
}

TEST(MaturityClimb, PassesThroughEveryStage) {
  const Intervention one = climb(6, 100);
  EXPECT_EQ(stage_under(one, 9), 3);
  EXPECT_EQ(stage_under(one, 10), 3);
  EXPECT_FLOAT_EQ(stage_under(one, 60), 3.5f);
  EXPECT_FLOAT_EQ(stage_under(one, 110), 4);
  EXPECT_FLOAT_EQ(stage_under(one, 210), 5);
  EXPECT_FLOAT_EQ(stage_under(one, 310), 6);
  EXPECT_EQ(stage_under(one, 5000), 6);
}

TEST(MaturityClimb, TakesTheLeversOfTheStageReached) {
  const Programme programme = of_small_firm({climb(6, 100)});
  const StageLevers stage_5 = levers_at(5, small_plan().stages);
  EXPECT_FLOAT_EQ(day_of(programme, 210).levers.culture, stage_5.culture);
  EXPECT_FLOAT_EQ(day_of(programme, 210).levers.programme_cost, stage_5.programme_cost);
}

TEST(MaturityClimb, CanLeadDown) {
  const Intervention one = climb(1, 100);
  EXPECT_FLOAT_EQ(stage_under(one, 60), 2.5f);
  EXPECT_EQ(stage_under(one, 400), 1);
}

TEST(MaturityClimb, GoesPartOfTheWayAtPartOfTheStrength) {
  Intervention half = climb(6, 100), double_strength = climb(4, 100);
  half.timing.effectiveness = .5f;
  EXPECT_FLOAT_EQ(stage_under(half, 5000), 4.5f);
  double_strength.timing.strength = 2;
  EXPECT_FLOAT_EQ(stage_under(double_strength, 5000), 5);
  double_strength.timing.strength = 9;
  EXPECT_EQ(stage_under(double_strength, 5000), 6) << "there is no seventh stage";
}

TEST(MaturityClimb, SlidesBackToWhereItCameFrom) {
  const Intervention one = climb(5, 100, 400, 200);
  EXPECT_FLOAT_EQ(stage_under(one, 210), 5);
  EXPECT_FLOAT_EQ(stage_under(one, 410), 4.5f);
  EXPECT_FLOAT_EQ(stage_under(one, 610), 4);
  EXPECT_EQ(stage_under(one, 1010), 3);
  EXPECT_EQ(stage_under(one, 5000), 3) << "no further";
}

TEST(MaturityClimb, StopsWhereFundingEnds) {
  const Intervention one = climb(6, 100, 0, 150);
  EXPECT_FLOAT_EQ(stage_under(one, 160), 4.5f);
  EXPECT_FLOAT_EQ(stage_under(one, 1000), 4.5f) << "and stays without a slide";
}

// A firm that slides by itself climbs from where it stands on the first day.
TEST(MaturityClimb, HaltsTheSlideOfTheFirm) {
  Conditions before = small_conditions();
  before.company.maturity = {4, 100};
  before.company.slides_from = 365;
  Intervention one = climb(5, 100);
  one.timing.start = 50;
  EXPECT_FLOAT_EQ(stage_under(one, 50, before), 3.5f);
  EXPECT_FLOAT_EQ(stage_under(one, 100, before), 4);
  EXPECT_FLOAT_EQ(stage_under(one, 500, before), 5);
  const Programme programme = of_small_firm({one});
  EXPECT_FLOAT_EQ(day_of(programme, 500, before).levers.culture,
                  levers_at(5, before.company.stages).culture)
      << "it does not slide while it is funded";
}

TEST(MaturityClimb, LeavesChosenLeversAlone) {
  Conditions before = small_conditions();
  before.company.chosen.culture = .11f;
  const Programme programme = of_small_firm({climb(6, 10)});
  EXPECT_EQ(day_of(programme, 400, before).levers.culture, .11f);
}

// One funded day does not hold up for ever what slides by itself.
TEST(MaturityClimb, SlidesOnWithAFirmThatSlides) {
  Conditions before = small_conditions();
  before.company.maturity.slide = 360;  // days a stage, from stage 3
  const Intervention one = climb(5, 100, 400, 200);
  EXPECT_NEAR(stage_under(one, 210, before), 3 - 10 / 360.f + 200 / 100.f, .05) << "funded";
  EXPECT_NEAR(stage_under(one, 610, before), stage_under(one, 210, before) - 1, .05);
  EXPECT_NEAR(stage_under(one, 5000, before), 1, 1e-6);
}

TEST(MaturityClimb, IsTheOnlyOneOfAnArm) {
  const auto both = Programme::of({climb(4, 100), climb(5, 100)}, small_firm_touchpoints(),
                                  small_firm_journeys());
  EXPECT_FALSE(both);
}

}  // namespace
}  // namespace cxsim
