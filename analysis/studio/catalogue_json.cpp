// Every kind of intervention and shock, for whoever wants to add one to a scenario.
#include "analysis/studio/controls_json.hpp"
#include "analysis/studio/intervention_controls.hpp"
#include "interventions/catalogue.hpp"
#include "scenario/intervention_reader.hpp"

namespace cxsim {
namespace {

template <class Things>
Json names_json(const Things& things) {
  Json list = Json::array();
  for (const auto& thing : things)
    list.push_back(
        {{"name", thing.name}, {"title", thing.title.empty() ? thing.name : thing.title}});
  return list;
}

Json places_json(const World& world) {
  Json tiers = Json::array();
  for (const char* tier : {"top", "middle", "bottom"})
    tiers.push_back({{"name", tier}, {"title", tier}});
  return {{"departments", names_json(world.company.departments)},
          {"touchpoints", names_json(world.touchpoints)},
          {"journeys", names_json(world.journeys)},
          {"root_causes", names_json(world.company.root_causes)},
          {"segments", names_json(world.segments)},
          {"value_tiers", std::move(tiers)}};
}

Json scopes_json(const Kind& kind) {
  Json list = Json::array();
  for (const ScopeName& scope : scope_keys())
    if (allows(kind.scopes, scope.which)) list.push_back(scope.key);
  return list;
}

// What a table with name and kind alone lacks; empty if nothing.
std::string_view needs_of(const Intervention& one) {
  const Kind& kind = *one.kind;
  const std::string_view refused = kind.refusal != nullptr ? kind.refusal(one) : "";
  if (!refused.empty()) return refused;
  for (const Change& change : one.changes)
    if (change.does_anything()) return {};
  const bool acts = kind.act != nullptr || kind.happening != nullptr || kind.redesigns_a_journey;
  return acts ? std::string_view() : "it changes nothing until one of its own numbers is set";
}

Json kind_json(const Kind& kind, const Surroundings& around) {
  const Intervention one = usual(kind);
  const auto number = [](std::string_view name, const Change*) { return std::string(name); };
  return {{"name", kind.name},
          {"title", kind.title},
          {"nature", name_of(kind.nature)},
          {"meaning", kind.meaning},
          {"scopes", scopes_json(kind)},
          {"needs", needs_of(one)},
          {"controls", intervention_controls(one, around, number, LeftAlone::shown)}};
}

}  // namespace

Json catalogue_json(const Scenario& scenario) {
  Json kinds = Json::array();
  for (const Kind* kind : catalogue())
    kinds.push_back(kind_json(*kind, surroundings_in(scenario.world)));
  return {{"kinds", std::move(kinds)}, {"places", places_json(scenario.world)}};
}

}  // namespace cxsim
