// A segment: who its people are, what they need, and what they think of the firm on day 0.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct TraitSpread {
  float mean, sd;  // of the logarithm, but for inertia
};

struct Segment {
  std::string name, title;
  float weight, initial_share, price;
  float reactivity_mean, reactivity_sd, price_sensitivity_mean, price_sensitivity_sd;
  float inertia_mean, inertia_sd, founding_inertia, value_mean, value_sd, demand_mean, demand_sd;
  float talkativeness_mean, talkativeness_sd;
  float belief, satisfaction, implicit, commitment, trust, prospect_trust;
  float tenure, first_contact;
  std::vector<float> need_factors;  // one a journey, multiplies its rate
};

template <>
inline constexpr auto settings_of<Segment> = std::to_array<Setting<Segment>>({
    {"title", &Segment::title, 0, {}, "text", "name shown to people; the name if not given", "",
     Tag::choice},
    {"weight", &Segment::weight, 1, positive_range, "weight",
     "size of the segment among all people, relative to the others", "", Tag::choice},
    {"initial_share", &Segment::initial_share, .3, share_range, "share",
     "share of its people who are customers on day 0", "model assumption", Tag::choice},
    {"price", &Segment::price, 1, {.01, 100}, "factor", "what it pays, against the firm's price",
     "model assumption", Tag::choice},
    {"reactivity_mean", &Segment::reactivity_mean, 0, {-3, 3}, "log", "mean log affect intensity",
     "model assumption"},
    {"reactivity_sd", &Segment::reactivity_sd, .25, {0, 3}, "log",
     "spread of log affect intensity", "model assumption"},
    {"price_sensitivity_mean", &Segment::price_sensitivity_mean, 0, {-3, 3}, "log",
     "mean log price sensitivity", "model assumption"},
    {"price_sensitivity_sd", &Segment::price_sensitivity_sd, .4, {0, 3}, "log",
     "spread of log price sensitivity", "model assumption"},
    {"inertia_mean", &Segment::inertia_mean, .9, {-20, 20}, "utility",
     "mean switching cost", "fitted to fact 12; Burnham et al. 2003", Tag::derived},
    {"inertia_sd", &Segment::inertia_sd, 1.4, {0, 20}, "utility", "spread of switching cost",
     "fitted to fact 12", Tag::derived},
    {"founding_inertia", &Segment::founding_inertia, .6, {-20, 20}, "utility",
     "further switching cost of customers on day 0: they have stayed so far",
     "fitted to fact 12", Tag::derived},
    {"value_mean", &Segment::value_mean, -.32, {-5, 5}, "log", "mean log revenue multiplier",
     "fitted to fact 20: mean multiplier 1", Tag::derived},
    {"value_sd", &Segment::value_sd, .8, {0, 3}, "log", "spread of log revenue multiplier",
     "fitted to fact 20", Tag::derived},
    {"demand_mean", &Segment::demand_mean, -.245, {-5, 5}, "log",
     "mean log service-demand multiplier", "fitted to fact 20: mean multiplier 1", Tag::derived},
    {"demand_sd", &Segment::demand_sd, .7, {0, 3}, "log", "spread of log service-demand multiplier",
     "fitted to fact 20", Tag::derived},
    {"talkativeness_mean", &Segment::talkativeness_mean, -.18, {-5, 5}, "log",
     "mean log talkativeness", "model assumption"},
    {"talkativeness_sd", &Segment::talkativeness_sd, .6, {0, 3}, "log",
     "spread of log talkativeness", "model assumption"},
    {"belief", &Segment::belief, .74, share_range, "quality",
     "believed quality of every facet on day 0", "model assumption"},
    {"satisfaction", &Segment::satisfaction, .20, {-1, 1}, "reaction",
     "remembered satisfaction of customers on day 0", "model assumption"},
    {"implicit", &Segment::implicit, .08, {-1, 1}, "reaction",
     "subconscious association of customers on day 0", "model assumption"},
    {"commitment", &Segment::commitment, .3, share_range, "share",
     "commitment of customers on day 0", "model assumption"},
    {"trust", &Segment::trust, .55, share_range, "share", "trust of customers on day 0",
     "model assumption"},
    {"prospect_trust", &Segment::prospect_trust, .5, share_range, "share",
     "trust of everybody else on day 0", "model assumption"},
    {"tenure", &Segment::tenure, 700, positive_range, "days", "mean tenure of customers on day 0",
     "model assumption"},
    {"first_contact", &Segment::first_contact, 6, positive_range, "days",
     "mean time until their first need", "model assumption"},
});

}  // namespace cxsim
