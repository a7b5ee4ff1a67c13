// Effective Net Preference: what speaks for this firm less what speaks for its rivals.
#pragma once

#include <array>
#include <span>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"
#include "model/traits.hpp"

namespace cxsim {

struct PreferenceSettings {
  float product_weight, service_weight, ux_weight, brand_weight;
  float quality, quality_reference, satisfaction, satisfaction_reference;
  float implicit, commitment, trust, trust_reference, equity, price;
  float hostile_base, hostile_price;
};

template <>
inline constexpr auto settings_of<PreferenceSettings> = std::to_array<Setting<PreferenceSettings>>({
    {"product_weight", &PreferenceSettings::product_weight, .35, share_range, "share",
     "weight of the product in overall believed quality", "model assumption"},
    {"service_weight", &PreferenceSettings::service_weight, .30, share_range, "share",
     "weight of service", "model assumption"},
    {"ux_weight", &PreferenceSettings::ux_weight, .20, share_range, "share",
     "weight of user experience", "model assumption"},
    {"brand_weight", &PreferenceSettings::brand_weight, .15, share_range, "share",
     "weight of the brand", "model assumption"},
    {"quality",
     &PreferenceSettings::quality,
     3,
     {-50, 50},
     "utility per quality",
     "value of believed quality",
     "McFadden 1974 (random utility; size assumed)"},
    {"quality_reference", &PreferenceSettings::quality_reference, .74, share_range, "quality",
     "believed quality that adds no utility: an average rival's", "model assumption"},
    {"satisfaction",
     &PreferenceSettings::satisfaction,
     1.2,
     {-50, 50},
     "utility",
     "value of remembered satisfaction",
     "model assumption"},
    {"satisfaction_reference",
     &PreferenceSettings::satisfaction_reference,
     .10,
     {-1, 1},
     "reaction",
     "satisfaction that adds no utility: an average rival's",
     "model assumption"},
    {"implicit",
     &PreferenceSettings::implicit,
     .8,
     {-50, 50},
     "utility",
     "value of the subconscious association",
     "model assumption"},
    {"commitment",
     &PreferenceSettings::commitment,
     1.2,
     {-50, 50},
     "utility",
     "value of commitment",
     "model assumption"},
    {"trust",
     &PreferenceSettings::trust,
     .8,
     {-50, 50},
     "utility",
     "value of trust",
     "model assumption"},
    {"trust_reference", &PreferenceSettings::trust_reference, .5, share_range, "share",
     "trust that adds no utility", "model assumption"},
    {"equity",
     &PreferenceSettings::equity,
     .4,
     {-50, 50},
     "utility",
     "value of being treated fairly",
     "model assumption"},
    {"price", &PreferenceSettings::price, 3, non_negative_range, "utility per log price",
     "weight of price at price sensitivity 1", "model assumption"},
    {"hostile_base",
     &PreferenceSettings::hostile_base,
     -.6,
     {-50, 50},
     "utility",
     "utility of the firm to a hostile customer at price 1",
     "Grégoire & Fisher 2008 (sign; size assumed)"},
    {"hostile_price", &PreferenceSettings::hostile_price, 3, non_negative_range, "factor",
     "how much more price weighs for a hostile customer", "model assumption"},
});

// A rival firm as customers see it; with the defaults it is worth nothing at price 1.
struct Rival {
  float price, quality, satisfaction;
};

template <>
inline constexpr auto settings_of<Rival> = std::to_array<Setting<Rival>>({
    {"price",
     &Rival::price,
     1,
     {.01, 100},
     "relative price",
     "price against the reference price",
     "model assumption",
     Tag::choice},
    {"quality", &Rival::quality, .74, share_range, "quality", "quality it is believed to have",
     "model assumption"},
    {"satisfaction",
     &Rival::satisfaction,
     .10,
     {-1, 1},
     "reaction",
     "satisfaction it is believed to give",
     "model assumption"},
});

template <class F>
F overall_belief(const Beliefs<F>& b, const PreferenceSettings& s) {
  return b.product * s.product_weight + b.service * s.service_weight + b.ux * s.ux_weight +
         b.brand * s.brand_weight;
}

// The terms of utility, kept apart so that a departure can be explained.
template <class F>
struct Preference {
  F quality, satisfaction, implicit, commitment, trust, equity, price;
  F hostility;  // replaces every other term but price for the hostile
  F rivals;     // utility of the rivals (log-sum)
};

template <class F>
F net(const Preference<F>& p) {
  return p.quality + p.satisfaction + p.implicit + p.commitment + p.trust + p.equity + p.price +
         p.hostility - p.rivals;
}

// Utility of the rivals together: the log-sum, which is the rival's own where there is one. `feels`
// is 0 for the hostile, who see nothing but prices, else 1.
template <class F>
F rivals_utility(F feels, F price_sensitivity, F price_factor, std::span<const Rival> rivals,
                 const PreferenceSettings& s) {
  F sum = F(0.0f);
  F only = F(0.0f);
  for (const Rival& rival : rivals) {
    const float merit = s.quality * (rival.quality - s.quality_reference) +
                        s.satisfaction * (rival.satisfaction - s.satisfaction_reference);
    only = feels * merit - price_sensitivity * price_factor * (s.price * log(rival.price));
    sum = sum + exp(only);
  }
  return rivals.size() == 1 ? only : log(sum);
}

// `price` is the firm's relative price for this customer, > 0; at least one rival.
template <class F, class Mask>
Preference<F> preference(const Mind<F>& mind, F price_sensitivity, Mask hostile, F price,
                         std::span<const Rival> rivals, const PreferenceSettings& s) {
  const F feels = select(hostile, F(0.0f), F(1.0f));
  const F price_factor = select(hostile, F(s.hostile_price), F(1.0f));
  Preference<F> p;
  p.quality = feels * (overall_belief(mind.belief, s) - s.quality_reference) * s.quality;
  p.satisfaction = feels * (mind.satisfaction - s.satisfaction_reference) * s.satisfaction;
  p.implicit = feels * mind.implicit * s.implicit;
  p.commitment = feels * mind.commitment * s.commitment;
  p.trust = feels * (mind.trust - s.trust_reference) * s.trust;
  p.equity = feels * mind.equity * s.equity;
  p.price = price_sensitivity * price_factor * log(price) * (-s.price);
  p.hostility = select(hostile, F(s.hostile_base), F(0.0f));
  p.rivals = rivals_utility(feels, price_sensitivity, price_factor, rivals, s);
  return p;
}

}  // namespace cxsim
