// Prospects and former customers: to consider the firm, and to buy.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct AcquisitionSettings {
  float start_intercept, quality, quality_reference, reputation, reputation_reference;
  float former_penalty, former_implicit, buy_threshold, former_buy_threshold;
  float first_consideration, unaware_pause, pause_fixed, pause_mean;
  float former_pause_fixed, former_pause_mean;
};

template <>
inline constexpr auto settings_of<AcquisitionSettings> =
    std::to_array<Setting<AcquisitionSettings>>({
        {"start_intercept",
         &AcquisitionSettings::start_intercept,
         -.3,
         {-20, 20},
         "logit",
         "readiness of an aware prospect to start",
         "model assumption"},
        {"quality",
         &AcquisitionSettings::quality,
         3,
         {-50, 50},
         "logit per quality",
         "weight of believed quality",
         "model assumption"},
        {"quality_reference", &AcquisitionSettings::quality_reference, .74, share_range, "quality",
         "believed quality that neither attracts nor repels", "model assumption"},
        {"reputation",
         &AcquisitionSettings::reputation,
         1.5,
         {-50, 50},
         "logit",
         "weight of review reputation",
         "Chevalier & Mayzlin 2006; Luca 2011 (sign; size assumed)"},
        {"reputation_reference", &AcquisitionSettings::reputation_reference, .6, share_range,
         "share", "reputation that neither attracts nor repels", "model assumption"},
        {"former_penalty",
         &AcquisitionSettings::former_penalty,
         -1,
         {-20, 20},
         "logit",
         "reluctance of a former customer to start again",
         "model assumption"},
        {"former_implicit",
         &AcquisitionSettings::former_implicit,
         1.5,
         {-20, 20},
         "logit",
         "what a fond subconscious association does for it",
         "model assumption"},
        {"buy_threshold",
         &AcquisitionSettings::buy_threshold,
         .4,
         {-20, 20},
         "utility",
         "utility a newcomer wants before buying",
         "model assumption"},
        {"former_buy_threshold",
         &AcquisitionSettings::former_buy_threshold,
         .8,
         {-20, 20},
         "utility",
         "utility a former customer wants before buying again",
         "model assumption"},
        {"first_consideration", &AcquisitionSettings::first_consideration, 400, positive_range,
         "days", "mean time to the first consideration", "model assumption"},
        {"unaware_pause", &AcquisitionSettings::unaware_pause, 200, positive_range, "days",
         "mean time to the next consideration of one who does not know the firm",
         "model assumption"},
        {"pause_fixed", &AcquisitionSettings::pause_fixed, 120, non_negative_range, "days",
         "least time to the next consideration after deciding against", "model assumption"},
        {"pause_mean", &AcquisitionSettings::pause_mean, 400, positive_range, "days",
         "mean further time", "model assumption"},
        {"former_pause_fixed", &AcquisitionSettings::former_pause_fixed, 180, non_negative_range,
         "days", "least time until a former customer reconsiders", "model assumption"},
        {"former_pause_mean", &AcquisitionSettings::former_pause_mean, 400, positive_range, "days",
         "mean further time", "model assumption"},
    });

template <class F, class Mask>
F start_chance(F overall_belief, F implicit, F reputation, Mask former,
               const AcquisitionSettings& s) {
  const F return_wish = implicit * s.former_implicit + s.former_penalty;
  return logistic((overall_belief - s.quality_reference) * s.quality +
                  (reputation - s.reputation_reference) * s.reputation +
                  select(former, return_wish, F(0.0f)) + s.start_intercept);
}

template <class F, class Mask>
F buy_chance(F net_preference, F reputation, Mask former, const AcquisitionSettings& s) {
  const F threshold = select(former, F(s.former_buy_threshold), F(s.buy_threshold));
  return logistic(net_preference + (reputation - s.reputation_reference) * s.reputation -
                  threshold);
}

}  // namespace cxsim
