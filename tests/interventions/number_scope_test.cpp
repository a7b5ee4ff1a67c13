// Numbers of departments, touchpoints, journeys and root causes move where they are in scope.
#include <gtest/gtest.h>

#include "interventions/day.hpp"

namespace cxsim {
namespace {

TEST(NumberScope, OfDepartments) {
  Intervention one = bare(kinds::training, "skill", .1f);
  one.scope.departments.add(technology);
  const Programme programme = of_small_firm({one});
  const Day today = day_of(programme, 0);
  EXPECT_EQ(today.now.company.departments[service.index()].skill_bonus, 0);
  EXPECT_EQ(today.now.company.departments[technology.index()].skill_bonus, .1f);
}

TEST(NumberScope, OfTouchpoints) {
  Intervention one = bare(kinds::outage, "p_fail", 2);
  one.scope.touchpoints.add(web);
  one.scope.touchpoints.add(use);
  const Programme programme = of_small_firm({one});
  const Day today = day_of(programme, 0);
  for (std::size_t t = 0; t < today.now.touchpoints.size(); ++t) {
    const bool in_scope = t == web.index() || t == use.index();
    EXPECT_FLOAT_EQ(today.now.touchpoints[t].p_fail, in_scope ? .1f : .05f) << t;
  }
}

TEST(NumberScope, OfTheTouchpointsThatDepartmentsOwn) {
  Intervention one = bare(kinds::touchpoint_quality, "rational", -.2f);
  one.scope.departments.add(service);
  const Programme programme = of_small_firm({one});
  const Day today = day_of(programme, 0);
  for (const Touchpoint& t : today.now.touchpoints)
    EXPECT_FLOAT_EQ(t.quality.rational, t.owner == service ? .6f : .8f) << t.name;
}

TEST(NumberScope, OfJourneys) {
  Intervention one = bare(kinds::demand_surge, "demand", 2);
  one.scope.journeys.add(fix);
  const Programme programme = of_small_firm({one});
  const Day today = day_of(programme, 0);
  EXPECT_EQ(today.now.journeys[fix.index()].days_between, 60);
  EXPECT_EQ(today.now.journeys[using_it.index()].days_between, 7);
}

TEST(NumberScope, OfRootCauses) {
  Intervention one = bare(kinds::outer_loop, "level", .5f);
  one.scope.root_causes.add(RootCauseId(std::size_t{1}));
  const Programme programme = of_small_firm({one});
  const Day today = day_of(programme, 0);
  EXPECT_EQ(today.now.company.root_causes[0].factor, 1);
  EXPECT_EQ(today.now.company.root_causes[1].factor, .5f);
}

TEST(NumberScope, LeavesAllOtherNumbersAlone) {
  const Programme programme = of_small_firm({bare(kinds::touchpoint_quality, "effort", 3)});
  const Day today = day_of(programme, 0);
  const Conditions was = small_conditions();
  for (std::size_t t = 0; t < was.touchpoints.size(); ++t) {
    const Touchpoint &now = today.now.touchpoints[t], &before = was.touchpoints[t];
    EXPECT_EQ(now.effort, 3 * before.effort);
    EXPECT_EQ(now.p_fail, before.p_fail);
    EXPECT_EQ(now.cost, before.cost);
    EXPECT_EQ(now.quality.physical, before.quality.physical);
  }
}

}  // namespace
}  // namespace cxsim
