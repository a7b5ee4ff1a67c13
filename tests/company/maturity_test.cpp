#include "company/maturity.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cxsim {
namespace {

StageTable table() {
  StageTable stages;
  for (std::size_t k = 0; k < stage_count; ++k) stages[k] = default_stages[k].levers;
  return stages;
}

// Each lever's name and where it stands.
template <class Visit>
void for_each_lever(Visit visit) {
  for (const auto& row : settings_of<StageLevers>)
    visit(row.key, std::get<float StageLevers::*>(row.member));
}

TEST(Stages, AreTheTablesOwnRows) {
  for (std::size_t k = 0; k < stage_count; ++k) {
    const StageLevers levers = levers_at(static_cast<float>(k + 1), table());
    for_each_lever([&](auto name, auto lever) {
      EXPECT_EQ(levers.*lever, default_stages[k].levers.*lever) << name << " at " << k + 1;
    });
  }
}

TEST(Stages, HoldTheNumbersOfTheScale) {
  const StageLevers third = levers_at(3, table());
  EXPECT_EQ(third.alignment, .40f);
  EXPECT_EQ(third.culture, .38f);
  EXPECT_EQ(third.feedback, .12f);
  EXPECT_EQ(third.analytics, .40f);
  EXPECT_EQ(third.inner, .55f);
  EXPECT_EQ(third.inner_delay, 5);
  EXPECT_EQ(third.outer, .25f);
  EXPECT_EQ(third.skill, .70f);
  EXPECT_EQ(third.empathy, .67f);
  EXPECT_EQ(third.programme_cost, .15f);
}

TEST(Stages, InterpolateBetweenNeighbours) {
  for (const float share : {.25f, .5f, .9f})
    for (int lower = 1; lower < 6; ++lower) {
      const StageLevers levers = levers_at(static_cast<float>(lower) + share, table());
      const auto k = static_cast<std::size_t>(lower - 1);
      for_each_lever([&](auto name, auto lever) {
        const float from = default_stages[k].levers.*lever,
                    to = default_stages[k + 1].levers.*lever;
        EXPECT_NEAR(levers.*lever, from + share * (to - from), 1e-5) << name;
      });
    }
}

TEST(Stages, EndAtTheFirstAndTheSixth) {
  for_each_lever([&](auto name, auto lever) {
    EXPECT_EQ(levers_at(-3, table()).*lever, default_stages[0].levers.*lever) << name;
    EXPECT_EQ(levers_at(9, table()).*lever, default_stages[5].levers.*lever) << name;
  });
}

TEST(Slide, IsOffUnlessAsked) {
  const MaturitySettings steady = defaults<MaturitySettings>();
  EXPECT_EQ(stage_on(0, steady), 3);
  EXPECT_EQ(stage_on(5000, steady), 3);
}

TEST(Slide, LosesAStageInItsTimeAndEndsAtTheFirst) {
  const MaturitySettings sliding{4, 540};
  EXPECT_EQ(stage_on(0, sliding), 4);
  EXPECT_FLOAT_EQ(stage_on(270, sliding), 3.5f);
  EXPECT_FLOAT_EQ(stage_on(540, sliding), 3);
  EXPECT_EQ(stage_on(1620, sliding), 1);
  EXPECT_EQ(stage_on(9999, sliding), 1);
}

TEST(Choices, TakeTheirLeverOverTheStage) {
  StageLevers chosen = defaults<StageLevers>();
  chosen.culture = .9f;
  chosen.outer = 0;
  const StageLevers stage = levers_at(2, table());
  const StageLevers levers = with_choices(stage, chosen);
  for_each_lever([&](auto name, auto lever) {
    const bool taken = name == "culture" || name == "outer";
    EXPECT_EQ(levers.*lever, (taken ? chosen : stage).*lever) << name;
  });
}

}  // namespace
}  // namespace cxsim
