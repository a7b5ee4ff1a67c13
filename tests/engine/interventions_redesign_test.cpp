// A redesigned journey: who takes the new ways, and how those go on whom it catches on the way.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/signs/measures.hpp"
#include "support/arms.hpp"

namespace cxsim {
namespace {

// Everybody is a customer and often on the journey `fix`: app, then call.
World fixing_world(std::int64_t people = 400, std::int64_t days = 90) {
  World w = busy_world(people, days);
  silence(w);
  without_churn(w);
  without_acquisition(w);
  w.segments[0].initial_share = 1;
  w.simulation.burn_in = 30;
  w.journeys[fix.index()].steps = {{"app", 1}, {"call", 1}};
  w.journeys[fix.index()].days_between = 10;
  for (Touchpoint& t : w.touchpoints) t.p_fail = .1f;
  return ready(std::move(w));
}

Intervention without(std::string touchpoint) {
  Intervention one = bare(kinds::journey_redesign);
  one.redesign.journey = fix;
  one.redesign.remove = {std::move(touchpoint)};
  return one;
}

Intervention by_use_only() {
  Intervention one = bare(kinds::journey_redesign);
  one.redesign.journey = fix;
  one.redesign.steps = {{"use", 1}};
  return one;
}

bool is_contact(const LifeEvent& e, TouchpointId where) {
  return e.kind == LifeEventKind::contact && e.journey == fix && e.touchpoint == where;
}

std::set<std::uint32_t> people_at(const RunResult& r, TouchpointId where, std::int32_t from) {
  std::set<std::uint32_t> people;
  for (const LifeEvent& e : r.events)
    if (e.day >= from && is_contact(e, where)) people.insert(e.person.value);
  return people;
}

TEST(Redesign, EmptiesARemovedTouchpointOnceThoseOnTheWayAreThrough) {
  const World w = fixing_world();
  const RunResult result = run_under(w, {from_day(30, without("call"))}, watching_everybody(w));
  std::int32_t last_at_call = 0;
  for (const LifeEvent& e : result.events)
    if (is_contact(e, call)) last_at_call = std::max(last_at_call, e.day);
  EXPECT_GE(last_at_call, 30) << "those who were on their way there arrive";
  EXPECT_LT(last_at_call, 75);
  EXPECT_GT(people_at(result, app, 75).size(), 100u);
}

// Whoever stands at the removed touchpoint closes the journey: nobody waits for ever.
TEST(Redesign, LetsThoseAtARemovedTouchpointGoOn) {
  const World w = fixing_world();
  const RunResult result = run_under(w, {from_day(30, without("call"))}, watching_everybody(w));
  std::map<std::uint32_t, std::int32_t> open;
  int caught = 0;
  for (const LifeEvent& e : result.events) {
    if (e.day >= 30 && e.day < 40 && is_contact(e, call)) {
      open[e.person.value] = e.day;
      ++caught;
    }
    if (e.kind == LifeEventKind::close && e.journey == fix) open.erase(e.person.value);
  }
  EXPECT_GT(caught, 20);
  EXPECT_TRUE(open.empty());
}

TEST(Redesign, RollsOutToThoseOfTheLowestRankFirst) {
  const World w = fixing_world(1000, 60);
  std::set<std::uint32_t> smaller;
  for (const float share : {.2f, .5f, 1.0f}) {
    Intervention one = by_use_only();
    one.timing.strength = share;
    const auto people = people_at(run_under(w, {one}, watching_everybody(w)), use, 0);
    EXPECT_GT(static_cast<double>(people.size()), 700 * static_cast<double>(share));
    EXPECT_LT(static_cast<double>(people.size()), 1000 * static_cast<double>(share) + 80);
    EXPECT_TRUE(std::includes(people.begin(), people.end(), smaller.begin(), smaller.end()));
    smaller = people;
  }
}

TEST(Redesign, LeavesOtherJourneysAsTheyWere) {
  World w = fixing_world(300, 60);
  w.journeys[fix.index()].days_between = 0;
  w.journeys[using_it.index()].spawn_chance = 0;
  w = ready(std::move(w));
  EXPECT_EQ(flatten(run_under(w, {by_use_only()}, recording_everybody(w))),
            flatten(run_under(w, {}, recording_everybody(w))))
      << "nobody takes the journey that was redrawn";
}

// Each journey of those it caught ends as one of its design does.
TEST(Redesign, LetsThoseAtANewTouchpointGoOnWhenItEnds) {
  const World w = fixing_world();
  const RunResult result = run_under(w, {for_days(30, by_use_only())}, watching_everybody(w));
  int caught = 0;
  const LifeEvent* at_new = nullptr;
  for (const LifeEvent& e : result.events) {
    if (at_new != nullptr && e.person == at_new->person &&
        (e.kind == LifeEventKind::contact || e.kind == LifeEventKind::need)) {
      ADD_FAILURE() << "person " << e.person.value << " left it on day " << at_new->day
                    << " for a touchpoint or a need instead of an end";
      at_new = nullptr;
    }
    if (e.kind == LifeEventKind::close) at_new = nullptr;
    if (e.day >= 30 && is_contact(e, use) && e.success) {
      at_new = &e;
      ++caught;
    }
  }
  EXPECT_GT(caught, 5);
}

// The later of two redesigns takes over people whom the earlier one led to a place it leaves out.
TEST(Redesign, LetsThoseAtATouchpointOfAnEarlierRedesignGoOn) {
  const World w = fixing_world();
  Intervention later = bare(kinds::journey_redesign);
  later.redesign.journey = fix;
  later.redesign.steps = {{"contract", 1}};
  const RunResult result =
      run_under(w, {by_use_only(), from_day(30, later)}, watching_everybody(w));
  const LifeEvent* at_new = nullptr;
  int caught = 0;
  for (const LifeEvent& e : result.events) {
    if (at_new != nullptr && e.person == at_new->person && e.kind == LifeEventKind::contact) {
      ADD_FAILURE() << "person " << e.person.value << " left it on day " << at_new->day
                    << " for another touchpoint";
      at_new = nullptr;
    }
    if (e.kind == LifeEventKind::close) at_new = nullptr;
    if (e.day >= 30 && is_contact(e, use) && e.success) {
      at_new = &e;
      ++caught;
    }
  }
  EXPECT_GT(caught, 5);
}

TEST(Redesign, OfTheSameJourneyWaitsForItsOwnStart) {
  const World w = fixing_world();
  const Intervention now = without("app");
  const RunResult one = run_under(w, {now}, watching_everybody(w)),
                  with_a_later_one =
                      run_under(w, {from_day(60, by_use_only()), now}, watching_everybody(w));
  EXPECT_TRUE(people_at(one, use, 0).empty());
  std::int32_t first_at_new = 1000;
  for (const LifeEvent& e : with_a_later_one.events)
    if (is_contact(e, use)) first_at_new = std::min(first_at_new, e.day);
  EXPECT_GE(first_at_new, 60) << "nobody is led there before the redesign that does";
}

TEST(Redesign, ThatIsNotDoneIsNoPartOfAnother) {
  const World w = fixing_world();
  Intervention not_done = by_use_only();
  not_done.timing.strength = 0;
  EXPECT_EQ(flatten(run_under(w, {not_done, without("app")}, recording_everybody(w))),
            flatten(run_under(w, {without("app")}, recording_everybody(w))));
}

}  // namespace
}  // namespace cxsim
