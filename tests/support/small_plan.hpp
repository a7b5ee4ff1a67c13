// The small firm's plan: stage 3, two departments, a root cause each, and service in charge.
#pragma once

#include "company/company.hpp"
#include "support/small_firm.hpp"

namespace cxsim {

inline Department department(std::string name) {
  Department d = defaults<Department>();
  d.name = d.title = std::move(name);
  return d;
}

inline CompanyPlan small_plan() {
  CompanyPlan plan{};
  plan.maturity = defaults<MaturitySettings>();
  for (std::size_t k = 0; k < stage_count; ++k) plan.stages[k] = default_stages[k].levers;
  plan.chosen = defaults<StageLevers>();
  plan.policy = defaults<PolicyLevers>();
  plan.cx_owner = plan.recovery_department = service;
  plan.departments = {department("service"), department("technology")};
  plan.root_causes = {{"habits", "Habits", service}, {"faults", "Faults", technology}};
  plan.concert = defaults<ConcertSettings>();
  plan.queue = defaults<QueueSettings>();
  plan.morale = defaults<MoraleSettings>();
  plan.outer_loop = defaults<OuterLoopSettings>();
  plan.delivery = defaults<DeliverySettings>();
  return plan;
}

}  // namespace cxsim
