// Words in an SVG page.
#pragma once

#include <string>
#include <string_view>

namespace cxsim {

struct SvgText {
  double x, y, size;
  std::string_view kind;  // its class in the style sheet
  std::string_view anchor = "start";
};
std::string svg_text(const SvgText& at, std::string_view words);

std::string svg_title(std::string_view words);

}  // namespace cxsim
