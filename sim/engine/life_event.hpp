// What an observed person lives through, told by the engine to whoever records it.
#pragma once

#include <cstdint>
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
