// The firm that is measured: the reference firm, without burn-in, for a year.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"

namespace cxsim::bench {

inline constexpr std::int32_t days_of_year = 365;

Scenario reference_scenario(std::int64_t people);

// Read once for each number of people, and kept.
const World& reference_firm(std::int64_t people);

}  // namespace cxsim::bench
