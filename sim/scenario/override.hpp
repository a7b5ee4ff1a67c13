// `--set key=value`: one value of the tree, changed from the command line.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/document.hpp"

namespace cxsim {

// For each list of named tables, by its key, the names that exist although no file writes them.
// A list without such names is still worth an entry: it says that the key is a list.
using DefaultNames = std::map<std::string, std::vector<std::string>, std::less<>>;

// A key and the text of its value, as they were written.
struct Assignment {
  std::string_view key;
  std::string_view value;
};

// "key=value" taken apart at the first equals sign outside quotes. Its parts lie in the text.
Result<Assignment> split_assignment(std::string_view assignment);

// Whether it has such an equals sign.
bool has_value(std::string_view assignment);

// The parts of a key, without their quotes.
std::vector<std::string> parts_of_key(std::string_view key);

// The value of a key in a tree, in lists by name; null if there is none.
const Node* find_key(const Node& root, std::string_view key);

// Sets one key: "company.maturity_stage=3"; in lists of tables by name:
// "touchpoint.call.p_fail=.1". Names with dots go in quotes. The value is TOML, a number such as .1
// or 5., or a bare text. A table such as {p_fail = 0.1} changes the keys it names and leaves the
// others; an empty list, touchpoint=[], removes all that the list holds. Keys that do not exist are
// made, names that do not exist are a problem. With problems the document stays as it was;
// otherwise the assignment joins its overrides.
Problems apply_override(Document& document, std::string_view assignment,
                        const DefaultNames& defaults = {});

// The same without a copy; what a problem leaves behind is to be thrown away.
Problems override_in_place(Document& document, std::string_view assignment,
                           const DefaultNames& defaults);

// The key in one spelling: parts in quotes only where they need them.
std::string canonical_key(std::string_view key);

// A key and one more part of it, which may be any name but one with both kinds of quotes.
std::string key_with(std::string_view key, std::string_view part);

}  // namespace cxsim
