// Labels of the customer lifecycle that are computed from the state, never stored.
#pragma once

#include <array>

#include "base/setting.hpp"

namespace cxsim {

struct LabelSettings {
  float cultivated_tenure, cultivated_satisfaction, promoter_score, detractor_score;
  float advocate_memory, at_risk_look, noticeable_push;
};

template <>
inline constexpr auto settings_of<LabelSettings> = std::to_array<Setting<LabelSettings>>({
    {"cultivated_tenure", &LabelSettings::cultivated_tenure, 180, non_negative_range, "days",
     "tenure beyond which a satisfied customer is cultivated", "model assumption"},
    {"cultivated_satisfaction",
     &LabelSettings::cultivated_satisfaction,
     .2,
     {-1, 1},
     "reaction",
     "satisfaction beyond which such a customer is cultivated",
     "model assumption"},
    {"promoter_score",
     &LabelSettings::promoter_score,
     9,
     {0, 10},
     "points",
     "score from which a customer is a promoter",
     "Reichheld 2003",
     Tag::published},
    {"detractor_score",
     &LabelSettings::detractor_score,
     6,
     {0, 10},
     "points",
     "score up to which a customer is a detractor",
     "Reichheld 2003",
     Tag::published},
    {"advocate_memory", &LabelSettings::advocate_memory, 180, non_negative_range, "days",
     "time within which an advocate has spoken well of the firm", "model assumption"},
    {"at_risk_look", &LabelSettings::at_risk_look, .2, share_range, "probability",
     "look probability beyond which a customer is at risk", "model assumption"},
    {"noticeable_push", &LabelSettings::noticeable_push, .05, non_negative_range, "log-odds",
     "push to leave below which a departure is put down to chance", "model assumption"},
});

template <class F>
auto is_cultivated(F tenure, F satisfaction, const LabelSettings& s) {
  return tenure > F(s.cultivated_tenure) && satisfaction > F(s.cultivated_satisfaction);
}

template <class F>
auto is_advocate(F score, F days_since_praise, const LabelSettings& s) {
  return score >= F(s.promoter_score) && days_since_praise <= F(s.advocate_memory);
}

template <class F>
auto is_value_adder(F revenue, F cost, F referrals, float margin) {
  return revenue * margin - cost + referrals > F(0.0f);
}

}  // namespace cxsim
