// A journey: an intent, the rules of its episode, and its edges on the touchpoint graph.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/problem.hpp"
#include "base/setting.hpp"

namespace cxsim {

enum class EdgeOutcome : unsigned char { success, failure, always };

// How the weight of an edge follows the customer's state, in logits per unit.
struct EdgeSlopes {
  float valence = 0, trust = 0, effort = 0, failures = 0;
  bool any() const { return valence != 0 || trust != 0 || effort != 0 || failures != 0; }
};

// One edge of the multigraph for one journey; `from` and `to` name a touchpoint or one of the
// reserved vertices entry, purchase, resolved, abandoned, declined.
struct EdgePlan {
  std::string from, to;
  EdgeOutcome on = EdgeOutcome::success;
  float weight, dwell;  // relative weight; mean further days beyond 1 before the next contact
  float valence, trust, effort, failures;
  Place place;  // in the scenario, for messages
};

template <>
inline constexpr auto settings_of<EdgePlan> = std::to_array<Setting<EdgePlan>>({
    {"from",
     &EdgePlan::from,
     0,
     {},
     "text",
     "touchpoint it leaves, or entry or purchase",
     "",
     Tag::choice},
    {"to",
     &EdgePlan::to,
     0,
     {},
     "text",
     "touchpoint it leads to, or purchase, resolved, abandoned, declined",
     "",
     Tag::choice},
    {"weight",
     &EdgePlan::weight,
     1,
     {0, 1e6},
     "weight",
     "relative weight among the edges for the same outcome",
     "model assumption",
     Tag::choice},
    {"dwell",
     &EdgePlan::dwell,
     1.5,
     {0, 10000},
     "days",
     "mean further time beyond one day before the next contact",
     "model assumption",
     Tag::choice},
    {"valence",
     &EdgePlan::valence,
     0,
     {-50, 50},
     "logit per unit",
     "how mood draws along this edge",
     "model assumption"},
    {"trust",
     &EdgePlan::trust,
     0,
     {-50, 50},
     "logit per unit",
     "how trust draws along this edge",
     "model assumption"},
    {"effort",
     &EdgePlan::effort,
     0,
     {-50, 50},
     "logit per effort point",
     "how effort so far draws along this edge",
     "model assumption"},
    {"failures",
     &EdgePlan::failures,
     0,
     {-50, 50},
     "logit per failure",
     "how failures at this touchpoint draw along this edge",
     "model assumption"},
});

// A step of the shorthand: a touchpoint and the chance that it is included.
struct StepPlan {
  std::string touchpoint;
  float chance;
};

template <>
inline constexpr auto settings_of<StepPlan> = std::to_array<Setting<StepPlan>>({
    {"touchpoint",
     &StepPlan::touchpoint,
     0,
     {},
     "text",
     "touchpoint of the step, or purchase for the decision to buy",
     "",
     Tag::choice},
    {"chance", &StepPlan::chance, 1, share_range, "probability", "chance that the step is included",
     "model assumption", Tag::choice},
});

struct Journey {
  std::string name, title;
  std::string spawned_journey;  // what a failed close starts; may be empty
  RootCauseId root_cause;       // multiplies its rate; may be none
  JourneyId spawns;
  float importance, days_between;
  bool acquires, scales_with_demand, retries, remembered, surveyed;
  float abandon_slope, contact_limit;
  float gap, gap_before_purchase, retry_gap;
  float spawn_chance, spawn_gap;
  std::vector<StepPlan> steps;
  std::vector<EdgePlan> edges;  // beside those the steps stand for
  Place place;                  // in the scenario, for messages
};

template <>
inline constexpr auto settings_of<Journey> = std::to_array<Setting<Journey>>({
    {"title",
     &Journey::title,
     0,
     {},
     "text",
     "name shown to people; the name if not given",
     "",
     Tag::choice},
    {"importance", &Journey::importance, .5, share_range, "share",
     "how much the journey matters to the customer", "model assumption"},
    {"days_between",
     &Journey::days_between,
     0,
     {0, 1e6},
     "days",
     "mean time between needs of this kind; 0 = never by itself",
     "model assumption",
     Tag::choice},
    {"acquires",
     &Journey::acquires,
     0,
     {0, 1},
     "flag",
     "prospects take this journey when they consider the firm; it holds the purchase",
     "",
     Tag::choice},
    {"scales_with_demand",
     &Journey::scales_with_demand,
     0,
     {0, 1},
     "flag",
     "its rate is multiplied by the person's service demand",
     "",
     Tag::choice},
    {"retries",
     &Journey::retries,
     1,
     {0, 1},
     "flag",
     "a failed step is tried again; if not, a failure closes the journey unresolved",
     "",
     Tag::choice},
    {"remembered",
     &Journey::remembered,
     1,
     {0, 1},
     "flag",
     "its close enters memory",
     "",
     Tag::choice},
    {"surveyed",
     &Journey::surveyed,
     1,
     {0, 1},
     "flag",
     "its contacts are surveyed for satisfaction (CSAT)",
     "",
     Tag::choice},
    {"abandon_slope", &Journey::abandon_slope, .15, share_range, "probability per failure",
     "chance to give up after a failure, for each failure at this touchpoint", "model assumption"},
    {"contact_limit",
     &Journey::contact_limit,
     12,
     {1, 250},
     "contacts",
     "contacts after which a failure ends the journey",
     "model assumption"},
    {"gap",
     &Journey::gap,
     1.5,
     {0, 10000},
     "days",
     "mean further time beyond one day between steps",
     "model assumption",
     Tag::choice},
    {"gap_before_purchase",
     &Journey::gap_before_purchase,
     2,
     {0, 10000},
     "days",
     "the same before the purchase",
     "model assumption",
     Tag::choice},
    {"retry_gap",
     &Journey::retry_gap,
     2,
     {0, 10000},
     "days",
     "the same before a failed step is tried again",
     "model assumption",
     Tag::choice},
    {"spawns",
     &Journey::spawned_journey,
     0,
     {},
     "text",
     "journey that an unresolved close can start",
     "",
     Tag::choice},
    {"spawn_chance", &Journey::spawn_chance, 0, share_range, "probability", "chance that it does",
     "model assumption"},
    {"spawn_gap",
     &Journey::spawn_gap,
     2,
     {0, 10000},
     "days",
     "mean further time beyond one day until it starts",
     "model assumption",
     Tag::choice},
});

}  // namespace cxsim
