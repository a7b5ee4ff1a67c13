#include "analysis/page/customers.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/page/customer_steps.hpp"
#include "analysis/page/every_arm.hpp"
#include "analysis/page/packed_numbers.hpp"

namespace cxsim {
namespace {

using StepsOfArm = std::vector<CustomerSteps>;  // by person looked at

CustomerSteps steps_of_one(const PersonRecord& record, PersonId person, const RunResult& run,
                           const TakenLinks& links, Repeats repeats) {
  CustomerSteps told = steps_of(events_of(person, run), record.active_at_start, links);
  if (repeats == Repeats::once_a_month) leave_out_dull_repeats(told.steps);
  return told;
}

// Needs a day of somebody of the population, by those who are customers on day 0.
double needs_a_day(const World& world) {
  double needs = 0, weights = 0;
  for (const Segment& segment : world.segments) {
    double rate = 0;
    for (std::size_t j = 0; j < world.journeys.size(); ++j)
      if (world.journeys[j].days_between > 0)
        rate += static_cast<double>(segment.need_factors[j] / world.journeys[j].days_between);
    needs += static_cast<double>(segment.weight * segment.initial_share) * rate;
    weights += static_cast<double>(segment.weight);
  }
  return weights > 0 ? needs / weights : 0;
}

// Contacts of somebody of the population in all arms; a need takes about one, seldom fewer.
double contacts_a_person(const Scenario& scenario) {
  return needs_a_day(scenario.world) * static_cast<double>(scenario.world.simulation.days) *
         static_cast<double>(scenario.arms.size());
}

// No more people are looked at than could be shown.
std::int64_t people_to_look_at(const Scenario& scenario, const CustomersPlan& plan) {
  const double reserve = plan.repeats == Repeats::all ? 1.25 : 5;
  const double fitting =
      reserve * static_cast<double>(plan.most_steps) / contacts_a_person(scenario);
  const std::int64_t people = std::min(plan.people, scenario.world.simulation.people);
  if (!(fitting < static_cast<double>(people))) return people;
  return std::max<std::int64_t>(1, std::llround(fitting));
}

// Of the people looked at, those spread evenly over them whose steps are few enough.
std::vector<std::size_t> few_enough(const std::vector<StepsOfArm>& arms, std::size_t most_steps) {
  const std::size_t people = arms.front().size();
  std::vector<std::size_t> steps(people);
  for (const StepsOfArm& arm : arms)
    for (std::size_t k = 0; k < people; ++k) steps[k] += arm[k].steps.size();
  for (std::size_t count = people;; count -= std::max<std::size_t>(1, count / 50)) {
    std::vector<std::size_t> chosen;
    std::size_t total = 0;
    for (std::size_t k = 0; k < count; ++k) {
      chosen.push_back(k * people / count);
      total += steps[chosen.back()];
    }
    if (total <= most_steps || count <= 1) return chosen;
  }
}

bool has_steps(const std::vector<StepsOfArm>& arms, std::size_t person) {
  return std::any_of(arms.begin(), arms.end(),
                     [&](const StepsOfArm& arm) { return !arm[person].steps.empty(); });
}

Json arm_json(const StepsOfArm& arm, const std::vector<std::size_t>& persons, std::size_t links) {
  PackedNumbers counts, days, codes, valence;
  std::vector<std::size_t> flows(links);
  for (const std::size_t k : persons) {
    const CustomerSteps& person = arm[k];
    counts.add(person.steps.size());
    std::int32_t before = 0;
    for (const CustomerStep& step : person.steps) {
      days.add(static_cast<std::size_t>(step.day - before));
      codes.add(step.code);
      valence.add_mood(step.valence);
      before = step.day;
    }
    for (const std::size_t link : person.links) ++flows[link];
  }
  return {{"counts", counts.text()},
          {"days", days.text()},
          {"steps", codes.text()},
          {"valence", valence.text()},
          {"flows", flows}};
}

std::vector<RunResult> run_arms_of(const Scenario& scenario, const CustomersPlan& plan,
                                   const std::vector<PersonId>& people) {
  RunPlan run;
  run.people = run.observed = people;
  run.noted = kinds_of_steps();
  run.on_progress = plan.on_progress;
  run.cancelled = plan.cancelled;
  return run_every_arm(scenario, plan.replication, run);
}

// Every so-manieth of the people, from one on.
std::vector<PersonId> share_of(const std::vector<PersonId>& people, std::size_t first,
                               std::size_t step) {
  std::vector<PersonId> share;
  for (std::size_t k = first; k < people.size(); k += step) share.push_back(people[k]);
  return share;
}

// By arm and person. Nothing if it was cancelled.
std::vector<StepsOfArm> followed(const Scenario& scenario, const CustomersPlan& plan,
                                 const std::vector<PersonId>& people, const TakenLinks& links) {
  std::vector<StepsOfArm> arms(scenario.arms.size(), StepsOfArm(people.size()));
  const std::size_t runs = customers_runs(scenario, plan);
  for (std::size_t first = 0; first < runs; ++first) {
    const std::vector<PersonId> share = share_of(people, first, runs);
    const std::vector<RunResult> results = run_arms_of(scenario, plan, share);
    if (results.empty()) return {};
    for (std::size_t arm = 0; arm < arms.size(); ++arm)
      for (std::size_t k = 0; k < share.size(); ++k)
        arms[arm][first + k * runs] =
            steps_of_one(results[arm].people[k], share[k], results[arm], links, plan.repeats);
  }
  return arms;
}

}  // namespace

std::size_t customers_runs(const Scenario& scenario, const CustomersPlan& plan) {
  const double events =
      static_cast<double>(people_to_look_at(scenario, plan)) * contacts_a_person(scenario);
  return static_cast<std::size_t>(
      std::ceil(std::max(1.0, events / static_cast<double>(plan.most_events))));
}

std::optional<Json> customers_json(const Scenario& scenario, const CustomersPlan& plan) {
  const World& world = scenario.world;
  const auto people = evenly_spread(people_to_look_at(scenario, plan), world.simulation.people);
  const TakenLinks links(world);
  const std::vector<StepsOfArm> arms = followed(scenario, plan, people, links);
  if (arms.empty()) return std::nullopt;
  const std::vector<std::size_t> chosen = few_enough(arms, plan.most_steps);
  std::vector<std::size_t> persons;
  std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(persons),
               [&](std::size_t k) { return has_steps(arms, k); });
  Json json;
  json["replication"] = plan.replication;
  json["population"] = world.simulation.people;
  json["persons"] = Json::array();
  for (const std::size_t k : persons) json["persons"].push_back(people[k].index());
  json["sampled"] = chosen.size();
  json["first_day"] = 0;
  json["arms"] = Json::array();
  for (const StepsOfArm& arm : arms) json["arms"].push_back(arm_json(arm, persons, links.links()));
  json["links"] = links.links();
  json["touchpoints"] = links.touchpoints();
  return json;
}

}  // namespace cxsim
