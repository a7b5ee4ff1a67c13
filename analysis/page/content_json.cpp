#include "analysis/page/content_json.hpp"

#include <charconv>

#include "analysis/explain/explanation.hpp"
#include "analysis/page/arm_titles.hpp"
#include "analysis/page/decision_json.hpp"
#include "analysis/page/journey_map_json.hpp"
#include "analysis/page/outcome_json.hpp"
#include "analysis/page/page_number.hpp"
#include "analysis/page/place_months_json.hpp"
#include "analysis/page/series.hpp"
#include "analysis/report/comparison.hpp"
#include "analysis/report/expectations.hpp"
#include "analysis/report/file_source.hpp"
#include "analysis/report/individuals.hpp"
#include "analysis/report/measured.hpp"
#include "analysis/report/money.hpp"
#include "analysis/report/outcomes.hpp"
#include "analysis/report/retention.hpp"

namespace cxsim {
namespace {

constexpr std::size_t baseline = 0;  // the first arm of every file

struct Results {
  const NetcdfReader& reader;
  const Scenario& scenario;
  const MonthlyResults& monthly;

  const ResultFacts& facts() const { return monthly.facts(); }
  const World& world() const { return scenario.world; }
};

Json about_json(const Results& results) {
  const AboutScenario& about = results.scenario.about;
  return {{"title", about.title.empty() ? results.facts().title : about.title},
          {"question", about.question},
          {"concept", about.concept_taught},
          {"look_for", about.look_for},
          {"weakness", about.weakness}};
}

// As a number where JavaScript can hold it.
Json seed_json(const std::string& text) {
  std::int64_t seed = 0;
  constexpr std::int64_t exact = 9007199254740991;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), seed);
  if (read.ec != std::errc{} || seed > exact) return text;
  return seed;
}

void add_facts(Json& json, const Results& results) {
  const SimulationSettings& simulation = results.world().simulation;
  const ResultFacts& facts = results.facts();
  json["version"] = results.reader.text("provenance/version");
  json["currency"] = facts.currency;
  json["start_date"] = simulation.start_date;
  json["people"] = simulation.people;
  json["days"] = simulation.days;
  json["burn_in"] = simulation.burn_in;
  json["months"] = facts.months;
  json["replications"] = replications_ended(results.monthly);
  json["seed"] = seed_json(results.reader.text("provenance/seed"));
  json["discount_rate"] = page_number(facts.discount_rate);
  json["decision_month"] = decision_month(facts);
}

std::vector<std::string> applied_in(const std::string& arm, const Scenario& scenario) {
  for (const Arm& one : scenario.arms)
    if (one.name == arm) return one.apply;
  return {};
}

Json arms_json(const Results& results) {
  const std::vector<ArmFacts>& arms = results.facts().arms;
  const std::vector<std::string> titles = titles_of(arms);
  Json json = Json::array();
  for (std::size_t k = 0; k < arms.size(); ++k)
    json.push_back(
        {{"name", arms[k].name},
         {"title", titles[k]},
         {"action_day", arms[k].action_day < 0 ? Json(nullptr) : Json(arms[k].action_day)},
         {"apply", applied_in(arms[k].name, results.scenario)}});
  return json;
}

template <class Thing>
Json named_json(const Thing& thing) {
  return {{"name", thing.name}, {"title", thing.title.empty() ? thing.name : thing.title}};
}

template <class Thing>
Json all_named_json(const std::vector<Thing>& things) {
  Json json = Json::array();
  for (const Thing& thing : things) json.push_back(named_json(thing));
  return json;
}

Json touchpoints_json(const World& world) {
  Json json = Json::array();
  for (const Touchpoint& touchpoint : world.touchpoints) {
    Json one = named_json(touchpoint);
    one["stage"] = touchpoint.stage;
    one["channel"] = touchpoint.channel;
    one["owner"] = touchpoint.owner.index();
    json.push_back(std::move(one));
  }
  return json;
}

void add_firm(Json& json, const Results& results) {
  const World& world = results.world();
  json["arms"] = arms_json(results);
  json["segments"] = all_named_json(world.segments);
  json["touchpoints"] = touchpoints_json(world);
  json["journeys"] = all_named_json(world.journeys);
  json["departments"] = all_named_json(world.company.departments);
}

bool has_people(const NetcdfReader& reader) { return reader.has_variable("people/segment"); }

Json retention_of(const NetcdfReader& reader) {
  const bool can_be_told = has_people(reader) && reader.has_variable("people/first_acquired_day");
  return can_be_told ? page_retention_json(read_retention(reader)) : Json(nullptr);
}

Json decisions_json(const Results& results, const Comparison& comparison) {
  Json json = Json::array();
  const std::vector<std::size_t> arms = all_arms_but(baseline, results.facts());
  for (std::size_t k = 0; k < arms.size(); ++k) {
    Json decision = decision_json(results.monthly, comparison.arms[k], arms[k],
                                  explain(results.monthly, results.scenario, arms[k], baseline));
    if (has_people(results.reader))
      decision["people"] = people_groups_json(
          read_individuals(results.reader, results.monthly, arms[k], baseline), results.world());
    json.push_back(std::move(decision));
  }
  return json;
}

Json measured_of(const Outcomes& outcomes, const Scenario& scenario) {
  const std::string text = beside_measured(outcomes, scenario.measured);
  return text.empty() ? Json(nullptr) : Json{{"text", text.substr(text.find_first_not_of('\n'))}};
}

void add_findings(Json& json, const Results& results) {
  const Outcomes outcomes = outcomes_over_replications(results.monthly);
  const Comparison comparison =
      compare(results.monthly, baseline, all_arms_but(baseline, results.facts()));
  json["outcomes"] = page_outcomes_json(outcomes, comparison);
  json["series"] = series_json(results.monthly);
  json["segment_series"] = segment_series_json(results.monthly);
  json["retention"] = retention_of(results.reader);
  json["decisions"] = decisions_json(results, comparison);
  json["promises"] =
      promises_json(check_expectations(results.monthly.source(), results.scenario.expectations));
  json["measured"] = measured_of(outcomes, results.scenario);
}

void add_places(Json& json, const Results& results) {
  json["map"] = journey_map_json(results.world());
  json["touchpoint_months"] = touchpoint_months_json(results.monthly);
  json["journey_months"] = journey_months_json(results.monthly);
  json["department_months"] = department_months_json(results.monthly);
  json["reasons"] = reasons_json(results.monthly, results.world());
}

}  // namespace

Json content_json(const NetcdfReader& reader, const Scenario& scenario,
                  const std::string& command) {
  const FileSource source(reader);
  const MonthlyResults monthly(source);
  const Results results{reader, scenario, monthly};
  Json json{{"schema", 1}};
  json["about"] = about_json(results);
  json["command"] = command;
  add_facts(json, results);
  add_firm(json, results);
  add_findings(json, results);
  add_places(json, results);
  json["customers"] = nullptr;
  json["lives"] = Json::array();
  return json;
}

}  // namespace cxsim
