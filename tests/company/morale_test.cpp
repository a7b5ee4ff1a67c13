#include "company/morale.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cxsim {
namespace {

const MoraleSettings settings = defaults<MoraleSettings>();

DepartmentState state_at(float morale, float load) { return {morale, load, 1, 0, 0}; }

float morale_after(int days, float culture, float load, float start) {
  DepartmentState state = state_at(start, load);
  for (int day = 0; day < days; ++day) move_morale(state, culture, settings);
  return state.morale;
}

TEST(Morale, SettlesWhereCultureAndLoadPutIt) {
  const struct {
    float culture, load, settled;
  } cases[] = {{.35f, .7f, .6f}, {.92f, .7f, .771f}, {.15f, .85f, .54f},
               {.35f, 1, .48f},  {0, 1.5f, 0},       {.35f, 1.5f, .08f}};
  for (const auto& c : cases)
    for (const float start : {0.0f, 1.0f})
      EXPECT_NEAR(morale_after(2000, c.culture, c.load, start), c.settled, 1e-4)
          << c.culture << ' ' << c.load;
}

TEST(Morale, MovesByItsShareOfTheWayEachDay) {
  for (const int days : {1, 10, 60, 365}) {
    const double left = std::pow(1 - .0115, days);
    EXPECT_NEAR(morale_after(days, .35f, .7f, 1), .6 + .4 * left, 2e-5) << days;
  }
}

TEST(Morale, StaysWhereItIsSettled) {
  EXPECT_FLOAT_EQ(morale_after(500, settings.culture_reference, .5f, settings.neutral), .6f);
}

}  // namespace
}  // namespace cxsim
