#include "analysis/explain/assumption.hpp"

#include <algorithm>

namespace cxsim {
namespace {

constexpr std::string_view margin = "money.margin";

bool is_unproven(const Assumption& one) {
  return one.tag == Tag::assumption || one.tag == Tag::derived || one.key == margin;
}

bool is_known(const std::vector<Assumption>& all, std::string_view key) {
  return std::any_of(all.begin(), all.end(),
                     [key](const Assumption& one) { return one.key == key; });
}

void add_setting(std::vector<Assumption>& chosen, const std::vector<Assumption>& settings,
                 std::string_view key) {
  for (const Assumption& one : settings)
    if (one.key == key && is_unproven(one) && one.low < one.high && !is_known(chosen, key))
      chosen.push_back(one);
}

void add_effectiveness(std::vector<Assumption>& chosen, const Intervention& one) {
  Assumption effectiveness = effectiveness_of(one);
  if (!is_known(chosen, effectiveness.key)) chosen.push_back(std::move(effectiveness));
}

}  // namespace

std::vector<Assumption> assumptions_of(const Scenario& scenario, const Arm& arm,
                                       const Arm& against) {
  const std::vector<Assumption> settings = number_settings(scenario.world);
  std::vector<Assumption> chosen;
  for (const Arm* one : {&arm, &against})
    for (const Intervention& intervention : one->programme.interventions())
      for (const std::string_view key : intervention.kind->leans_on)
        add_setting(chosen, settings, key);
  for (const std::string_view key : leant_on_by_all) add_setting(chosen, settings, key);
  for (const Arm* one : {&arm, &against})
    for (const Intervention& intervention : one->programme.interventions())
      add_effectiveness(chosen, intervention);
  return chosen;
}

}  // namespace cxsim
