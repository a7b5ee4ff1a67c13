// What customers pay and cost; value must flow both ways.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct MoneySettings {
  float revenue, share_of_wallet, margin, acquisition_cost, bot_cost, discount_rate;
  float referral_value, advertising_spend, forgone_horizon;
};

template <>
inline constexpr auto settings_of<MoneySettings> = std::to_array<Setting<MoneySettings>>({
    {"revenue", &MoneySettings::revenue, 30, non_negative_range, "currency per payment",
     "payment of an average customer at price 1", "model assumption", Tag::choice},
    {"share_of_wallet",
     &MoneySettings::share_of_wallet,
     .15,
     {0, 1},
     "share",
     "further revenue from the fully satisfied",
     "model assumption"},
    {"margin", &MoneySettings::margin, .65, share_range, "share",
     "share of revenue left after the cost of goods", "model assumption", Tag::choice},
    {"acquisition_cost", &MoneySettings::acquisition_cost, 80, non_negative_range, "currency",
     "cost of each purchase, win-backs included", "model assumption", Tag::choice},
    {"bot_cost", &MoneySettings::bot_cost, .15, share_range, "share",
     "cost of a contact answered by a bot, against a human's", "model assumption"},
    {"discount_rate",
     &MoneySettings::discount_rate,
     .10,
     {0, 10},
     "per year",
     "rate at which future money is discounted",
     "model assumption",
     Tag::choice},
    {"referral_value", &MoneySettings::referral_value, 80, non_negative_range, "currency",
     "value credited to the customer whose word brought a purchase: the acquisition it replaces",
     "model assumption"},
    {"advertising_spend", &MoneySettings::advertising_spend, 0, non_negative_range,
     "currency per day", "advertising spend", "model assumption", Tag::choice},
    {"forgone_horizon",
     &MoneySettings::forgone_horizon,
     36,
     {1, 1200},
     "payments",
     "payments counted as missed opportunity when a customer leaves",
     "model assumption",
     Tag::choice},
});

// One payment in currency.
template <class F>
F payment(F price, F value, F satisfaction, const MoneySettings& s) {
  return price * value * (satisfaction * s.share_of_wallet + 1.0f) * s.revenue;
}

// Present value of `payments` monthly payments of one unit each at a yearly rate.
inline float annuity(float payments, float yearly_rate) {
  if (yearly_rate <= 0.0f) return payments;
  const float monthly = log(1.0f + yearly_rate) / 12.0f;
  return (1.0f - exp(-monthly * payments)) / (exp(monthly) - 1.0f);
}

}  // namespace cxsim
