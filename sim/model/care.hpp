// Reciprocity: care for chosen customers is returned; those who see it go to others resent it.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct CareSettings {
  float equity_gain, equity_loss, top_value, bottom_value, random_share;
};

template <>
inline constexpr auto settings_of<CareSettings> = std::to_array<Setting<CareSettings>>({
    {"equity_gain", &CareSettings::equity_gain, .03, share_range, "share",
     "equity gained at a contact with care", "model assumption"},
    {"equity_loss", &CareSettings::equity_loss, .03, share_range, "share",
     "equity a top-value customer loses at a contact while care goes to others",
     "Adams 1963 (size assumed)"},
    {"top_value", &CareSettings::top_value, 1.42, positive_range, "factor",
     "value above which a customer is top-value (about 20%)", "model assumption"},
    {"bottom_value", &CareSettings::bottom_value, .37, positive_range, "factor",
     "value below which a customer is bottom-value (about 20%)", "model assumption"},
    {"random_share", &CareSettings::random_share, .2, share_range, "share",
     "share of customers chosen where care is given at random", "model assumption"},
});

// Where a customer stands by the revenue they bring: about a fifth at the top, a fifth at the
// bottom.
enum class ValueTier : unsigned char { bottom, middle, top };

inline ValueTier value_tier_of(float value, const CareSettings& s) {
  return value > s.top_value      ? ValueTier::top
         : value < s.bottom_value ? ValueTier::bottom
                                  : ValueTier::middle;
}

// `care` in [0, 1]: how much of it.
template <class F>
void receive_care(Mind<F>& mind, F care, const CareSettings& s) {
  mind.equity = as_signed_unit(mind.equity + (F(1.0f) - mind.equity) * care * s.equity_gain);
}

template <class F>
void see_care_go_to_others(Mind<F>& mind, F care, const CareSettings& s) {
  mind.equity = as_signed_unit(mind.equity - (F(1.0f) + mind.equity) * care * s.equity_loss);
}

}  // namespace cxsim
