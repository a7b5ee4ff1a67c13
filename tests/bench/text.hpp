// Numbers and columns as a reader likes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cxsim::bench {

std::string short_number(double value);       // three digits that count; "-" for what is unknown
std::string with_commas(std::int64_t whole);  // 1,000,000

using Row = std::vector<std::string>;

// The first column to the left, all others to the right.
std::string laid_out(const std::vector<Row>& rows);

}  // namespace cxsim::bench
