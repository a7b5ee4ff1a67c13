// Fits words into a width where no font can be asked: wraps, shrinks and, at last, cuts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxsim {

struct TextBlock {
  std::vector<std::string> lines;
  double size = 0;  // of the font, in pixels
};

struct TextFrame {
  double width;
  double largest, smallest;  // font sizes
  std::size_t most_lines;
};

// Estimated on the wide side, for the sans serif faces of common systems.
double text_width(std::string_view text, double size);

TextBlock fit_text(std::string_view text, const TextFrame& frame);

}  // namespace cxsim
