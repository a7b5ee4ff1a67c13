// The firm: its plan, its state from day to day, and what it offers customers today.
#pragma once

#include <string>
#include <vector>

#include "base/column_table.hpp"
#include "company/delivery.hpp"
#include "company/maturity.hpp"
#include "company/morale.hpp"
#include "company/queue.hpp"
#include "company/root_cause.hpp"
#include "model/online_review.hpp"

namespace cxsim {

enum class CareFor : unsigned char { nobody, top_value, bottom_value, random, everybody };

struct CompanyPlan {
  MaturitySettings maturity;
  StageTable stages;
  StageLevers chosen;  // NaN where the stage decides
  PolicyLevers policy;
  CareFor care_for = CareFor::nobody;
  int slides_from = 0;  // day from which an unfunded firm slides back
  DepartmentId cx_owner;
  DepartmentId recovery_department;
  TouchpointId sales_touchpoint;  // whose warmth colours unplanned encounters; may be none
  std::vector<Department> departments;
  std::vector<RootCause> root_causes;
  ConcertSettings concert;
  QueueSettings queue;
  MoraleSettings morale;
  OuterLoopSettings outer_loop;
  DeliverySettings delivery;
};

struct CompanyState {
  std::vector<DepartmentState> departments;
  std::vector<float> root_cause_levels;
  Hearing hearing;
  Reputation reputation;
  float unaware_of_advertising = 1;  // share of people whom advertising has not reached yet
};

// What a day left behind for the firm to work off.
struct DayLoad {
  std::vector<double> minutes;  // of service, one a department
  double bad_episodes = 0, heard = 0;
};

// What customers meet today; frozen while they act.
struct CompanyToday {
  Levers levers;
  std::vector<float> root_cause_levels;
  ColumnTable<Delivery> deliveries;  // one a touchpoint
  float sales_warmth = 0;            // emotional capability of unplanned encounters
};

Levers levers_on(int day, const CompanyPlan& plan);
CompanyState open_company(const CompanyPlan& plan, const OnlineReviewSettings& reviews);

// Morning: root causes move, advertising runs, and every touchpoint's delivery is worked out.
CompanyToday begin_day(const Levers& levers, const CompanyPlan& plan,
                       const std::vector<Touchpoint>& touchpoints, float bot_cost,
                       CompanyState& state);

// The same with the levers that follow from the plan.
inline CompanyToday begin_day(int day, const CompanyPlan& plan,
                              const std::vector<Touchpoint>& touchpoints, float bot_cost,
                              CompanyState& state) {
  return begin_day(levers_on(day, plan), plan, touchpoints, bot_cost, state);
}

// Evening: loads become waits and morale, feedback becomes hearing.
void end_day(int day, const CompanyPlan& plan, const Levers& levers, const DayLoad& load,
             CompanyState& state);

}  // namespace cxsim
