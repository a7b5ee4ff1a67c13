// A look over TOML text, character by character outside quotes and comments, for what the parser
// does not survive or does not explain.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace cxsim {

// The first key of too many parts, which the parser would follow down without limit.
std::optional<std::size_t> key_with_too_many_dots(std::string_view text);

// The first character beyond ASCII outside quotes and comments, where TOML allows none.
std::optional<std::size_t> bare_character_beyond_ascii(std::string_view text);

// The line of the outermost bracket or brace that is still open where this line begins; 0 if none.
int line_of_open_bracket(std::string_view text, int line);

}  // namespace cxsim
