// The reference of the result file, generated from the tables that write it.
#pragma once

#include <string>

namespace cxsim {

// The whole of docs/output-format.md.
std::string output_format_markdown();

}  // namespace cxsim
