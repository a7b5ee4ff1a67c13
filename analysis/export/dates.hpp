// Days of a run as ISO 8601 dates.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cxsim {

// The yyyy-mm-dd that a text begins with, if it does.
std::optional<std::chrono::sys_days> date_in(std::string_view text);

// yyyy-mm-dd, `days` later.
std::string date_text(std::chrono::sys_days start, std::int64_t days);

}  // namespace cxsim
