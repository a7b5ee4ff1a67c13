// The text of a file, or why there is none to read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace cxsim {

inline constexpr std::size_t largest_text = std::size_t{4} << 20U;  // bytes

// The file's bytes. Files that do not exist are answered with names near theirs.
Result<std::string> read_file(const std::string& path);

// Refuses what cannot be a scenario before TOML is asked: too much text, or not UTF-8.
Problems check_text(std::string_view text, const std::string& file);

bool is_utf8(std::string_view text);

}  // namespace cxsim
