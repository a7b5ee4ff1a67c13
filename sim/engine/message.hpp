// A message from one person to another: sent today, heard tomorrow.
#pragma once

#include <compare>
#include <cstdint>
#include <tuple>

#include "base/ids.hpp"

namespace cxsim {

enum class MessageKind : std::uint8_t { told, neighbour_left, referral };

struct Message {
  PersonId receiver, sender;  // no sender: met by chance
  std::uint16_t sequence;     // among the sender's messages of the day
  MessageKind kind;
  float experience;  // told: [-1, 1]; referral: currency
  float weight;      // told: 1 for a friend's word, more for what is vivid
};

// The order in which messages are heard, whatever the order in which they were sent.
inline bool heard_before(const Message& a, const Message& b) {
  // The experience tells chance encounters apart, whose numbers may run out.
  return std::tie(a.receiver, a.sender, a.sequence, a.experience) <
         std::tie(b.receiver, b.sender, b.sequence, b.experience);
}

// A review published at the end of the day.
struct PublishedReview {
  PersonId author;
  std::uint16_t occasion;
  float stars;
};

inline bool published_before(const PublishedReview& a, const PublishedReview& b) {
  return std::tie(a.author, a.occasion) < std::tie(b.author, b.occasion);
}

}  // namespace cxsim
