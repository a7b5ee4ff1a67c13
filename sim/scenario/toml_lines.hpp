// What can be told of TOML text line by line, without parsing it.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace cxsim {

// Shows the lines, counted from 1 and without line ends, until `look` returns false.
void for_each_line(std::string_view text,
                   const std::function<bool(int number, std::string_view line)>& look);

// A line by its number; empty beyond the last.
std::string_view line_of(std::string_view text, int number);

// The number of the line that holds the character at this offset.
int line_number(std::string_view text, std::size_t offset);

// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);

// Opens with a bracket: [table] or [[table]].
bool is_header(std::string_view line);

// A line such as [company] or [[touchpoint.step]] and no list of numbers.
bool looks_like_header(std::string_view line);

// A whole `key = value` line, on which an error cannot reach beyond the line.
bool stands_alone(std::string_view line);

}  // namespace cxsim
