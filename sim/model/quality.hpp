// What is really delivered: the levels' quality, the wait, luck, personalisation, care and failure.
#pragma once

#include <array>

#include "base/functions.hpp"
#include "base/setting.hpp"
#include "model/encounter.hpp"

namespace cxsim {

struct QualitySettings {
  float noise, failure_penalty, failure_low, failure_high, bot_failure_damping;
  float wait_perception, wait_scale;
  float personalisation_gain, privacy_loss, care_gain;
};

template <>
inline constexpr auto settings_of<QualitySettings> = std::to_array<Setting<QualitySettings>>({
    {"noise",
     &QualitySettings::noise,
     .07,
     {0, 1},
     "quality",
     "standard deviation of quality from contact to contact",
     "model assumption"},
    {"failure_penalty",
     &QualitySettings::failure_penalty,
     .45,
     {0, 1},
     "quality",
     "quality lost when a contact fails, before severity",
     "model assumption"},
    {"failure_low",
     &QualitySettings::failure_low,
     .6,
     {0, 5},
     "factor",
     "mildest severity of a failure",
     "model assumption"},
    {"failure_high",
     &QualitySettings::failure_high,
     1.4,
     {0, 5},
     "factor",
     "worst severity of a failure",
     "model assumption"},
    {"bot_failure_damping",
     &QualitySettings::bot_failure_damping,
     .6,
     {0, 2},
     "factor",
     "share of the penalty felt when a bot fails, because little was expected",
     "model assumption"},
    {"wait_perception",
     &QualitySettings::wait_perception,
     1.36,
     {0, 5},
     "factor",
     "perceived wait for each minute waited, unannounced",
     "Larson: people overestimate waits by 36%",
     Tag::published},
    {"wait_scale", &QualitySettings::wait_scale, 45, positive_range, "minutes",
     "perceived wait that costs all but 1/e of the physical level", "model assumption"},
    {"personalisation_gain",
     &QualitySettings::personalisation_gain,
     .04,
     {0, 1},
     "quality",
     "gain from full personalisation with perfect analytics",
     "Aguirre 2015 (sign; size assumed)"},
    {"privacy_loss",
     &QualitySettings::privacy_loss,
     .06,
     {0, 1},
     "quality",
     "loss from full personalisation without consent for the most private person",
     "Aguirre 2015 (sign; size assumed)"},
    {"care_gain",
     &QualitySettings::care_gain,
     .07,
     {0, 1},
     "quality",
     "gain where a customer is chosen for care",
     "model assumption"},
});

// What fell to this contact by luck and policy.
template <class F>
struct Circumstances {
  F noise;            // standard normal
  F severity;         // uniform in [0, 1)
  F failed;           // 1 or 0
  F personalisation;  // lever, [0, 1]
  F analytics;        // lever, [0, 1]
  F consent;          // lever, [0, 1]
  F privacy;          // trait, [0, 1]
  F care;             // 1 where the customer is chosen for care, else 0
};

// Delivered quality in [0, 1].
template <class F>
F delivered_quality(const Encounter<F>& at, const Circumstances<F>& c, const QualitySettings& s) {
  const F physical = at.physical * exp(at.wait * at.wait_perception * (-1.0f / s.wait_scale));
  const F personal = c.personalisation * (c.analytics * s.personalisation_gain -
                                          (F(1.0f) - c.consent) * c.privacy * s.privacy_loss);
  const F severity = c.severity * (s.failure_high - s.failure_low) + s.failure_low;
  const F loss = c.failed * at.failure_damping * s.failure_penalty * severity;
  return as_share(at.quality + physical + c.noise * s.noise + personal + c.care * s.care_gain -
                  loss);
}

}  // namespace cxsim
