// Writes a tree as TOML that reads back as the same tree.
#pragma once

#include <string>

#include "scenario/document.hpp"

namespace cxsim {

// Values first, then tables and lists of tables under headers of their own, each in the order of
// the tree. `root` is a table.
std::string to_toml(const Node& root);

}  // namespace cxsim
