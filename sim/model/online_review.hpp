// Public reviews: written mostly by the stirred, read by every prospect.
#pragma once

#include <array>

#include "base/number.hpp"
#include "base/setting.hpp"

namespace cxsim {

struct OnlineReviewSettings {
  float base, positive, negative, stars_neutral, stars_slope, stars_noise;
  float initial_reputation, initial_count, memory;
};

template <>
inline constexpr auto settings_of<OnlineReviewSettings> =
    std::to_array<Setting<OnlineReviewSettings>>({
        {"base", &OnlineReviewSettings::base, .002, share_range, "probability",
         "chance of a review of a journey of importance 1 that stirred nothing",
         "model assumption"},
        {"positive", &OnlineReviewSettings::positive, .05, share_range, "probability",
         "further chance after a perfect journey",
         "Hu, Zhang & Pavlou 2009 (J shape); fitted to fact 8", Tag::derived},
        {"negative", &OnlineReviewSettings::negative, .09, share_range, "probability",
         "further chance after a terrible journey",
         "Hu, Zhang & Pavlou 2009 (J shape); fitted to fact 8", Tag::derived},
        {"stars_neutral",
         &OnlineReviewSettings::stars_neutral,
         3.3,
         {1, 5},
         "stars",
         "stars for an experience that stirred nothing",
         "model assumption"},
        {"stars_slope",
         &OnlineReviewSettings::stars_slope,
         3,
         {0, 20},
         "stars per reaction",
         "stars for each unit of experience",
         "model assumption"},
        {"stars_noise", &OnlineReviewSettings::stars_noise, .4, non_negative_range, "stars",
         "standard deviation of stars", "model assumption"},
        {"initial_reputation", &OnlineReviewSettings::initial_reputation, .62, share_range, "share",
         "reputation at the start, (stars - 1) / 4", "model assumption"},
        {"initial_count", &OnlineReviewSettings::initial_count, 60, non_negative_range, "reviews",
         "reviews that reputation rests on at the start", "model assumption"},
        {"memory",
         &OnlineReviewSettings::memory,
         400,
         {1, 1e9},
         "reviews",
         "reviews after which older ones are forgotten as new ones come",
         "model assumption"},
    });

template <class F>
F review_chance(F experience, F importance, const OnlineReviewSettings& s) {
  const F stirred = select(experience > F(0.0f), F(s.positive), F(s.negative));
  return importance * (experience * experience * stirred + s.base);
}

// Stars 1 to 5; `noise` is standard normal.
template <class F>
F stars_given(F experience, F noise, const OnlineReviewSettings& s) {
  return clamp(round_to_whole(experience * s.stars_slope + noise * s.stars_noise + s.stars_neutral),
               1.0f, 5.0f);
}

// What all published reviews add up to.
struct Reputation {
  float level;  // (stars - 1) / 4, [0, 1]
  float count;  // reviews it rests on
};

inline void publish(Reputation& reputation, float stars, const OnlineReviewSettings& s) {
  reputation.level += ((stars - 1.0f) / 4.0f - reputation.level) / (reputation.count + 1.0f);
  reputation.count = min_of(reputation.count + 1.0f, s.memory);
}

}  // namespace cxsim
