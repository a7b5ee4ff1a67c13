// The explanation as programs read it: every step with every term.
#include "analysis/explain/explanation.hpp"

namespace cxsim {
namespace {

Json json_of(const Term& term) {
  return {{"title", term.title},
          {"against", cxsim::json_of(term.against)},
          {"arm", cxsim::json_of(term.arm)},
          {"change", cxsim::json_of(term.change)}};
}

Json json_of(const Step& step) {
  const StepHeading& h = step.heading;
  Json json{{"title", h.title},
            {"unit", h.format.percent ? "share" : h.unit},
            {"months", {step.months.from + 1, step.months.to}},
            {"total", step.total ? json_of(*step.total) : Json(nullptr)}};
  json["terms"] = Json::object();
  for (const Term& term : step.terms) json["terms"][term.name] = json_of(term);
  return json;
}

Json json_of(const std::vector<Action>& actions) {
  Json json = Json::array();
  for (const Action& action : actions) json.push_back(json_of(action));
  return json;
}

}  // namespace

Json json_of(const Explanation& e) {
  Json json{{"title", e.facts.title},
            {"arm", e.arm},
            {"against", e.against},
            {"pairs", e.pairs},
            {"currency", e.facts.currency},
            {"decision_day", decision_day(e.facts)},
            {"sentences", sentences(e)},
            {"does", json_of(e.actions)},
            {"against_does", json_of(e.actions_against)}};
  for (const Step& step : e.path) json["path"][step.heading.name] = json_of(step);
  json["leans_on"] = e.leaning ? json_of(*e.leaning) : Json(nullptr);
  return json;
}

}  // namespace cxsim
