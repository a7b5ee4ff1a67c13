#include <gtest/gtest.h>

#include <map>
#include <utility>

#include "support/frozen.hpp"

namespace cxsim {
namespace {

RunResult with_technology(float share) {
  World w = small_world(500, 360);
  without_churn(w);
  w.company.policy.technology = share;
  return run_observed(ready(w));
}

// A bot answers first where people work; who comes again after a failure is answered by a human.
TEST(Bots, AnswerFirstTriesOnly) {
  const RunResult result = with_technology(1);
  std::map<std::uint32_t, LifeEvent> last;
  double bots = 0, again = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::contact) continue;
    const LifeEvent before = std::exchange(last[e.person.value], e);
    if (e.touchpoint != call && e.touchpoint != contract) {
      EXPECT_EQ(e.answered_by, AnsweredBy::nobody);
      continue;
    }
    const bool tried = e.number > 1 && before.touchpoint == e.touchpoint && !before.success;
    EXPECT_EQ(e.answered_by, tried ? AnsweredBy::human : AnsweredBy::bot);
    bots += e.answered_by == AnsweredBy::bot;
    again += tried;
  }
  EXPECT_GT(bots, 100);
  EXPECT_GT(again, 10);
  EXPECT_EQ(bots, sum_of(result, TouchpointSum::bot_contacts));
}

TEST(Bots, CostAShareAndTakeNoMinutes) {
  const RunResult result = with_technology(1);
  double cost = 0, minutes = 0;
  for (const LifeEvent& e : result.events) {
    if (e.kind != LifeEventKind::contact) continue;
    const double price = e.touchpoint == call ? 7 : 4;
    if (e.answered_by == AnsweredBy::bot) {
      cost += .15 * price;
      EXPECT_EQ(e.wait, 0);
    }
    if (e.answered_by == AnsweredBy::human) {
      cost += price;
      minutes += e.touchpoint == call ? 10 : 8;
    }
  }
  EXPECT_NEAR(sum_of(result, SegmentSum::contact_cost), cost, .01);
  double worked = 0;
  for (const Tally& month : result.months)
    worked += month.departments.value(service.index(), DepartmentSum::minutes);
  EXPECT_NEAR(worked, minutes + 20 * sum_of(result, CompanySum::recoveries), .01);
}

TEST(Bots, AnswerNobodyWhereThereAreNone) {
  EXPECT_EQ(sum_of(with_technology(0), TouchpointSum::bot_contacts), 0);
}

}  // namespace
}  // namespace cxsim
