// An intervention acts where and for whom it says, and nowhere else.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "engine/signs/measures.hpp"
#include "support/arms.hpp"

namespace cxsim {
namespace {

// Everybody is a customer who neither talks, leaves nor judges: what one lives touches nobody else.
World quiet_world(std::int64_t people = 400, std::int64_t days = 60) {
  World w = busy_world(people, days);
  silence(w);
  without_churn(w);
  without_acquisition(w);
  w.segments[0].initial_share = 1;
  w.simulation.burn_in = 0;
  w.company.queue.opening_days = 200;  // waits do not follow loads
  w.customer.episode.handoff_loss = 0;
  w.company.chosen.outer = 0;
  w.company.outer_loop.entropy = 0;
  w.company.chosen.feedback = 0;
  return w;
}

World two_segments() {
  World w = quiet_world();
  w.segments.push_back(w.segments[0]);
  w.segments[1].name = "others";
  return ready(std::move(w));
}

std::int32_t contacts_by_bot(const RunResult& r, TouchpointId where) {
  return static_cast<std::int32_t>(at(r, where, TouchpointSum::bot_contacts));
}

Intervention bots() { return bare(kinds::technology, "technology", 1); }

TEST(TouchpointScope, LetsBotsAnswerThereOnly) {
  World w = quiet_world();
  w.journeys[fix.index()].steps = {{"contract", 1}, {"call", 1}};
  w = ready(std::move(w));
  Intervention one = bots();
  one.scope.touchpoints.add(call);
  const RunResult some = run_under(w, {one}), all = run_under(w, {bots()});
  EXPECT_GT(contacts_by_bot(some, call), 50);
  EXPECT_EQ(contacts_by_bot(some, contract), 0);
  EXPECT_GT(contacts_by_bot(all, contract), 50);
}

using Fate = std::tuple<std::uint32_t, std::int32_t, unsigned, bool>;

// Who met what on which day, and whether it failed.
std::set<Fate> failures(const RunResult& r, std::int32_t day, bool in_scope) {
  std::set<Fate> found;
  for (const LifeEvent& e : r.events)
    if (e.kind == LifeEventKind::contact && e.day == day && (e.touchpoint == use) == in_scope)
      found.insert({e.person.value, e.day, e.touchpoint.value, e.success});
  return found;
}

// On its first day everybody is where they are without it.
TEST(TouchpointScope, LetsAnOutageFailThereOnly) {
  const World w = ready(quiet_world(2000, 30));
  Intervention outage = from_day(20, bare(kinds::outage, "p_fail", 6));
  outage.scope.touchpoints.add(use);
  const RunPlan plan = watching_everybody(w);
  const RunResult plain = run_under(w, {}, plan), out = run_under(w, {outage}, plan);
  EXPECT_GT(failures(plain, 20, false).size(), 50u);
  EXPECT_EQ(failures(out, 20, false), failures(plain, 20, false));
  EXPECT_NE(failures(out, 20, true), failures(plain, 20, true));
  EXPECT_EQ(failures(out, 19, true), failures(plain, 19, true)) << "not the day before";
}

TEST(DepartmentScope, TrainsThereOnly) {
  const World w = ready(quiet_world());
  Intervention elsewhere = bare(kinds::training, "skill", .3f), here = elsewhere;
  elsewhere.scope.departments.add(technology);
  here.scope.departments.add(service);
  const double plain = share_failing(run_under(w, {}), call);
  EXPECT_EQ(share_failing(run_under(w, {elsewhere}), call), plain);
  EXPECT_LT(share_failing(run_under(w, {here}), call), .8 * plain);
}

TEST(JourneyScope, TakesUpBadJourneysOfThatKindOnly) {
  World w = quiet_world();
  w.company.chosen.feedback = w.company.chosen.analytics = 1;
  w.company.chosen.inner = w.company.chosen.inner_delay = 0;
  w = ready(std::move(w));
  Intervention loop = bare(kinds::inner_loop, "inner", 1);
  loop.scope.journeys.add(using_it);
  std::map<std::uint32_t, std::pair<std::int32_t, JourneyId>> closed;
  int recoveries = 0;
  for (const LifeEvent& e : run_under(w, {loop}, watching_everybody(w)).events) {
    if (e.kind == LifeEventKind::close && e.amount < -.25f)
      closed[e.person.value] = {e.day, e.journey};
    if (e.kind != LifeEventKind::recovery) continue;
    ++recoveries;
    const auto [day, journey] = closed[e.person.value];
    if (e.day == day + 1) {
      EXPECT_EQ(journey, using_it);
    }
  }
  EXPECT_GT(recoveries, 50);
}

TEST(SegmentScope, CaresForItsPeopleOnly) {
  const World w = two_segments();
  Intervention one = bare(kinds::care, "care", 1);
  one.scope.segments.add(SegmentId(std::size_t{1}));
  const RunResult result = run_under(w, {one});
  EXPECT_EQ(at_row(result, &Tally::segments, SegmentId(std::size_t{0}), SegmentSum::care_cost), 0);
  EXPECT_GT(at_row(result, &Tally::segments, SegmentId(std::size_t{1}), SegmentSum::care_cost),
            100);
}

TEST(SegmentScope, OfNewsReachesItsPeopleOnly) {
  const World w = two_segments();
  Intervention news = from_day(5, bare(kinds::news, "reach", 1));
  news.scope.segments.add(SegmentId(std::size_t{1}));
  int reached = 0;
  for (const LifeEvent& e : run_under(w, {news}, watching_everybody(w)).events)
    if (e.kind == LifeEventKind::reached) {
      EXPECT_EQ(segment_of(e.person, w).index(), 1u);
      ++reached;
    }
  EXPECT_EQ(reached, 200);
}

// Whose profit an arm changes.
std::set<std::size_t> touched(const RunResult& plain, const RunResult& arm) {
  std::set<std::size_t> people;
  for (std::size_t i = 0; i < plain.people.size(); ++i)
    if (plain.people[i].lifetime_profit != arm.people[i].lifetime_profit) people.insert(i);
  return people;
}

Intervention half_price_for(float share) {
  Intervention one = bare(kinds::price, "price", .5f);
  one.scope.share = share;
  return one;
}

TEST(ValueTierScope, ChangesThePriceOfThatTierOnly) {
  const World w = ready(quiet_world());
  const RunPlan plan = recording_everybody(w);
  const RunResult plain = run_under(w, {}, plan);
  for (const ValueTier tier : {ValueTier::bottom, ValueTier::middle, ValueTier::top}) {
    Intervention one = half_price_for(1);
    one.scope.value_tiers.add(ValueTierId(static_cast<std::size_t>(tier)));
    const auto people = touched(plain, run_under(w, {one}, plan));
    for (std::size_t i = 0; i < plain.people.size(); ++i)
      EXPECT_EQ(people.count(i) == 1, plain.people[i].value_tier == tier) << i;
  }
}

TEST(ShareScope, ReachesThatShareAndSmallerSharesLieWithinLargerOnes) {
  const World w = ready(quiet_world(2000, 30));
  const RunPlan plan = recording_everybody(w);
  const RunResult plain = run_under(w, {}, plan);
  std::set<std::size_t> smaller;
  for (const float share : {.1f, .3f, .7f, 1.0f}) {
    const auto people = touched(plain, run_under(w, {half_price_for(share)}, plan));
    const double expected = 2000 * static_cast<double>(share);
    EXPECT_NEAR(static_cast<double>(people.size()), expected,
                5 * std::sqrt(expected * (1 - static_cast<double>(share))) + 1e-9);
    EXPECT_TRUE(std::includes(people.begin(), people.end(), smaller.begin(), smaller.end()));
    smaller = people;
  }
}

TEST(ShareScope, ReachesTheSamePeopleWithEveryIntervention) {
  World w = quiet_world(1000, 60);
  w.journeys[fix.index()].days_between = 3;  // nobody goes without a call
  w = ready(std::move(w));
  const RunPlan plan = recording_everybody(w);
  const RunResult plain = run_under(w, {}, plan);
  Intervention benefit = bare(kinds::loyalty_benefits, "benefit", 1);
  benefit.scope.share = .3f;
  EXPECT_EQ(touched(plain, run_under(w, {benefit}, plan)),
            touched(plain, run_under(w, {half_price_for(.3f)}, plan)));
}

TEST(ScopeOfPeople, MeansThoseWhoAreInEveryPartOfIt) {
  const World w = two_segments();
  const RunPlan plan = recording_everybody(w);
  const RunResult plain = run_under(w, {}, plan);
  Intervention one = half_price_for(.6f);
  one.scope.segments.add(SegmentId(std::size_t{1}));
  one.scope.value_tiers.add(ValueTierId(std::size_t{2}));
  const auto people = touched(plain, run_under(w, {one}, plan));
  EXPECT_FALSE(people.empty());
  for (const std::size_t i : people) {
    EXPECT_GE(i, 200u) << "the second segment";
    EXPECT_EQ(plain.people[i].value_tier, ValueTier::top);
  }
}

}  // namespace
}  // namespace cxsim
