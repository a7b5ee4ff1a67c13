// Day 0: every person with traits, beliefs and a first date, by their own luck alone.
#pragma once

#include "model/customer.hpp"
#include "model/decision.hpp"
#include "population/trait_tables.hpp"

namespace cxsim {

struct BirthSettings {
  float review_period;        // days between reviews; the first falls anywhere within
  float first_consideration;  // mean days
};

Customer be_born(PersonId person, const Segment& segment, const BirthSettings& settings,
                 StreamKey key);

// Privacy concern, uniform in [0, 1): a hash of the person, not kept.
float privacy_of(PersonId person, StreamKey key);

// The place of a person in the queue that advertising reaches, uniform in [0, 1).
float advertising_rank(PersonId person, StreamKey key);

}  // namespace cxsim
