#include "scenario/toml_lines.hpp"

#include <algorithm>
#include <string>

#include "scenario/toml_tokens.hpp"

namespace cxsim {

void for_each_line(std::string_view text,
                   const std::function<bool(int number, std::string_view line)>& look) {
  for (int number = 1;; ++number) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!look(number, line) || end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

std::string_view line_of(std::string_view text, int number) {
  std::string_view found = text.substr(text.size());
  for_each_line(text, [&](int at, std::string_view line) {
    if (at == number) found = line;
    return at < number;
  });
  return found;
}

int line_number(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_header(std::string_view line) { return trimmed(line).substr(0, 1) == "["; }

bool looks_like_header(std::string_view line) {
  line = trimmed(line);
  const std::size_t name = line.find_first_not_of('[');
  if (!is_header(line) || name == std::string_view::npos || line.back() != ']') return false;
  const char first = line[name];
  return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '_';
}

bool stands_alone(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos || is_header(line)) return false;
  if (line.find("\"\"\"") != std::string_view::npos || line.find("'''") != std::string_view::npos)
    return false;
  const std::string key(trimmed(line.substr(0, equals)));
  const bool dotted = std::all_of(key.begin(), key.end(), [](char c) {
    return c == '.' || key_token({&c, 1}) == std::string(1, c);
  });
  return dotted &&
         std::count(line.begin(), line.end(), '[') == std::count(line.begin(), line.end(), ']') &&
         std::count(line.begin(), line.end(), '{') == std::count(line.begin(), line.end(), '}');
}

}  // namespace cxsim
