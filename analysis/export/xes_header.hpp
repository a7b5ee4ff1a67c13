// What stands at the head of an XES log: its extensions, what every trace and event has, how
// events are told apart, and what the log is about.
#pragma once

#include <string>
#include <vector>

#include "analysis/export/export_table.hpp"

namespace cxsim {

// `events`: the attributes that every event has.
std::string xes_header(const NetcdfReader& reader, const std::string& events);

inline constexpr const char* xes_footer = "</log>\n";

}  // namespace cxsim
