// The interval of a mean by Student's t: exact where values are normal, good where they are many.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/statistics/interval.hpp"

namespace cxsim {

// Of `count` independent values with this mean and standard deviation; nothing is known below two
// values.
Interval t_interval(double mean, double sd, std::size_t count);

// The fewest values whose interval is at most half as wide, if the standard deviation stays what it
// is. Nothing below two values.
std::optional<std::size_t> count_to_halve(std::size_t count);

}  // namespace cxsim
