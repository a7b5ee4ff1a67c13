#include "analysis/plots/svg_text.hpp"

#include <fmt/format.h>

namespace cxsim {

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string svg_text(const SvgText& at, std::string_view words) {
  return fmt::format(
      "<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:g}\" "
      "text-anchor=\"{}\">{}</text>\n",
      at.kind, at.x, at.y, at.size, at.anchor, xml_text(words));
}

std::string svg_title(std::string_view words) {
  return fmt::format("<title>{}</title>", xml_text(words));
}

}  // namespace cxsim
