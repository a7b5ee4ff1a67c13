// TOML text in, a tree out, with every syntax error that can be told from the others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenario/document.hpp"

namespace cxsim {

// One file by itself: what it `extends` is not followed.
Result<Document> read_toml(const std::string& path);

// The same for text at hand; `name` stands for the file in places and problems.
Result<Document> read_toml_text(std::string text, const std::string& name);

// One TOML value, such as `3`, `"high"` or `[1, 2]`, placed on the command line; nothing if it is
// not one.
std::optional<Node> read_toml_value(std::string_view text);

}  // namespace cxsim
