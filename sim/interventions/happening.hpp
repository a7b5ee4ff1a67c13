// What reaches many people on one day, whoever they are: news, a breach of their data, an offer.
#pragma once

#include <cstdint>

#include "interventions/scope.hpp"

namespace cxsim {

enum class Reaches : unsigned char { everybody, customers, former_customers };

struct Happening {
  Reaches reaches = Reaches::everybody;
  float reach = 1;       // chance that it reaches one of them
  float experience = 0;  // heard as word of mouth of this colour, [-1, 1], at a weight above 0
  float weight = 0;
  float trust_loss = 0;       // share of trust; commitment shields from it as `shield` says
  float shield = 0;           // [0, 1]
  float implicit_loss = 0;    // off the subconscious association
  float reputation_loss = 0;  // off the firm's public reviews, [0, 1]
  bool brings_offer = false;  // they consider the firm now, at the price of a win-back offer
  const Scope* scope = nullptr;
  std::uint32_t occasion = 0;  // tells its luck apart from that of others of the day
};

}  // namespace cxsim
