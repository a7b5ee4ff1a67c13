// The reference of the scenario language, printed from the settings tables themselves.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/setting.hpp"

namespace cxsim {

// One setting as the reference shows it; `key` in full, names of lists in angle brackets.
struct ReferenceRow {
  std::string key, fallback, unit, range, meaning, source;
  Tag tag;
};

struct ReferenceSection {
  std::string path, intro;
  std::vector<ReferenceRow> rows;
};

// Every section, in the order a scenario is written.
std::vector<ReferenceSection> reference_sections();

// The page docs/scenario-reference.md.
std::string reference_markdown();

}  // namespace cxsim
