// The diary on a page of a given width.
#include <algorithm>
#include <string_view>

#include "experiments/diary.hpp"

namespace cxsim {
namespace {

// Letters, not bytes, of a UTF-8 text.
std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

class Page {
 public:
  explicit Page(std::size_t width) : width_(std::max<std::size_t>(width, 20)) {}

  void paragraph(std::string_view text, std::size_t indent) {
    std::string line(indent, ' ');
    std::size_t length = indent;
    while (!text.empty()) {
      const std::string_view word = text.substr(0, text.find(' '));
      text.remove_prefix(std::min(text.size(), word.size() + 1));
      const std::size_t needed = letters_in(word) + (length > indent ? 1 : 0);
      if (length > indent && length + needed > width_) {
        end(line);
        line.assign(indent, ' ');
        length = indent;
      }
      if (length > indent) line += ' ';
      line += word;
      length = letters_in(line);
    }
    end(line);
  }

  void underline(std::string_view title) {
    text_ += std::string(std::min(width_, letters_in(title)), '=') + '\n';
  }

  void blank() { text_ += '\n'; }
  std::string text() && { return std::move(text_); }

 private:
  void end(const std::string& line) { text_ += line + '\n'; }

  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string to_text(const Diary& diary, std::size_t width) {
  constexpr std::size_t margin = 2;
  Page page(width);
  page.paragraph(diary.title, 0);
  page.underline(diary.title);
  for (const std::string& text : diary.portrait) page.paragraph(text, 0);
  for (const DiaryEntry& entry : diary.entries) {
    page.blank();
    page.paragraph(entry.heading, 0);
    for (const std::string& text : entry.paragraphs) page.paragraph(text, margin);
  }
  page.blank();
  for (const std::string& text : diary.epilogue) page.paragraph(text, 0);
  return std::move(page).text();
}

}  // namespace cxsim
