#include "analysis/studio/controls_json.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/report/memory_source.hpp"
#include "analysis/report/outcome.hpp"
#include "analysis/studio/control_json.hpp"
#include "analysis/studio/intervention_controls.hpp"
#include "experiments/experiment.hpp"
#include "scenario/override.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

// A slider of [simulation]; its setting allows far more than anybody waits for.
struct SimulationSlider {
  std::string_view key;
  double low, high, step;
};
constexpr std::array simulation_sliders{
    SimulationSlider{"people", 100, 100'000, 100}, SimulationSlider{"days", 360, 3600, 30},
    SimulationSlider{"replications", 1, 50, 1}, SimulationSlider{"seed", 0, 1000, 1}};
constexpr double days_of_month = 30;

// Results have to go on when the last intervention begins.
double fewest_days(const Scenario& scenario, double low) {
  for (const Intervention& one : scenario.interventions) {
    const double months = std::floor(static_cast<double>(one.timing.start) / days_of_month) + 1;
    low = std::max(low, months * days_of_month);
  }
  return low;
}

// From the value down in whole steps, so that it lies on one.
double low_on_steps(const SimulationSlider& plan, double low, double value) {
  return value <= low ? value : value - std::floor((value - low) / plan.step) * plan.step;
}

Json simulation_controls(const Scenario& scenario) {
  const SimulationSettings& simulation = scenario.world.simulation;
  Json list = Json::array();
  for (const SimulationSlider& plan : simulation_sliders)
    for (const Setting<SimulationSettings>& row : settings_of<SimulationSettings>) {
      const auto* member = std::get_if<std::int64_t SimulationSettings::*>(&row.member);
      if (row.key != plan.key || member == nullptr) continue;
      const auto value = static_cast<double>(simulation.**member);
      const double low = row.key == "days" ? fewest_days(scenario, plan.low) : plan.low;
      const Slider slider = slider_between(low_on_steps(plan, low, value), plan.high, plan.step,
                                           {row.unit, row.range, value, true});
      list.push_back(control_json(control_row(row, join_key("simulation", row.key)), value, slider,
                                  simulation.currency));
    }
  return list;
}

// Numbers of a section of [company], as they hold on day 0.
template <class Section>
void add_company(Json& list, const Section& section, const Scenario& scenario) {
  const Surroundings around = surroundings_in(scenario.world);
  for (const Setting<Section>& row : settings_of<Section>) {
    const auto* member = std::get_if<float Section::*>(&row.member);
    if (member == nullptr) continue;
    // Care for nobody is refused, and who is cared for is no number.
    if (row.key == "care" && scenario.world.company.care_for == CareFor::nobody) continue;
    const double value = shortest_decimal(section.**member);
    list.push_back(control_json(control_row(row, join_key("company", row.key)), value,
                                slider_for({row.unit, row.range, value}, around.horizon),
                                around.currency));
  }
}

Json company_controls(const Scenario& scenario) {
  const CompanyPlan& company = scenario.world.company;
  const StageLevers levers =
      with_choices(levers_at(company.maturity.maturity_stage, company.stages), company.chosen);
  Json list = Json::array();
  add_company(list, company.maturity, scenario);
  add_company(list, levers, scenario);
  add_company(list, company.policy, scenario);
  return list;
}

// Where a number of an intervention is set. A change that the files write as {add = x} is set by
// {add = x} alone, any other by a bare number: the family knows which it takes.
class Keys {
 public:
  Keys(const ScenarioFamily& family, const Intervention& one)
      : family_(family), path_(key_with(name_of(one.kind->nature), one.name)) {}

  std::string operator()(std::string_view number, const Change* change) const {
    constexpr std::string_view operations[] = {"add", "multiply", "move_to"};
    const std::string key = key_with(path_, number);
    if (change == nullptr) return key;
    const std::string amount = number_token(shortest_decimal(change->amount));
    if (family_.with({key + "=" + amount})) return key;
    return key_with(key, operations[static_cast<int>(change->operation)]);
  }

 private:
  const ScenarioFamily& family_;
  std::string path_;
};

Json intervention_json(const ScenarioFamily& family, const Intervention& one) {
  return {{"name", one.name},
          {"title", one.title},
          {"kind", one.kind->name},
          {"nature", name_of(one.kind->nature)},
          {"meaning", one.kind->meaning},
          {"controls", intervention_controls(one, surroundings_in(family.base().world),
                                             Keys(family, one), LeftAlone::left_out)}};
}

Json months_json(const MonthSpan& span) {
  return span.from > 0 ? Json{span.from, span.to} : Json(nullptr);
}

Json expectation_json(const Expectation& e, const MonthlySource& source) {
  const auto outcome = find_outcome(source, e.outcome);
  return {{"name", e.name},
          {"says", e.says},
          {"outcome",
           {{"name", e.outcome},
            {"title", outcome ? outcome->title : e.outcome},
            {"unit", outcome ? outcome->unit : ""}}},
          {"arm", e.arm},
          {"against", e.against},
          {"change", e.change},
          {"months", months_json(e.months)},
          {"against_months", months_json(e.against_months)}};
}

// Outcomes have titles before there are results.
Json expectations_json(const Scenario& scenario) {
  std::vector<ArmFacts> arms;
  for (const Arm& arm : scenario.arms) arms.push_back(described(arm));
  const std::vector<RunsOfArm> no_runs(scenario.arms.size());
  const MemorySource source(scenario.world, scenario.about.title, arms, no_runs);
  Json list = Json::array();
  for (const Expectation& e : scenario.expectations) list.push_back(expectation_json(e, source));
  return list;
}

Json about_json(const AboutScenario& about) {
  return {{"title", about.title},
          {"question", about.question},
          {"concept", about.concept_taught},
          {"look_for", about.look_for},
          {"weakness", about.weakness}};
}

}  // namespace

Json controls_json(const ScenarioFamily& family, const ScenarioChoice& choice,
                   const std::string& name, const std::string& command) {
  const Scenario& scenario = family.base();
  const SimulationSettings& simulation = scenario.world.simulation;
  Json interventions = Json::array(), arms = Json::array();
  for (const Intervention& one : scenario.interventions)
    interventions.push_back(intervention_json(family, one));
  for (const Arm& arm : scenario.arms)
    arms.push_back({{"name", arm.name}, {"title", arm.title}, {"apply", arm.apply}});
  return {{"name", name},
          {"start_date", simulation.start_date},
          {"currency", simulation.currency},
          {"about", about_json(scenario.about)},
          {"set", choice.set},
          {"toml", choice.toml},
          {"simulation", simulation_controls(scenario)},
          {"company", company_controls(scenario)},
          {"interventions", std::move(interventions)},
          {"arms", std::move(arms)},
          {"expectations", expectations_json(scenario)},
          {"command", command}};
}

}  // namespace cxsim
