// Statistics as JSON, where what is not known becomes null; and JSON as text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/paired.hpp"
#include "analysis/statistics/proportion.hpp"
#include "analysis/statistics/spread.hpp"

namespace cxsim {

using Json = nlohmann::ordered_json;

Json json_of(double value);
Json json_of(const Interval& interval);  // [low, high], or null
Json json_of(const Spread& spread);
Json json_of(const Proportion& proportion);
Json json_of(const PairedDifference& difference);

// On one line; what is not UTF-8 in it is replaced.
std::string json_text(const Json& value);

}  // namespace cxsim
