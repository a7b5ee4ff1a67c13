// What all plots share: the page with its style, its heading, its key to the marks and its notes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxsim {

// Pixels of the page. Content is drawn from `margin` to `page_width - margin`.
inline constexpr double page_width = 960, margin = 24;

struct SvgBlock {
  std::string svg;
  double height = 0;
};

// A heading over the page's width with a line of smaller words below, which may be empty.
SvgBlock heading_svg(std::string_view title, std::string_view below);

// One mark of a plot, drawn around (13, 0), 26 wide, and what it stands for.
struct PlotMark {
  std::string svg, words;
};
SvgBlock marks_svg(const std::vector<PlotMark>& marks, double y);

// Small lines over the page's width; empty ones are left out.
SvgBlock notes_svg(const std::vector<std::string>& notes, double y);

// A standalone page: the content over a light ground, its title and description for who hears it.
std::string page_svg(std::string_view title, std::string_view description, double height,
                     std::string_view content);

struct SvgBox {
  double x, y, width, height;
};
// In the style of its kind, or in a colour of its own.
std::string svg_box(std::string_view kind, const SvgBox& box, std::string_view fill = {});

struct SvgLine {
  double x1, y1, x2, y2;
};
std::string svg_line(std::string_view kind, const SvgLine& line);

}  // namespace cxsim
