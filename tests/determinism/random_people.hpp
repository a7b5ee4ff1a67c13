// People as a run could meet them or could not: in any state of mind, on any journey, due or not.
#pragma once

#include <vector>

#include "engine/message.hpp"
#include "engine/world.hpp"
#include "model/customer.hpp"
#include "support/chance.hpp"

namespace cxsim {

// A touchpoint, or the entry, from which a journey leads on whatever happens there.
struct Stop {
  JourneyId journey;
  std::uint8_t vertex;
};

inline std::vector<Stop> stops_of(const World& w, bool acquiring_only) {
  std::vector<Stop> stops;
  const auto leads_on = [&](JourneyId journey, std::uint8_t vertex, Outcome outcome) {
    return !w.tables.edges(journey, vertex, outcome).empty();
  };
  for (std::size_t j = 0; j < w.journeys.size(); ++j) {
    const JourneyId journey(j);
    if (acquiring_only && journey != w.acquiring) continue;
    stops.push_back({journey, w.tables.vertex(Landmark::entry)});
    for (std::size_t t = 0; t < w.touchpoints.size(); ++t) {
      const auto vertex = static_cast<std::uint8_t>(t);
      if (leads_on(journey, vertex, Outcome::success) &&
          leads_on(journey, vertex, Outcome::failure))
        stops.push_back({journey, vertex});
    }
  }
  return stops;
}

// Everything about somebody is drawn anew; what cannot be together is not drawn together.
class RandomPeople {
 public:
  RandomPeople(const World& w, std::int32_t day, std::uint64_t seed)
      : world_(w),
        day_(day),
        dice_(seed),
        stops_(stops_of(w, false)),
        ways_in_(stops_of(w, true)) {}

  Customer customer() {
    Customer c{};
    c.mind = mind();
    c.episode = {between(-1, 1), between(-1, 1), between(-9, 9), between(0, 15)};
    c.touched = dice_.happens(.1) ? time() : time() - between(0, dice_.happens(.5) ? 3 : 400);
    c.joined = day_ - below(3000);
    c.revenue = between(0, 5000);
    c.cost = between(0, 3000);
    c.reaction_sum = between(-40, 40);
    c.reaction_squares = between(0, 60);
    c.lifecycle = static_cast<Lifecycle>(dice_.happens(.5) ? 3 : below(5));
    c.journey_contacts = byte(3);
    c.last_department = any_or_none<DepartmentId>(world_.company.departments.size());
    c.failures = byte(2);
    c.recoveries = byte(1);
    c.facts = byte(256);
    c.set(Fact::observed, false);
    for (std::uint8_t& trait : c.traits) trait = byte(256);
    c.upstream = any_or_none<TouchpointId>(world_.touchpoints.size());
    c.upstream_cause = any_or_none<RootCauseId>(world_.company.root_causes.size());
    c.contacts = static_cast<std::uint16_t>(dice_.happens(.05) ? 65535 : below(300));
    set_out(c);
    c.next_review = c.lifecycle == Lifecycle::considering ? never : date();
    c.next_recovery = dice_.happens(.3) ? date() : never;
    return c;
  }

  History history() {
    History h;
    h.referral_value = between(0, 200);
    h.satisfaction_before = between(-1, 1);
    if (dice_.happens(.5)) h.note_praise(day_ - below(400));
    if (dice_.happens(.5)) h.referrer = person();
    for (int departures = below(3); departures > 0; --departures) {
      const std::int32_t left = day_ - below(2000);
      h.note_churn(left, left - below(4000),
                   static_cast<CauseOfLeaving>(below(static_cast<int>(CauseOfLeaving::count))));
    }
    return h;
  }

  Message message(std::uint16_t sequence) {
    const auto kind = static_cast<MessageKind>(below(3));
    const float experience = kind == MessageKind::referral ? 20.0f : between(-1, 1);
    return {person(), person(), sequence, kind, experience, dice_.happens(.8) ? 1.0f : 3.0f};
  }

  PersonId person() {
    return PersonId(dice_.below(static_cast<std::uint64_t>(world_.simulation.people)));
  }

 private:
  float time() const { return static_cast<float>(day_) + .5f; }
  float between(float low, float high) { return low + (high - low) * dice_.uniform(); }
  std::int32_t below(int count) {
    return static_cast<std::int32_t>(dice_.below(static_cast<std::uint64_t>(count)));
  }
  // Mostly below `usual`, and now and then any.
  std::uint8_t byte(int usual) {
    return static_cast<std::uint8_t>(below(dice_.happens(.9) ? usual : 256));
  }
  template <class Id>
  Id any_or_none(std::size_t count) {
    return count == 0 || dice_.happens(.3) ? Id() : Id(dice_.below(count));
  }

  // Most of them well within their ranges, some at the ends.
  float feeling(float low, float high) {
    return dice_.happens(.05) ? (dice_.happens(.5) ? low : high) : between(low, high);
  }
  Mind<float> mind() {
    Mind<float> m;
    m.belief = {feeling(0, 1), feeling(0, 1), feeling(0, 1), feeling(0, 1)};
    m.expectation_offset = feeling(-.5f, .5f);
    m.valence = feeling(-1, 1);
    m.arousal = feeling(0, 1);
    m.satisfaction = feeling(-1, 1);
    m.implicit = feeling(-1, 1);
    m.trust = feeling(0, 1);
    m.commitment = feeling(0, 1);
    m.cynicism = feeling(0, 1);
    m.equity = feeling(-1, 1);
    m.neighbour_exits = dice_.happens(.5) ? 0 : between(0, 5);
    return m;
  }

  std::int32_t date() {
    switch (below(6)) {
      case 0:
      case 1:
        return day_;
      case 2:
        return day_ - below(5);
      case 3:
        return dice_.happens(.3) ? 70000 + below(100) : never;
      default:
        return day_ + 1 + below(400);
    }
  }

  // Customers are on any journey or none, prospects on the one that makes them customers.
  void set_out(Customer& c) {
    c.vertex = byte(static_cast<int>(world_.touchpoints.size()));
    c.next_contact = never;
    const bool considers = c.lifecycle == Lifecycle::considering;
    if (!considers && !c.active()) return;
    c.next_contact = date();
    if (!considers && dice_.happens(.3)) return;
    const std::vector<Stop>& from = considers ? ways_in_ : stops_;
    const Stop stop = from[dice_.below(from.size())];
    c.journey = stop.journey;
    c.vertex = stop.vertex;
  }

  const World& world_;
  std::int32_t day_;
  Dice dice_;
  std::vector<Stop> stops_, ways_in_;
};

}  // namespace cxsim
