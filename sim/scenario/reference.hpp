// The reference of the scenario language, printed from the settings tables themselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/setting.hpp"
#include "scenario/scenario.hpp"

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

// What a key stands for in a scenario: touchpoint.call.p_fail is touchpoint.<name>.p_fail, and of
// an intervention the row of its own kind. Nothing if the reference does not know it.
std::optional<ReferenceRow> find_reference_row(std::string_view key, const Scenario& scenario);

// The page docs/scenario-reference.md.
std::string reference_markdown();

}  // namespace cxsim
