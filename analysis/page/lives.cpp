#include "analysis/page/lives.hpp"

#include <algorithm>

#include "analysis/page/arm_titles.hpp"
#include "analysis/page/chosen_lives.hpp"
#include "analysis/page/diary_json.hpp"
#include "analysis/page/every_arm.hpp"

namespace cxsim {
namespace {

struct LifeToTell {
  PersonId person;
  std::string why;
};

RunPlan run_plan(const LivesPlan& plan, std::vector<PersonId> people) {
  RunPlan run;
  run.people = run.observed = std::move(people);
  run.on_progress = plan.on_progress;
  run.cancelled = plan.cancelled;
  return run;
}

// Of each arm, the diary of one who is `place`-th among the people observed.
Json diaries_json(PersonId person, std::size_t place, const std::vector<RunResult>& arms,
                  const World& world, const Customer& at_birth) {
  Json json = Json::array();
  for (const RunResult& arm : arms) {
    const auto events = events_of(person, arm);
    const Diary diary =
        tell_life(world, person, {events.begin(), events.end()}, arm.people[place], at_birth);
    json.push_back(drawn_diary_json(diary, events, world));
  }
  return json;
}

std::optional<Json> told(const Scenario& scenario, const std::vector<LifeToTell>& lives,
                         const LivesPlan& plan) {
  std::vector<PersonId> people;
  for (const LifeToTell& life : lives) people.push_back(life.person);
  const auto arms = run_every_arm(scenario, plan.replication, run_plan(plan, people));
  if (arms.empty()) return std::nullopt;
  Json json = Json::array();
  for (std::size_t k = 0; k < lives.size(); ++k) {
    const auto& [person, why] = lives[k];
    const Customer at_birth = person_at_birth(scenario.world, plan.replication, person);
    json.push_back({{"person", person.index()},
                    {"why", why},
                    {"arms", diaries_json(person, k, arms, scenario.world, at_birth)}});
  }
  return json;
}

}  // namespace

std::optional<Json> life_json(const Scenario& scenario, PersonId person, const LivesPlan& plan) {
  const auto lives = told(scenario, {{person, ""}}, plan);
  if (!lives) return std::nullopt;
  return lives->front();
}

std::optional<Json> lives_json(const Scenario& scenario, std::size_t count, const LivesPlan& plan) {
  const World& world = scenario.world;
  const auto people = evenly_spread(plan.people, world.simulation.people);
  RunPlan run = run_plan(plan, people);
  run.noted = kinds_of_choice();
  std::vector<LivesOfArm> arms;
  for (const RunResult& result : run_every_arm(scenario, plan.replication, run)) {
    LivesOfArm& arm = arms.emplace_back();
    for (std::size_t k = 0; k < people.size(); ++k)
      arm.push_back(brief_of(result.people[k], events_of(people[k], result)));
  }
  if (arms.empty()) return std::nullopt;
  std::vector<LifeToTell> lives;
  for (const ChosenLife& chosen :
       choose_lives(arms, titles_of(scenario.arms), world.customer.labels.promoter_score, count))
    lives.push_back({people[chosen.person], chosen.why});
  return told(scenario, lives, plan);
}

}  // namespace cxsim
