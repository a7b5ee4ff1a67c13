#include "company/delivery.hpp"

namespace cxsim {
namespace {

struct Together {
  float rational, emotional;
};

Together capability_at(const Touchpoint& t, float alignment, const DeliveryInputs& in) {
  std::array<float, most_named_things> rational{}, emotional{};
  const std::size_t count = in.departments.size();
  for (std::size_t d = 0; d < count; ++d) {
    const Department& department = in.departments[d];
    const DepartmentState& state = in.states[d];
    rational[d] = capability(in.levers.skill, department.skill_bonus, state.load, in.concert);
    const float empathy = shown_empathy(in.levers.empathy, state.morale, in.concert);
    emotional[d] = capability(empathy, department.empathy_bonus, state.load, in.concert);
  }
  return {in_concert(t.department_weights, {rational.data(), count}, alignment, in.concert),
          in_concert(t.department_weights, {emotional.data(), count}, alignment, in.concert)};
}

ByAnswerer quality_of(const Touchpoint& t, const Together& g, const DeliveryInputs& in) {
  const DeliverySettings& s = in.delivery;
  const float culture = in.levers.culture - s.bot_culture_reference;
  const float rational =
      t.quality.rational * (s.rational_base + s.rational_capability * g.rational);
  const float human_warmth =
      t.quality.emotional * (s.emotional_base + s.emotional_capability * g.emotional);
  const float bot_warmth = s.bot_emotional + s.bot_emotional_culture * culture;
  const float bot_rational = rational * (1.0f + s.bot_rational_culture * culture);
  const auto weighted = [&](float r, float e) {
    return t.levels.rational * as_share(r) + t.levels.emotional * as_share(e) +
           t.levels.sensorial * t.quality.sensorial;
  };
  return {weighted(rational, t.quality.emotional), weighted(rational, human_warmth),
          weighted(bot_rational, bot_warmth)};
}

ByAnswerer failure_of(const Touchpoint& t, const DeliveryInputs& in) {
  const DeliverySettings& s = in.delivery;
  const float cause = t.root_cause.exists() ? in.root_cause_levels[t.root_cause.index()] : 1.0f;
  const float skill = in.levers.skill + in.departments[t.owner.index()].skill_bonus;
  const float protection = exp(-s.skill_protection * (skill - s.skill_reference));
  const float bot = max_of(t.p_fail, s.bot_failure - s.bot_failure_culture * in.levers.culture);
  return {min_of(s.most_failure, t.p_fail * cause),
          min_of(s.most_failure, t.p_fail * protection * cause), min_of(s.most_failure, bot)};
}

}  // namespace

float alignment_at(const Touchpoint& t, const std::vector<Department>& departments, float alignment,
                   const ConcertSettings& s) {
  for (std::size_t d = 0; d < departments.size(); ++d)
    if (t.department_weights[d] > 0 && departments[d].external)
      return alignment * s.external_alignment;
  return alignment;
}

Delivery delivery_of(const Touchpoint& t, const DeliveryInputs& in) {
  const float alignment = alignment_at(t, in.departments, in.levers.alignment, in.concert);
  const bool staffed = t.human_share > 0;
  Delivery d;
  d.quality = quality_of(t, capability_at(t, alignment, in), in);
  d.failure_chance = failure_of(t, in);
  d.cost = {t.cost, t.cost, t.cost * in.bot_cost};
  d.physical = t.levels.physical * t.quality.physical;
  d.mean_wait = staffed && t.service_minutes > 0 ? in.states[t.owner.index()].wait : 0.0f;
  d.minutes = t.service_minutes;
  d.effort = t.effort;
  d.handoff_alignment = alignment;
  d.staffed = staffed;
  d.owner = t.owner;
  d.root_cause = t.root_cause;
  d.facets = {t.facets.product, t.facets.service, t.facets.ux, t.facets.brand};
  return d;
}

}  // namespace cxsim
