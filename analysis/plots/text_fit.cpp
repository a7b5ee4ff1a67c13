#include "analysis/plots/text_fit.hpp"

#include <algorithm>

namespace cxsim {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Bytes of the UTF-8 letter that starts at `at`.
std::size_t letter_length(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && continues(text[at + length])) ++length;
  return length;
}

double letter_width(std::string_view letter) {
  const char c = letter[0];
  if (letter.size() >= 3) return 1.05;  // where East Asian scripts live
  if (letter.size() == 2) return .66;
  if (std::string_view(" .,:;'|!iljI").find(c) != std::string_view::npos) return .31;
  if (std::string_view("frt()[]-/\"").find(c) != std::string_view::npos) return .42;
  if (std::string_view("mwMW@%&").find(c) != std::string_view::npos) return .93;
  return c >= 'A' && c <= 'Z' ? .72 : .6;
}

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(" \t\r\n", at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// The longest start of a word that fits, at least one letter of it.
std::size_t fitting_length(std::string_view word, double width, double size) {
  std::size_t end = letter_length(word, 0);
  while (end < word.size()) {
    const std::size_t next = end + letter_length(word, end);
    if (text_width(word.substr(0, next), size) > width) break;
    end = next;
  }
  return end;
}

enum class LongWords { stay, break_up };

TextBlock wrap(std::string_view text, double width, double size, LongWords long_words) {
  TextBlock block{{}, size};
  std::string line;
  const auto end_line = [&] {
    if (!line.empty()) block.lines.push_back(std::move(line));
    line.clear();
  };
  for (std::string_view word : words_in(text)) {
    if (!line.empty() && text_width(line + " " + std::string(word), size) > width) end_line();
    while (long_words == LongWords::break_up && text_width(word, size) > width) {
      end_line();
      const std::size_t length = fitting_length(word, width, size);
      if (length == word.size()) break;
      block.lines.emplace_back(word.substr(0, length));
      word.remove_prefix(length);
    }
    line += (line.empty() ? "" : " ") + std::string(word);
  }
  end_line();
  return block;
}

bool fits(const TextBlock& block, const TextFrame& frame) {
  return block.lines.size() <= frame.most_lines &&
         std::all_of(block.lines.begin(), block.lines.end(), [&](const std::string& line) {
           return text_width(line, block.size) <= frame.width;
         });
}

void cut(TextBlock& block, const TextFrame& frame) {
  if (block.lines.size() <= frame.most_lines) return;
  block.lines.resize(frame.most_lines);
  std::string& last = block.lines.back();
  last.resize(fitting_length(last, frame.width - text_width("…", block.size), block.size));
  last += "…";
}

}  // namespace

double text_width(std::string_view text, double size) {
  double width = 0;
  for (std::size_t at = 0; at < text.size(); at += letter_length(text, at))
    width += letter_width(text.substr(at, letter_length(text, at)));
  return width * size;
}

TextBlock fit_text(std::string_view text, const TextFrame& frame) {
  for (double size = frame.largest; size >= frame.smallest; size -= 1) {
    TextBlock block = wrap(text, frame.width, size, LongWords::stay);
    if (fits(block, frame)) return block;
  }
  TextBlock block = wrap(text, frame.width, frame.smallest, LongWords::break_up);
  cut(block, frame);
  return block;
}

}  // namespace cxsim
