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

// Sets one key: "company.maturity_stage=3"; in lists of tables by name:
// "touchpoint.call.p_fail=.1". Names with dots go in quotes. The value is TOML, a number such as .1
// or 5., or a bare text. A table such as {p_fail = 0.1} changes the keys it names and leaves the
// others; an empty list, touchpoint=[], removes all that the list holds. Keys that do not exist are
// made, names that do not exist are a problem. With problems the document stays as it was;
// otherwise the assignment joins its overrides.
Problems apply_override(Document& document, std::string_view assignment,
                        const DefaultNames& defaults = {});

}  // namespace cxsim
