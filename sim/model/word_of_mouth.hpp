// Telling and hearing: the bad is told more per experience, the committed resist it.
#pragma once

#include <array>

#include "base/setting.hpp"
#include "model/mind.hpp"

namespace cxsim {

struct WordOfMouthSettings {
  float base, positive, negative, hostile_factor, leaving, leaving_experience;
  float heard_rate, heard_bad_weight, heard_most, active_weight, commitment_shield;
  float neutral_belief, belief_slope;
  float interest_above, interest_chance, interest_delay, interest_patience;
  float encounter_weight, encounter_slope, encounter_noise;
};

template <>
inline constexpr auto settings_of<WordOfMouthSettings> =
    std::to_array<Setting<WordOfMouthSettings>>({
        {"base", &WordOfMouthSettings::base, .05, non_negative_range, "messages",
         "messages about a journey of importance 1 that stirred nothing", "model assumption"},
        {"positive", &WordOfMouthSettings::positive, 3, non_negative_range, "messages",
         "further messages about a perfect journey",
         "Anderson 1998 (asymmetric U); fitted to facts 5-6", Tag::derived},
        {"negative", &WordOfMouthSettings::negative, 5.5, non_negative_range, "messages",
         "further messages about a terrible journey",
         "Anderson 1998 (asymmetric U); fitted to facts 5-6", Tag::derived},
        {"hostile_factor", &WordOfMouthSettings::hostile_factor, 1.5, non_negative_range, "factor",
         "how much more a hostile customer tells", "model assumption"},
        {"leaving", &WordOfMouthSettings::leaving, 0, non_negative_range, "messages",
         "messages of one who leaves about why; 0 = leavers go quietly",
         "East, Romaniuk & Lomax 2011 (former customers supply much of the negative word; size "
         "assumed)"},
        {"leaving_experience",
         &WordOfMouthSettings::leaving_experience,
         -.3,
         {-1, 0},
         "reaction",
         "experience they tell, or what they remember if that is worse",
         "model assumption"},
        {"heard_rate", &WordOfMouthSettings::heard_rate, .06, share_range, "share",
         "how far one message moves a belief", "model assumption"},
        {"heard_bad_weight",
         &WordOfMouthSettings::heard_bad_weight,
         1.5,
         {0, 10},
         "factor",
         "how much more a bad message moves it",
         "East et al. 2008 (sign; size assumed)"},
        {"heard_most", &WordOfMouthSettings::heard_most, .6, share_range, "share",
         "most that one message can move a belief", "model assumption"},
        {"active_weight",
         &WordOfMouthSettings::active_weight,
         .5,
         {0, 1},
         "factor",
         "weight of hearsay for a customer, who has experience",
         "model assumption"},
        {"commitment_shield", &WordOfMouthSettings::commitment_shield, .6, share_range, "share",
         "how much full commitment shields from hearsay", "East et al. 2008 (sign; size assumed)"},
        {"neutral_belief", &WordOfMouthSettings::neutral_belief, .74, share_range, "quality",
         "quality that a neutral message conveys", "model assumption"},
        {"belief_slope",
         &WordOfMouthSettings::belief_slope,
         .3,
         {0, 1},
         "quality per reaction",
         "quality conveyed for each unit of experience told",
         "model assumption"},
        {"interest_above",
         &WordOfMouthSettings::interest_above,
         .2,
         {-1, 1},
         "reaction",
         "experience heard that can make a prospect look soon",
         "model assumption"},
        {"interest_chance", &WordOfMouthSettings::interest_chance, .15, share_range, "probability",
         "chance a day that it does", "model assumption"},
        {"interest_delay", &WordOfMouthSettings::interest_delay, 20, non_negative_range, "days",
         "longest time until such a prospect considers", "model assumption"},
        {"interest_patience", &WordOfMouthSettings::interest_patience, 30, non_negative_range,
         "days", "prospects who consider within this time anyway are not hurried",
         "model assumption"},
        {"encounter_weight", &WordOfMouthSettings::encounter_weight, 2, non_negative_range,
         "factor",
         "weight of an unplanned encounter with a sales representative, against a friend's word",
         "model assumption"},
        {"encounter_slope",
         &WordOfMouthSettings::encounter_slope,
         2,
         {0, 20},
         "reaction per capability",
         "how the warmth of sales colours such an encounter",
         "model assumption"},
        {"encounter_noise", &WordOfMouthSettings::encounter_noise, .3, non_negative_range,
         "reaction", "standard deviation of such encounters", "model assumption"},
    });

// Expected number of messages about an experience in [-1, 1].
template <class F, class Mask>
F messages_expected(F experience, F importance, F talkativeness, Mask hostile,
                    const WordOfMouthSettings& s) {
  const F stirred = select(experience > F(0.0f), F(s.positive), F(s.negative));
  const F anger = select(hostile, F(s.hostile_factor), F(1.0f));
  return talkativeness * importance * (experience * experience * stirred + s.base) * anger;
}

// A message as it lands: `weight` 1 for a friend's, more for what is vivid.
template <class F, class Mask>
void hear(Mind<F>& mind, F experience, F weight, Mask is_customer, const WordOfMouthSettings& s) {
  const F bad = select(experience < F(0.0f), F(s.heard_bad_weight), F(1.0f));
  const F shield = (F(1.0f) - mind.commitment * s.commitment_shield) * s.active_weight;
  const F openness = select(is_customer, shield, F(1.0f));
  const F rate = min_of(F(s.heard_most), weight * bad * openness * s.heard_rate);
  const F conveyed = as_share(experience * s.belief_slope + s.neutral_belief);
  Beliefs<F>& b = mind.belief;
  b.product = b.product + rate * (conveyed - b.product);
  b.service = b.service + rate * (conveyed - b.service);
  b.ux = b.ux + rate * (conveyed - b.ux);
  b.brand = b.brand + rate * (conveyed - b.brand);
}

// A neighbour in the network has left the firm.
template <class F>
void see_neighbour_leave(Mind<F>& mind) {
  mind.neighbour_exits = mind.neighbour_exits + 1.0f;
}

}  // namespace cxsim
