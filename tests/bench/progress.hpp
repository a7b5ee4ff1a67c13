// Says on a terminal what is being measured just now.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <string>

namespace cxsim::bench {

inline void tell_progress(const std::string& name) {
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K{} ", name);
}
inline void end_progress() {
  if (isatty(STDERR_FILENO) != 0) fmt::print(stderr, "\r\033[K");
}

}  // namespace cxsim::bench
