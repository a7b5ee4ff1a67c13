#include "analysis/explain/action.hpp"

#include <algorithm>

#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

template <class Id, class Thing>
void add_names(std::vector<std::string>& names, const Some<Id>& some,
               const std::vector<Thing>& things) {
  for (std::size_t i = 0; i < things.size() && !some.all(); ++i)
    if (some.has(Id(i))) names.push_back(things[i].name);
}

void add_tiers(std::vector<std::string>& names, const Some<ValueTierId>& tiers) {
  constexpr const char* words[] = {"bottom-value", "middle-value", "top-value"};
  for (std::size_t i = 0; i < std::size(words) && !tiers.all(); ++i)
    if (tiers.has(ValueTierId(i))) names.push_back(std::string(words[i]) + " customers");
}

std::vector<std::string> names_of(const Scope& scope, const World& world) {
  std::vector<std::string> names;
  add_names(names, scope.departments, world.company.departments);
  add_names(names, scope.touchpoints, world.touchpoints);
  add_names(names, scope.journeys, world.journeys);
  add_names(names, scope.root_causes, world.company.root_causes);
  add_names(names, scope.segments, world.segments);
  add_tiers(names, scope.value_tiers);
  return names;
}

std::vector<ActionNumber> numbers_of(const Intervention& one) {
  std::vector<ActionNumber> numbers;
  const auto add = [&](const auto& row, const Change& change, bool moves) {
    numbers.push_back(
        {std::string(row.key), std::string(row.unit), std::string(row.meaning), change, moves});
  };
  for (std::size_t h = 0; h < one.changes.size(); ++h)
    if (one.changes[h].does_anything()) add(one.kind->handles[h], one.changes[h], true);
  for (std::size_t k = 0; k < one.parameters.size(); ++k)
    add(one.kind->parameters[k], {Operation::move_to, one.parameters[k]}, false);
  return numbers;
}

Action action_of(const Intervention& one, const World& world) {
  const JourneyRedesign& redesign = one.redesign;
  const bool redesigns = one.kind->redesigns_a_journey && redesign.journey.exists();
  return {one.name,
          one.title,
          std::string(one.kind->name),
          one.kind->nature,
          one.timing,
          numbers_of(one),
          names_of(one.scope, world),
          static_cast<double>(one.scope.share),
          redesigns ? world.journeys[redesign.journey.index()].name : ""};
}

}  // namespace

std::vector<Action> actions_of(const Scenario& scenario, const std::string& arm) {
  std::vector<Action> actions;
  for (const Arm& one : scenario.arms) {
    if (one.name != arm) continue;
    for (const Intervention& intervention : one.programme.interventions())
      actions.push_back(action_of(intervention, scenario.world));
  }
  return actions;
}

}  // namespace cxsim
