// What an observed person lives through, told by the engine to whoever records it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "base/ids.hpp"
#include "model/contact.hpp"
#include "model/departure.hpp"

namespace cxsim {

enum class LifeEventKind : std::uint8_t {
  need,  // a journey begins
  contact,
  lost_information,  // a handoff at which they had to repeat themselves
  close,             // a journey ends
  complaint,
  ignored,
  recovery,
  told,  // others, of an experience
  published_review,
  heard,  // word of mouth
  neighbour_left,
  considered,  // the firm, as a prospect
  declined,
  bought,
  looked,  // elsewhere, and stayed
  stayed,  // did not look
  left,
  reached  // by news, a breach of their data or a campaign
};
inline constexpr std::size_t life_event_kinds =
    static_cast<std::size_t>(LifeEventKind::reached) + 1;

// As a scenario and a result file call them.
inline constexpr std::array<std::string_view, life_event_kinds> life_event_names{
    "need",     "contact", "lost_information", "close",  "complaint",      "ignored",
    "recovery", "told",    "published_review", "heard",  "neighbour_left", "considered",
    "declined", "bought",  "looked",           "stayed", "left",           "reached"};

// Which kinds are wanted.
class LifeEventKinds {
 public:
  static constexpr LifeEventKinds all() { return LifeEventKinds(~std::uint32_t{0}); }
  constexpr LifeEventKinds() = default;

  constexpr void add(LifeEventKind kind) { bits_ |= bit(kind); }
  constexpr void add(LifeEventKinds others) { bits_ |= others.bits_; }
  constexpr bool has(LifeEventKind kind) const { return (bits_ & bit(kind)) != 0; }

 private:
  constexpr explicit LifeEventKinds(std::uint32_t bits) : bits_(bits) {}
  static constexpr std::uint32_t bit(LifeEventKind kind) {
    return std::uint32_t{1} << static_cast<unsigned>(kind);
  }
  std::uint32_t bits_ = 0;
};

struct LifeEvent {
  LifeEventKind kind{};
  std::int32_t day = 0;
  PersonId person;
  TouchpointId touchpoint, upstream;
  RootCauseId upstream_cause;
  JourneyId journey;
  AnsweredBy answered_by = AnsweredBy::nobody;
  bool success = false;  // contact, close, recovery: it worked
  bool hostile = false;
  bool surveyed = false;
  std::uint32_t number = 0;  // messages told, or contacts in the journey so far
  float wait = 0;            // minutes
  float score = 0;           // stars, CSAT
  float amount = 0;          // experience remembered, told or heard; payment in currency
  float chance = 0;          // look, leave, start or buy probability that was drawn against
  float net_preference = 0;
  float effort = 0;                // of the journey
  float satisfaction_before = 0;   // close; recovery: before the journey it puts right
  Episode<float> episode{};        // close
  Experience<float> experience{};  // contact
  Mind<float> mind{};              // afterwards
  LookFactors<float> look{};       // looked, left
  Preference<float> preference{};  // looked, left, bought, declined
  float inertia = 0;
  CauseOfLeaving cause = CauseOfLeaving::none;
};

// A person's events of a day stay in the order in which they were noted.
inline bool told_before(const LifeEvent& a, const LifeEvent& b) {
  return std::tie(a.person, a.day) < std::tie(b.person, b.day);
}

}  // namespace cxsim
