// How one tree overrides another: tables key by key, lists of named tables by name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/document.hpp"

namespace cxsim {

// Lays a tree over a base. What only one of them has is kept, the base's in front; values and lists
// without names replace the base's, so `key = []` empties a list.
void lay_over(Node& base, Node overlay, Problems& problems);

// Tables in lists that cannot be told apart: without a name, or two of one name. Lists in the
// file's outermost table must be named; further in, only those that name some of their tables.
Problems check_names(const Node& root);

// The names in a list of tables, in order.
std::vector<std::string> names_of(const Node& list);

}  // namespace cxsim
