#include "cli/console.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace cxsim {
namespace {

std::string coloured(const std::string& text) {
  if (!has_colours()) return text;
  const std::size_t end = std::min(text.find('\n'), text.size());
  return "\033[1;31m" + text.substr(0, end) + "\033[0m" + text.substr(end);
}

}  // namespace

bool has_terminal() { return isatty(STDERR_FILENO) == 1; }

bool has_colours() {
  const char* refused = std::getenv("NO_COLOR");
  return has_terminal() && (refused == nullptr || refused[0] == '\0');
}

void tell(const std::string& message) { fmt::print(stderr, "{}\n", message); }

void tell_problem(const Problem& problem) { tell(coloured(to_text(problem))); }

void tell_problems(const Problems& problems) {
  for (const Problem& problem : problems) tell_problem(problem);
  if (problems.size() > 1) tell(fmt::format("{} problems; nothing was written.", problems.size()));
}

bool print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  return std::fflush(stdout) == 0 && written;
}

Result<std::string> write_file(const std::string& path, const std::string& content) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  const bool written =
      file != nullptr && std::fwrite(content.data(), 1, content.size(), file) == content.size();
  const int reason = errno;
  if (file != nullptr && std::fclose(file) == 0 && written) return path;
  return Problem{{path, 0},
                 "",
                 fmt::format("cannot be written: {}", std::strerror(reason)),
                 "there is nowhere else to put it",
                 "name a folder that exists and can be written"};
}

}  // namespace cxsim
