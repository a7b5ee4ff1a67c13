// A hand-made life with a small firm, event by event, for the tests of the diary.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "experiments/diary.hpp"

namespace cxsim::diary {

inline constexpr std::size_t app = 0, call = 1;  // touchpoints
inline constexpr std::size_t use = 0, fix = 1, join = 2;
inline constexpr std::int32_t burn_in = 365;

inline Touchpoint touchpoint(const std::string& title, std::size_t owner, bool caused) {
  Touchpoint t = defaults<Touchpoint>();
  t.title = title;
  t.owner = DepartmentId(owner);
  if (caused) t.root_cause = RootCauseId(0);
  return t;
}

inline Journey journey(const std::string& title, float importance) {
  Journey j = defaults<Journey>();
  j.title = title;
  j.importance = importance;
  return j;
}

// A firm with an app that IT owns, a call centre that Service owns, and one person.
inline World small_world() {
  World world{};
  world.simulation = {1, 1095, burn_in, 1, 1, "2026-01-01", "EUR"};
  for_each_section(world.customer, [](auto, auto& section) {
    section = defaults<std::remove_reference_t<decltype(section)>>();
  });
  world.customer.fading.satisfaction = world.customer.fading.trust = 1e9f;  // nobody forgets here
  for (const char* title : {"IT", "Service"}) {
    Department department = defaults<Department>();
    department.title = title;
    world.company.departments.push_back(department);
  }
  world.company.recovery_department = DepartmentId(1);
  world.company.root_causes = {{"product", "Product faults", DepartmentId(0)}};
  world.touchpoints = {touchpoint("App", 0, true), touchpoint("Service call", 1, false)};
  world.journeys = {journey("Use", .15f), journey("Fix a problem", 1), journey("Join", 1)};
  world.journeys[use].retries = false;
  world.journeys[use].spawns = JourneyId(fix);
  world.segments = {defaults<Segment>()};
  world.segment_ends = {1};
  world.trait_tables = {TraitTables(world.segments[0])};
  return world;
}

class ALife : public testing::Test {
 protected:
  ALife() {
    const Segment& segment = world.segments[0];
    born.mind.belief = {.74f, .74f, .74f, .74f};
    born.mind.satisfaction = segment.satisfaction;
    born.mind.trust = segment.trust;
    born.traits.fill(128);
    born.joined = -730;
    be_customer();
    record.churn_day = -1;
    record.times_churned = 0;
    record.recommend_score = 9;
    record.lifetime_profit = -12.5f;
    record.acquired_day = born.joined - burn_in;
    mind = born.mind;
  }

  void be_customer() {
    born.lifecycle = record.lifecycle = Lifecycle::active;
    born.set(Fact::founding, true);
    born.set(Fact::knows_firm, true);
  }

  void be_stranger() {
    born = Customer{};
    born.traits.fill(128);
    born.lifecycle = record.lifecycle = Lifecycle::unaware;
    born.mind.belief = {.74f, .74f, .74f, .74f};
    mind = born.mind;
  }

  LifeEvent& happens(LifeEventKind kind, std::int32_t day, std::size_t journey = fix) {
    LifeEvent event;
    event.kind = kind;
    event.day = day;
    event.person = PersonId(0);
    event.journey = JourneyId(journey);
    event.mind = mind;
    event.hostile = hostile;
    events.push_back(event);
    return events.back();
  }

  LifeEvent& contact(std::int32_t day, std::size_t touchpoint, float perceived, bool success,
                     std::size_t journey = fix) {
    mind.valence = success ? .3f : -.6f;
    mind.arousal = success ? .1f : .65f;
    LifeEvent& event = happens(LifeEventKind::contact, day, journey);
    event.touchpoint = TouchpointId(touchpoint);
    event.success = success;
    event.experience.expected = .74f;
    event.experience.perceived = perceived;
    event.experience.gap = perceived - .74f;
    return event;
  }

  LifeEvent& close(std::int32_t day, bool success, float experience, float satisfaction,
                   std::size_t journey = fix) {
    mind.satisfaction = satisfaction;
    LifeEvent& event = happens(LifeEventKind::close, day, journey);
    event.success = success;
    event.amount = experience;
    return event;
  }

  LifeEvent& looks(LifeEventKind kind, std::int32_t day, const Preference<float>& preference) {
    LifeEvent& event = happens(kind, day);
    event.look = look_factors(mind, hostile, world.customer.loyalty);
    event.preference = preference;
    event.net_preference = net(preference);
    event.inertia = .5f;
    event.chance = leave_chance(event.net_preference, event.inertia);
    if (kind == LifeEventKind::left) event.cause = CauseOfLeaving::dissatisfaction;
    return event;
  }

  // A call that fails, is given up, and costs .5 of satisfaction.
  void go_through_a_bad_journey(std::int32_t day) {
    happens(LifeEventKind::need, day);
    contact(day, app, .75f, true);
    LifeEvent& failed = contact(day + 2, call, .31f, false);
    failed.answered_by = AnsweredBy::human;
    failed.wait = 12;
    happens(LifeEventKind::lost_information, day + 2);
    close(day + 2, false, -.9f, -.3f);
  }

  Diary told() { return tell_life(world, PersonId(0), events, record, born); }
  // The whole story on one line.
  std::string story() {
    std::istringstream words(to_text(told()));
    std::string text;
    for (std::string word; words >> word;) text += word + ' ';
    return text;
  }

  World world = small_world();
  Customer born{};
  PersonRecord record{};
  Mind<float> mind{};
  bool hostile = false;
  std::vector<LifeEvent> events;
};

}  // namespace cxsim::diary
