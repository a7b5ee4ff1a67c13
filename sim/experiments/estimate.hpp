// What a run will take, before it starts.
#pragma once

#include <string>

#include "scenario/scenario.hpp"

namespace cxsim {

struct Estimate {
  double seconds, bytes;
};

Estimate estimate_of(const Scenario& scenario, int threads);

// More than a minute or a gigabyte.
bool is_worth_telling(const Estimate& estimate);

// "4 minutes"
std::string in_words(const Estimate& estimate);

}  // namespace cxsim
