// How TOML spells a key, a text and a number.
#pragma once

#include <string>
#include <string_view>

namespace cxsim {

// A key as it is, or in quotes where TOML asks for them.
std::string key_token(std::string_view key);

// "company" and "maturity_stage" make "company.maturity_stage"; an empty path adds nothing.
std::string join_key(std::string_view path, std::string_view key);

// A text in double quotes, control characters escaped.
std::string text_token(std::string_view text);

// The shortest spelling that reads back as the same number, always recognisable as one with a
// fraction: 0.1, 3.0, 1e+22.
std::string number_token(double number);

// The same for people: 3 rather than 3.0.
std::string plain_number(double number);

}  // namespace cxsim
