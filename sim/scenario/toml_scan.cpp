#include "scenario/toml_scan.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "scenario/document.hpp"
#include "scenario/toml_lines.hpp"

namespace cxsim {
namespace {

// The offset of the last quote of the text that is quoted at `at`, or of its line's or file's last
// character if it is never closed.
std::size_t end_of_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool several_lines = text.substr(at, 3) == std::string(3, quote);
  const std::string closing(several_lines ? 3 : 1, quote);
  for (std::size_t i = at + closing.size(); i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"')
      ++i;
    else if (text.substr(i, closing.size()) == closing)
      return i + closing.size() - 1;
    else if (text[i] == '\n' && !several_lines)
      return i - 1;
  }
  return text.size() - 1;
}

// Shows the offset of each character outside quotes and comments, and of each quote that opens,
// until `look` returns false.
template <class Look>
void for_each_bare_character(std::string_view text, Look look) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '#')
      i = std::min(text.find('\n', i), text.size()) - 1;
    else if (!look(i))
      return;
    else if (c == '"' || c == '\'')
      i = end_of_quote(text, i);
  }
}

bool opens(char c) { return c == '[' || c == '{'; }
bool closes(char c) { return c == ']' || c == '}'; }

}  // namespace

std::optional<std::size_t> key_with_too_many_dots(std::string_view text) {
  int dots = 0;
  std::optional<std::size_t> found;
  for_each_bare_character(text, [&](std::size_t at) {
    const char c = text[at];
    if (c == '\n' || c == '=' || c == ',' || opens(c)) dots = 0;
    if (c == '.' && ++dots >= deepest_nesting) found = at;
    return !found;
  });
  return found;
}

std::optional<std::size_t> bare_character_beyond_ascii(std::string_view text) {
  std::optional<std::size_t> found;
  for_each_bare_character(text, [&](std::size_t at) {
    if (static_cast<unsigned char>(text[at]) >= 0x80) found = at;
    return !found;
  });
  return found;
}

int line_of_open_bracket(std::string_view text, int line) {
  const std::string_view before =
      text.substr(0, static_cast<std::size_t>(line_of(text, line).data() - text.data()));
  std::vector<std::size_t> opened;
  for_each_bare_character(before, [&](std::size_t at) {
    if (opens(before[at])) opened.push_back(at);
    if (closes(before[at]) && !opened.empty()) opened.pop_back();
    return true;
  });
  return opened.empty() ? 0 : line_number(text, opened.front());
}

}  // namespace cxsim
