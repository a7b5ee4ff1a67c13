#include "analysis/plots/svg_page.hpp"

#include <fmt/format.h>

#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"
#include "analysis/report/markup_text.hpp"

namespace cxsim {
namespace {

constexpr double title_size = 17, below_size = 12.5, mark_size = 11.5, note_size = 11;
constexpr double mark_width = 26, mark_space = 20, mark_row = 20;
constexpr double bold = 1.08;

// Orange and blue differ in lightness too, for print in grey; hues after Okabe and Ito (2008).
constexpr std::string_view style = R"svg(<style>
svg { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans",
  sans-serif; max-width: 100%; height: auto; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; font-variant-numeric: tabular-nums; }
.page { fill: #ffffff; }
.title { fill: #1b2027; font-weight: 650; }
.below, .axis { fill: #3c4450; }
.name { fill: #1b2027; font-weight: 600; }
.section, .note, .tick, .mark { fill: #515b68; }
.value { fill: #1b2027; stroke: #ffffff; stroke-width: 3; paint-order: stroke; }
.unknown { fill: #3c4450; font-style: italic; stroke: #f2f3f5; stroke-width: 3;
  paint-order: stroke; }
.grid { stroke: #dfe3e8; stroke-width: 1; }
.frame { fill: none; stroke: #8a94a3; stroke-width: 1; }
.zero { stroke: #1b2027; stroke-width: 1.8; stroke-dasharray: 5 3; }
.middle { stroke: #515b68; stroke-width: 1.2; }
.low { fill: #f0a63c; }
.high { fill: #1f6098; }
.whisker { stroke: #1b2027; stroke-width: 1.3; }
.points { fill: none; stroke: #6c7683; stroke-opacity: .3; stroke-width: 3;
  stroke-linecap: round; }
.band { fill: #1f6098; fill-opacity: .22; }
.curve { fill: none; stroke: #174a77; stroke-width: 2.2; stroke-linejoin: round; }
.dot { fill: #174a77; }
.cell { stroke: #ffffff; stroke-width: 1; }
.alone { fill: none; stroke: #1b2027; stroke-width: 1.6; }
.on-dark { fill: #ffffff; }
.on-light { fill: #1b2027; }
.tile { shape-rendering: crispEdges; }
.gap { fill: url(#unknown-hatch); stroke: #ffffff; stroke-width: 1; }
.casing { fill: none; stroke: #ffffff; stroke-width: 5.5; stroke-linecap: round; }
.contour { fill: none; stroke: #1b2027; stroke-width: 2.4; stroke-linecap: round; }
.sample { fill: #ffffff; fill-opacity: .75; stroke: #1b2027; stroke-opacity: .75; }
</style>
<defs><pattern id="unknown-hatch" width="6" height="6" patternUnits="userSpaceOnUse"
  patternTransform="rotate(45)"><path d="M0 0h6v6h-6z" fill="#f2f3f5"/>
  <path d="M0 0h1.6v6h-1.6z" fill="#b4bbc5"/></pattern></defs>
)svg";

SvgBlock lines_svg(std::string_view words, std::string_view kind, double y, double size,
                   double width) {
  SvgBlock block;
  for (const std::string& line : fit_text(words, {width, size, size, 6}).lines) {
    block.svg += svg_text({margin, y + block.height + size, size, kind}, line);
    block.height += 1.3 * size;
  }
  return block;
}

}  // namespace

SvgBlock heading_svg(std::string_view title, std::string_view below) {
  const double width = page_width - 2 * margin;
  const SvgBlock first = lines_svg(title, "title", margin - 4, title_size, width / bold);
  double y = margin - 4 + first.height;
  const SvgBlock second = lines_svg(below, "below", y + 2, below_size, width);
  y += second.height > 0 ? 2 + second.height : 0;
  return {first.svg + second.svg, y + 8};
}

SvgBlock marks_svg(const std::vector<PlotMark>& marks, double y) {
  if (marks.empty()) return {};
  std::string out;
  double x = margin, row = y + mark_row / 2;
  for (const PlotMark& mark : marks) {
    const double width = mark_width + 7 + text_width(mark.words, mark_size);
    if (x > margin && x + width > page_width - margin) {
      x = margin;
      row += mark_row;
    }
    out += fmt::format("<g transform=\"translate({:.1f} {:.1f})\">{}</g>\n", x, row, mark.svg);
    out += svg_text({x + mark_width + 7, row + 4, mark_size, "mark"}, mark.words);
    x += width + mark_space;
  }
  return {out, row + mark_row / 2 - y};
}

SvgBlock notes_svg(const std::vector<std::string>& notes, double y) {
  SvgBlock all;
  for (const std::string& note : notes) {
    const SvgBlock lines =
        lines_svg(note, "note", y + all.height, note_size, page_width - 2 * margin);
    all.svg += lines.svg;
    all.height += lines.height > 0 ? lines.height + 2 : 0;
  }
  return all;
}

std::string page_svg(std::string_view title, std::string_view description, double height,
                     std::string_view content) {
  return fmt::format(
             "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{0:.0f}\" "
             "height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" aria-label=\"{2}\">\n"
             "{3}\n<desc>{4}</desc>\n",
             page_width, height, markup_text(title), svg_title(title), markup_text(description)) +
         std::string(style) + svg_box("page", {0, 0, page_width, height}) + std::string(content) +
         "</svg>\n";
}

std::string svg_box(std::string_view kind, const SvgBox& box, std::string_view fill) {
  return fmt::format(
      "<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"{}/>\n", kind,
      box.x, box.y, box.width, box.height,
      fill.empty() ? "" : fmt::format(" style=\"fill: {}\"", fill));
}

std::string svg_line(std::string_view kind, const SvgLine& line) {
  return fmt::format(
      "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", kind,
      line.x1, line.y1, line.x2, line.y2);
}

}  // namespace cxsim
