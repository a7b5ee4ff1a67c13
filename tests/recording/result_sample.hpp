// A small firm and hand-made sums of its months, for the tests of what is recorded of a run.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "recording/result_writer.hpp"

namespace cxsim {

template <class Thing>
std::vector<Thing> named(const std::vector<std::string>& names) {
  std::vector<Thing> things(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) things[i].name = names[i];
  return things;
}

// Two segments, three touchpoints, two journeys, two departments and one root cause; 65 days.
inline World small_world() {
  World world{};
  world.simulation = defaults<SimulationSettings>();
  world.simulation.people = 50;
  world.simulation.days = 65;
  world.simulation.replications = 2;
  world.simulation.seed = 9'000'000'000'000'000'001;
  world.money = defaults<MoneySettings>();
  world.segments = named<Segment>({"thrifty", "demanding"});
  world.segments[1].title = "Demanding customers";
  world.touchpoints = named<Touchpoint>({"web", "call", "visit"});
  world.journeys = named<Journey>({"join", "fix"});
  world.company.departments = named<Department>({"service", "field"});
  world.company.root_causes = named<RootCause>({"product"});
  return world;
}

inline Tally small_month() {
  const World world = small_world();
  Tally month(shape_of(world));
  month.root_cause_levels.assign(world.company.root_causes.size(), 1.25);
  return month;
}

inline LifeEvent sample_event(LifeEventKind kind, PersonId person, std::int32_t day) {
  LifeEvent event;
  event.kind = kind;
  event.person = person;
  event.day = day;
  event.touchpoint = TouchpointId(1);
  event.journey = JourneyId(1);
  return event;
}

inline std::vector<LifeEvent> sample_events() {
  LifeEvent first = sample_event(LifeEventKind::contact, PersonId(0), -3);
  first.answered_by = AnsweredBy::bot;
  first.number = 1;
  first.experience = {.7F, .72F, .6F, .65F, -.07F, -.2F};
  first.mind.trust = .5F;
  LifeEvent second = sample_event(LifeEventKind::contact, PersonId(25), 4);
  second.answered_by = AnsweredBy::human;
  second.success = true;
  second.surveyed = true;
  second.score = 4;
  second.wait = 2.5F;
  second.upstream = TouchpointId(0);
  second.upstream_cause = RootCauseId(0);
  LifeEvent third = sample_event(LifeEventKind::close, PersonId(25), 4);
  third.amount = -.25F;
  third.episode = {.5F, -.5F, 1.5F, 3};
  third.satisfaction_before = .125F;
  return {first, sample_event(LifeEventKind::close, PersonId(0), -3), second, third};
}

inline std::vector<PersonRecord> sample_people() {
  constexpr float no_score = std::numeric_limits<float>::quiet_NaN();
  return {{-400, -1, -400, PersonRecord::no_day, 0, 9, 812.5F, 140, SegmentId(0),
           CauseOfLeaving::none, Lifecycle::active},
          {12, 40, 5, 9, 2, no_score, -20, 6, SegmentId(1), CauseOfLeaving::better_rival,
           Lifecycle::former},
          {PersonRecord::no_day, -1, PersonRecord::no_day, PersonRecord::no_day, 0, no_score, 0, 0,
           SegmentId(1), CauseOfLeaving::none, Lifecycle::unaware}};
}

// Two months; `customers` tells runs apart.
inline RunResult sample_run(std::int64_t customers) {
  RunResult result;
  for (std::int64_t k = 0; k < 2; ++k) {
    Tally month = small_month();
    month.of(SegmentId(0), SegmentSum::active).count(customers + k);
    month.of(SegmentId(0), SegmentSum::promoters).count(customers);
    month.of(SegmentId(1), SegmentSum::revenue).add(100.25);
    month.of(TouchpointId(1), TouchpointSum::contacts).count(7);
    month.upstream_touchpoints.count(TouchpointId(1), TouchpointId(0));
    month.upstream_causes.count(TouchpointId(2), RootCauseId());
    month.of(CompanySum::stars_5).count(3);
    result.months.push_back(month);
  }
  result.people = sample_people();
  result.events = sample_events();
  result.complete = true;
  return result;
}

inline ResultPlan sample_plan() {
  return {.title = "A small firm",
          .arms = {{"baseline", "Baseline"}, {"training", "Training", 30}},
          .people = {PersonId(0), PersonId(25), PersonId(49)},
          .contacts = {PersonId(0), PersonId(25)},
          .lives = {PersonId(25)},
          .life_events = LifeEventKinds::all(),
          .scenario = {"# mine.toml\nextends = \"base.toml\"\n", "[simulation]\npeople = 50\n"}};
}

inline void write_sample_result(const std::string& path, const ResultPlan& plan) {
  ResultWriter writer(path, small_world(), plan);
  for (std::size_t arm = 0; arm < plan.arms.size(); ++arm)
    for (std::size_t replication = 0; replication < 2; ++replication)
      writer.write(arm, replication,
                   sample_run(static_cast<std::int64_t>(10 * (arm + 1) + replication)));
  writer.finish();
}

}  // namespace cxsim
