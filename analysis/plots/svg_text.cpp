#include "analysis/plots/svg_text.hpp"

#include <fmt/format.h>

#include "analysis/report/markup_text.hpp"

namespace cxsim {

std::string svg_text(const SvgText& at, std::string_view words) {
  return fmt::format(
      "<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:g}\" "
      "text-anchor=\"{}\">{}</text>\n",
      at.kind, at.x, at.y, at.size, at.anchor, markup_text(words));
}

std::string svg_title(std::string_view words) {
  return fmt::format("<title>{}</title>", markup_text(words));
}

}  // namespace cxsim
