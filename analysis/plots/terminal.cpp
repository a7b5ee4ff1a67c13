#include "analysis/plots/terminal.hpp"

#include <algorithm>
#include <sstream>

namespace cxsim {
namespace {

bool starts_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// The byte at which letter number `letter` starts.
std::size_t start_of(std::string_view text, std::size_t letter) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (starts_letter(text[at]) && letter-- == 0) return at;
  return text.size();
}

}  // namespace

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_letter));
}

std::string kept_start(std::string_view text, std::size_t letters) {
  if (letters_in(text) <= letters) return std::string(text);
  return letters == 0 ? "" : std::string(text.substr(0, start_of(text, letters - 1))) + "…";
}

std::string kept_end(std::string_view text, std::size_t letters) {
  const std::size_t count = letters_in(text);
  if (count <= letters) return std::string(text);
  return letters == 0 ? "" : "…" + std::string(text.substr(start_of(text, count - letters + 1)));
}

std::string at_left(std::string_view text, std::size_t letters) {
  return std::string(text) + std::string(letters - std::min(letters, letters_in(text)), ' ');
}

std::string at_right(std::string_view text, std::size_t letters) {
  return std::string(letters - std::min(letters, letters_in(text)), ' ') + std::string(text);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t k = 0; k < times; ++k) out += text;
  return out;
}

std::string wrapped(std::string_view words, std::size_t width, std::size_t indent) {
  std::istringstream rest{std::string(words)};
  std::string text, line, word;
  const auto end_line = [&] {
    if (!line.empty()) text += std::string(indent, ' ') + line + "\n";
    line.clear();
  };
  while (rest >> word) {
    if (!line.empty() && indent + letters_in(line) + 1 + letters_in(word) > width) end_line();
    line += (line.empty() ? "" : " ") + word;
  }
  end_line();
  return text;
}

}  // namespace cxsim
