// The market every firm is measured against: what customers have come to hold as due.
#pragma once

#include <array>

#include "base/setting.hpp"

namespace cxsim {

struct MarketSettings {
  float expectation, expectation_trend;
};

template <>
inline constexpr auto settings_of<MarketSettings> = std::to_array<Setting<MarketSettings>>({
    {"expectation", &MarketSettings::expectation, .72, share_range, "quality",
     "quality that customers hold every firm to on day 0", "model assumption"},
    {"expectation_trend",
     &MarketSettings::expectation_trend,
     .010,
     {-1, 1},
     "quality per year",
     "how fast the market standard rises",
     "model assumption"},
});

// `time` in days from day 0.
inline float market_expectation_at(float time, const MarketSettings& market) {
  return market.expectation + market.expectation_trend * time / 365.0f;
}

}  // namespace cxsim
