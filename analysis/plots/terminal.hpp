// Words in a terminal, counted and cut by letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxsim {

// Letters of UTF-8 text, each taken as one column.
std::size_t letters_in(std::string_view text);

// The text if it fits, else as much of its start or end as does beside "…".
std::string kept_start(std::string_view text, std::size_t letters);
std::string kept_end(std::string_view text, std::size_t letters);

std::string at_left(std::string_view text, std::size_t letters);
std::string at_right(std::string_view text, std::size_t letters);
std::string repeated(std::string_view text, std::size_t times);

// Lines of at most `width` letters, each with `indent` blanks before it.
std::string wrapped(std::string_view words, std::size_t width, std::size_t indent = 2);

}  // namespace cxsim
