// Words as HTML and XML want them.
#pragma once

#include <string>
#include <string_view>

namespace cxsim {

// Safe as content and in attributes; characters that XML forbids become spaces.
std::string markup_text(std::string_view text);

}  // namespace cxsim
