#include "analysis/page/report_page.hpp"

#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "analysis/page/base64.hpp"
#include "analysis/report/markup_text.hpp"
#include "recording/gzip.hpp"

namespace cxsim {
namespace {

// Nothing may be loaded from anywhere; pictures are those the page makes itself.
constexpr std::string_view policy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:\" />";

char small(char letter) {
  return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
}

bool stands_at(const std::string& text, std::size_t at, std::string_view word) {
  if (text.size() - at < word.size()) return false;
  for (std::size_t k = 0; k < word.size(); ++k)
    if (small(text[at + k]) != word[k]) return false;
  return true;
}

std::size_t find_word(const std::string& text, std::string_view word, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at)
    if (stands_at(text, at, word)) return at;
  return std::string::npos;
}

// Each of the small-lettered word, in letters of any size: its first letter replaced.
std::string with_first_letter(const std::string& text, std::string_view word,
                              std::string_view instead) {
  std::string safe;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == word.front() && stands_at(text, at, word))
      safe += instead;
    else
      safe += text[at];
  }
  return safe;
}

struct Stretch {
  std::size_t from, to;
};

// The first element that begins so, with all that its end encloses; a void one has no end.
std::optional<Stretch> find_element(const std::string& html, std::string_view begin,
                                    std::string_view end) {
  const std::size_t from = find_word(html, begin, 0);
  if (from == std::string::npos) return {};
  const std::size_t to = find_word(html, end, from);
  if (to == std::string::npos) return {};
  return Stretch{from, to + end.size()};
}

void remove_all(std::string& html, std::string_view begin, std::string_view end) {
  while (const auto found = find_element(html, begin, end))
    html.erase(found->from, found->to - found->from);
}

void replace(std::string& html, const Stretch& stretch, const std::string& instead) {
  html.replace(stretch.from, stretch.to - stretch.from, instead);
}

std::string title_of(const Json& content) {
  const std::string title = content.at("about").at("title").get<std::string>();
  return "<title>" + markup_text(title.empty() ? "Report" : title + " - report") + "</title>";
}

std::string element_of(const Json& content) {
  return std::string("<script type=\"application/gzip;base64\" id=\"") + content_element + "\">" +
         packed(content) + "</script>\n";
}

}  // namespace

// In code both stand within texts and patterns only, where \x3C is the same letter. "<script" may
// stay: it does harm after "<!--" alone, and "i<scripts" is code.
std::string escaped_script(const std::string& script) {
  std::string safe = script;
  for (const std::string_view word : {"</script", "<!--"})
    safe = with_first_letter(safe, word, "\\x3C");
  return safe;
}

std::string escaped_style(const std::string& style) {
  return with_first_letter(style, "</style", "\\3C ");
}

std::string packed(const Json& content) { return base64(gzipped(json_text(content))); }

std::string report_page(const PageFiles& page, const Json& content) {
  std::string html = page.html;
  remove_all(html, "<script", "</script>");
  remove_all(html, "<link", ">");
  if (const auto title = find_element(html, "<title>", "</title>"))
    replace(html, *title, title_of(content));
  const std::size_t head = html.find("<head>") + std::string_view("<head>").size();
  html.insert(head, "\n" + std::string(policy));
  html.insert(html.find("</head>"), "<style>\n" + escaped_style(page.style) + "\n</style>\n");
  html.insert(html.rfind("</body>"), element_of(content) + "<script type=\"module\">\n" +
                                         escaped_script(page.script) + "\n</script>\n");
  return html;
}

}  // namespace cxsim
