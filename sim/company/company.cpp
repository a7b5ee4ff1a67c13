#include "company/company.hpp"

namespace cxsim {
namespace {

Ownership ownership_of(const RootCause& cause, const CompanyPlan& plan) {
  return cause.owner == plan.cx_owner ? Ownership::cx_owner : Ownership::other;
}

void move_root_causes(const CompanyPlan& plan, const Levers& levers, CompanyState& state) {
  const OuterLoopSettings& s = plan.outer_loop;
  const float hearing = min_of(1.0f, share_heard(state.hearing, s) / s.full_hearing);
  for (std::size_t k = 0; k < plan.root_causes.size(); ++k) {
    const LoopRates rates = loop_rates(levers, hearing, ownership_of(plan.root_causes[k], plan), s);
    state.root_cause_levels[k] = next_level(state.root_cause_levels[k], rates, s);
  }
}

// The warmth of a sales representative met outside any journey.
float sales_warmth(const CompanyPlan& plan, const Levers& levers, const CompanyState& state,
                   const std::vector<Touchpoint>& touchpoints) {
  if (!plan.sales_touchpoint.exists()) return 1.0f;
  const Touchpoint& t = touchpoints[plan.sales_touchpoint.index()];
  std::array<float, most_named_things> warmth{};
  for (std::size_t d = 0; d < plan.departments.size(); ++d) {
    const float empathy = shown_empathy(levers.empathy, state.departments[d].morale, plan.concert);
    warmth[d] = capability(empathy, plan.departments[d].empathy_bonus, state.departments[d].load,
                           plan.concert);
  }
  return in_concert(t.department_weights, {warmth.data(), plan.departments.size()},
                    alignment_at(t, plan.departments, levers.alignment, plan.concert),
                    plan.concert);
}

}  // namespace

Levers levers_on(int day, const CompanyPlan& plan) {
  const auto since = static_cast<float>(day - plan.slides_from);
  const float stage = stage_on(max_of(0.0f, since), plan.maturity);
  return {with_choices(levers_at(stage, plan.stages), plan.chosen), plan.policy};
}

CompanyState open_company(const CompanyPlan& plan, const OnlineReviewSettings& reviews) {
  CompanyState state;
  for (const Department& department : plan.departments)
    state.departments.push_back(open_department(department, plan.queue));
  const Levers levers = levers_on(0, plan);
  // Whoever owns customer experience, the first day starts from what alignment alone allows.
  const LoopRates rates =
      loop_rates(levers, plan.outer_loop.initial_hearing, Ownership::other, plan.outer_loop);
  state.root_cause_levels.assign(plan.root_causes.size(), initial_level(rates, plan.outer_loop));
  state.reputation = {reviews.initial_reputation, reviews.initial_count};
  return state;
}

CompanyToday begin_day(const Levers& levers, const CompanyPlan& plan,
                       const std::vector<Touchpoint>& touchpoints, float bot_cost,
                       CompanyState& state) {
  CompanyToday today;
  today.levers = levers;
  move_root_causes(plan, today.levers, state);
  for (std::size_t k = 0; k < plan.root_causes.size(); ++k)
    today.root_cause_levels.push_back(state.root_cause_levels[k] * plan.root_causes[k].factor);
  state.unaware_of_advertising *= 1.0f - today.levers.advertising;
  const DeliveryInputs inputs{plan.departments, state.departments, today.root_cause_levels,
                              today.levers,     plan.concert,      plan.delivery,
                              bot_cost};
  std::vector<Delivery> deliveries;
  deliveries.reserve(touchpoints.size());
  for (const Touchpoint& touchpoint : touchpoints)
    deliveries.push_back(delivery_of(touchpoint, inputs));
  today.deliveries = ColumnTable<Delivery>(std::move(deliveries));
  today.sales_warmth = sales_warmth(plan, today.levers, state, touchpoints);
  return today;
}

void end_day(int day, const CompanyPlan& plan, const Levers& levers, const DayLoad& load,
             CompanyState& state) {
  for (std::size_t d = 0; d < plan.departments.size(); ++d) {
    const float staffing = levers.staffing * plan.departments[d].staffing;
    work_off(state.departments[d], static_cast<float>(load.minutes[d]), staffing, day, plan.queue);
    move_morale(state.departments[d], levers.culture, plan.morale);
  }
  listen(state.hearing, static_cast<float>(load.bad_episodes), static_cast<float>(load.heard),
         plan.outer_loop);
}

}  // namespace cxsim
