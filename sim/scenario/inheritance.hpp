// A scenario file together with all that it extends.
#pragma once

#include <string>

#include "scenario/document.hpp"

namespace cxsim {

// Follows `extends = "bases/x.toml"`, seen from the file that says so, to the last base, and lays
// each file over its base. The tree no longer holds `extends`; every value keeps its own file.
Result<Document> read_scenario_document(const std::string& path);

}  // namespace cxsim
