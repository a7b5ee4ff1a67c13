// What management can turn: the levers of the firm, most of them set by its maturity stage.
#pragma once

#include <array>
#include <limits>

#include "base/setting.hpp"

namespace cxsim {

// The levers a maturity stage bundles (Temkin's six stages; values are assumptions).
struct StageLevers {
  float alignment, culture, feedback, analytics, inner, inner_delay, outer, skill, empathy;
  float programme_cost;
};

// A default of NaN means: as the maturity stage says.
inline constexpr double by_stage = std::numeric_limits<double>::quiet_NaN();

template <>
inline constexpr auto settings_of<StageLevers> = std::to_array<Setting<StageLevers>>({
    {"alignment", &StageLevers::alignment, by_stage, share_range, "share",
     "how far departments work as one: 0 silos, 1 aligned", "model assumption"},
    {"culture", &StageLevers::culture, by_stage, share_range, "share", "customer-centric culture",
     "model assumption"},
    {"feedback", &StageLevers::feedback, by_stage, share_range, "share",
     "share of journeys on which the firm collects feedback", "model assumption"},
    {"analytics", &StageLevers::analytics, by_stage, share_range, "share",
     "accuracy with which feedback is understood", "model assumption"},
    {"inner", &StageLevers::inner, by_stage, share_range, "probability",
     "inner loop: chance that a bad journey the firm heard of is followed up", "model assumption"},
    {"inner_delay",
     &StageLevers::inner_delay,
     by_stage,
     {0, 365},
     "days",
     "mean delay of that follow-up beyond one day",
     "model assumption"},
    {"outer",
     &StageLevers::outer,
     by_stage,
     {0, 100},
     "per year",
     "outer loop: rate at which root causes are fixed",
     "model assumption"},
    {"skill", &StageLevers::skill, by_stage, share_range, "share", "skill of employees",
     "model assumption"},
    {"empathy", &StageLevers::empathy, by_stage, share_range, "share", "empathy of employees",
     "model assumption"},
    {"programme_cost", &StageLevers::programme_cost, by_stage, non_negative_range,
     "currency per customer and payment", "cost of the customer experience programme",
     "model assumption"},
});

// Levers that no stage sets.
struct PolicyLevers {
  float promise, claim, advertising, technology, personalisation, consent, price, staffing;
  float announced_waits, care, encounters, win_back_offers, win_back_delay, win_back_discount;
  float win_back_duration, loyalty_benefit, care_cost;
};

template <>
inline constexpr auto settings_of<PolicyLevers> = std::to_array<Setting<PolicyLevers>>({
    {"promise", &PolicyLevers::promise, .80, share_range, "quality", "quality the brand promises",
     "model assumption", Tag::choice},
    {"claim", &PolicyLevers::claim, .3, share_range, "share", "how loudly it does",
     "model assumption", Tag::choice},
    {"advertising", &PolicyLevers::advertising, .0006, share_range, "per day",
     "chance a day that advertising makes a person aware of the firm", "model assumption",
     Tag::choice},
    {"technology", &PolicyLevers::technology, 0, share_range, "share",
     "share of human contacts that a bot answers first", "model assumption", Tag::choice},
    {"personalisation", &PolicyLevers::personalisation, 0, share_range, "share",
     "how far contacts are personalised", "model assumption", Tag::choice},
    {"consent", &PolicyLevers::consent, .5, share_range, "share",
     "how far customers have agreed to it", "model assumption", Tag::choice},
    {"price",
     &PolicyLevers::price,
     1,
     {.01, 100},
     "relative price",
     "price against the reference price",
     "model assumption",
     Tag::choice},
    {"staffing",
     &PolicyLevers::staffing,
     1,
     {0, 100},
     "factor",
     "capacity against what the load calls for",
     "model assumption",
     Tag::choice},
    {"announced_waits", &PolicyLevers::announced_waits, 0, share_range, "share",
     "share of waits that are announced or occupied, and so not overestimated",
     "Maister 1985 (size assumed)", Tag::choice},
    {"care", &PolicyLevers::care, 0, share_range, "share",
     "special care for chosen customers at human contacts", "model assumption", Tag::choice},
    {"encounters",
     &PolicyLevers::encounters,
     0,
     {0, 365},
     "per person and year",
     "unplanned encounters with a sales representative",
     "model assumption",
     Tag::choice},
    {"win_back_offers", &PolicyLevers::win_back_offers, 0, share_range, "share",
     "share of leaving customers who get a win-back offer", "model assumption", Tag::choice},
    {"win_back_delay",
     &PolicyLevers::win_back_delay,
     30,
     {1, 3650},
     "days",
     "time from leaving to the offer, and so to considering it",
     "model assumption",
     Tag::choice},
    {"win_back_discount",
     &PolicyLevers::win_back_discount,
     .2,
     {0, .99},
     "share",
     "price cut of the offer",
     "model assumption",
     Tag::choice},
    {"win_back_duration",
     &PolicyLevers::win_back_duration,
     180,
     {0, 3650},
     "days",
     "time the price cut lasts after buying again",
     "model assumption",
     Tag::choice},
    {"care_cost", &PolicyLevers::care_cost, 2, non_negative_range, "currency per contact",
     "cost of full care at one human contact", "model assumption"},
    {"loyalty_benefit",
     &PolicyLevers::loyalty_benefit,
     0,
     {0, 10},
     "factor",
     "benefit that staying customers receive: 0 none, 1 a usual loyalty programme",
     "model assumption",
     Tag::choice},
});

struct Levers : StageLevers, PolicyLevers {};

}  // namespace cxsim
