// The head of an HTTP request: its line and its fields, read by Boost.Beast.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "analysis/studio/limits.hpp"
#include "analysis/studio/message.hpp"

namespace cxsim {

struct RequestHead {
  Request request;  // its body still empty
  std::size_t body_bytes = 0;
  bool keep_alive = true;         // the client would ask more on this connection
  bool expects_continue = false;  // the client waits for a word before it sends the body
};

// `text` is everything up to and with the empty line. A head that cannot be served is answered.
std::variant<RequestHead, Response> read_head(std::string_view text, const Limits& limits);

}  // namespace cxsim
