// An answer as HTTP, with the fields that keep the page to itself.
#pragma once

#include <string>

#include "analysis/studio/message.hpp"

namespace cxsim {

// What follows the head: `length` tells a body of that many bytes, `stream` one without end.
enum class Framing { length, stream };
enum class AfterThis { next_request, close };

// The head with its empty line.
std::string head_text(const Response& response, Framing framing, AfterThis after);

}  // namespace cxsim
