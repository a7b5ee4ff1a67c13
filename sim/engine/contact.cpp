#include "engine/contact.hpp"

namespace cxsim {
namespace {

bool is_chosen_for_care(const Somebody& one, const Today& today) {
  switch (today.world.company.care_for) {
    case CareFor::nobody:
      return false;
    case CareFor::everybody:
      return true;
    case CareFor::top_value:
      return value_tier(one, today) == ValueTier::top;
    case CareFor::bottom_value:
      return value_tier(one, today) == ValueTier::bottom;
    case CareFor::random:
      return Luck(today.key, one.id.value, 0)
          .happens(Decision::chosen_for_care, today.world.customer.care.random_share);
  }
  return false;
}

}  // namespace

float care_for(const Somebody& one, const Today& today) {
  const float care = today.company.levers.care;
  const float everybodys = care > 0 && is_chosen_for_care(one, today) ? care : 0.0f;
  if (!has_particular_levers(today)) return everybodys;
  return particular_lever(everybodys, &Levers::care, today.plans->particular,
                          [&](const Scope& scope) { return concerns_contact(scope, one, today); });
}

float care_given_here(const Somebody& one, const Today& today) {
  float most = today.company.levers.care;
  if (today.plans == nullptr) return most;
  for (const ParticularChange& change : today.plans->particular)
    if (change.lever == &Levers::care && is_here(*change.scope, one) && change.scope->share > 0)
      most = max_of(
          most, min_of(1.0f, changed(today.company.levers.care, change.change, change.strength)));
  return most;
}

}  // namespace cxsim
