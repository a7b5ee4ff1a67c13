// Keeps characters beyond ASCII from the parser's eyes. toml++ 3.3 asks of some of them whether
// they are spaces in a way that is undefined behaviour (its issues 190 and 295); of those that
// stand in for them here it does not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cxsim {

// Each byte beyond ASCII becomes a character of the private use area; a byte order mark goes.
std::string shielded(std::string_view text);

// The bytes as they were.
std::string unshielded(std::string_view text);

// The offset of an escape that spells one of the characters that stand in for others.
std::optional<std::size_t> unshieldable_escape(std::string_view text);

}  // namespace cxsim
