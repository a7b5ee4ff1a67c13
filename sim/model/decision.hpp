// Every decision that luck takes for a customer, grouped by the block of four draws it shares.
// A new decision goes at the end of its group's spare words or into a new group: numbers in use
// never change, or every published run would.
#pragma once

#include <cstdint>

namespace cxsim {

enum class Decision : std::uint32_t {
  // A contact.
  answered_by_bot = 0,
  wait,
  fails,
  severity,
  quality_noise,
  quality_noise_angle,
  answers_survey,
  loses_information,
  // The walk.
  abandons = 8,
  next_edge,
  dwell,
  spawns,
  intent = 12,
  entry_edge,
  next_need,
  gap_seen,
  // A close.
  voices = 16,
  heard,
  acted_on,
  recovery_delay,
  // Telling others.
  messages = 20,
  writes_review,
  stars_noise,
  stars_noise_angle,
  // The monthly review.
  looks = 24,
  leaves,
  win_back_offered,
  reconsiders,
  // A prospect.
  starts = 28,
  next_consideration,
  buys,
  recovery_succeeds,
  // A message heard.
  brings_forward = 32,
  bring_forward_delay,
  gap_noise,
  gap_noise_angle,
  // Surveys.
  recommend_noise = 36,
  recommend_noise_angle,
  answers_nps,
  answers_ces,
  ces_noise = 40,
  ces_noise_angle,
  edge_after_purchase,
  // Birth, on day 0.
  is_customer = 44,
  tenure,
  first_contact,
  first_review,
  aware_by_advertising = 48,
  first_consideration,
  privacy,
  chosen_for_care,
  trait_a = 52,
  trait_b,
  trait_c,
  trait_d,
  trait_e = 56,
  trait_f,
  // The company's own luck: who meets a sales representative.
  encounters = 60,
  encounter_person,
  encounter_noise,
  encounter_noise_angle,
  // What reaches many on one day, and who belongs to a share of the people.
  reached = 64,
  pilot_rank,
  // What colours the memory of a journey, and what a leaver tells.
  recall_noise = 68,
  recall_noise_angle,
  leaving_messages,
  // Listener k of a tell is word listener + k; open-ended, so last.
  listener = 1024,
};

inline constexpr Decision listener(std::uint32_t k) {
  return static_cast<Decision>(static_cast<std::uint32_t>(Decision::listener) + k);
}

}  // namespace cxsim
