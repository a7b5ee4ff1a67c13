// Reads XML just far enough to say whether it is well formed, and which words it holds.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cxsim {

struct XmlReading {
  std::string text;
  std::string problem;                     // the first; empty if well formed
  std::vector<std::string> titles, texts;  // contents of <title> and <text>, unescaped

  bool has_title_starting(const std::string& start) const {
    return std::any_of(titles.begin(), titles.end(),
                       [&](const std::string& title) { return title.rfind(start, 0) == 0; });
  }
};

class XmlReader {
 public:
  explicit XmlReader(std::string text) { reading_.text = std::move(text); }

  XmlReading run() {
    const std::string& text = reading_.text;
    while (at_ < text.size() && reading_.problem.empty()) {
      const std::size_t open = std::min(text.find('<', at_), text.size());
      words_ += unescaped(text.substr(at_, open - at_));
      at_ = open;
      if (open < text.size()) read_tag();
    }
    if (!open_.empty()) complain("<" + open_.back() + "> is never closed");
    return std::move(reading_);
  }

 private:
  void complain(std::string problem) {
    if (reading_.problem.empty()) reading_.problem = std::move(problem);
  }

  std::string unescaped(std::string raw) {
    const std::vector<std::pair<std::string, char>> known = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string out;
    for (std::size_t k = 0; k < raw.size(); ++k) {
      if (static_cast<unsigned char>(raw[k]) < 0x20 && raw[k] != '\n')
        complain("control character");
      if (raw[k] != '&') {
        out += raw[k];
        continue;
      }
      const auto found = std::find_if(known.begin(), known.end(), [&](const auto& entity) {
        return raw.compare(k, entity.first.size(), entity.first) == 0;
      });
      if (found == known.end()) {
        complain("stray & in: " + raw);
        return out;
      }
      out += found->second;
      k += found->first.size() - 1;
    }
    return out;
  }

  void read_tag() {
    const std::size_t end = reading_.text.find('>', at_);
    if (end == std::string::npos) return complain("a tag is never ended"), void(at_ = end);
    std::string tag = reading_.text.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (tag.find('<') != std::string::npos) complain("stray < in: " + tag);
    if (std::count(tag.begin(), tag.end(), '"') % 2 != 0) complain("odd quotes in: " + tag);
    if (!tag.empty() && tag[0] == '/') return close(tag.substr(1));
    unescaped(tag);
    words_.clear();
    if (tag.empty() || tag.back() != '/') open_.push_back(tag.substr(0, tag.find(' ')));
  }

  void close(const std::string& name) {
    if (open_.empty() || open_.back() != name) return complain("stray </" + name + ">");
    open_.pop_back();
    if (name == "title") reading_.titles.push_back(words_);
    if (name == "text") reading_.texts.push_back(words_);
    words_.clear();
  }

  XmlReading reading_;
  std::size_t at_ = 0;
  std::string words_;
  std::vector<std::string> open_;
};

inline XmlReading read_xml(std::string text) { return XmlReader(std::move(text)).run(); }

}  // namespace cxsim
