// The surface as a page: a heat map with the contour of zero.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/colours.hpp"
#include "analysis/plots/contour.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/surface.hpp"
#include "analysis/plots/surface_side.hpp"
#include "analysis/plots/svg_page.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {
namespace {

constexpr double plot_height = 440, bar_width = 18, bar_space = 34;
constexpr double tick_size = 11, number_size = 11, label_width = 420;
constexpr int bar_steps = 60;
constexpr std::size_t most_samples = 1500;

class SurfacePage {
 public:
  explicit SurfacePage(const Surface& surface) : surface_(surface) {
    range_.add(surface.mean);
    turns_ = range_.low < 0 && range_.high > 0;
    scale_ = axis_within(range_, PlotScale::linear, 8);
  }

  std::string draw();

 private:
  std::string colour_of(double mean) const;
  bool has_room_for_numbers() const;
  std::string draw_cells() const;
  std::string draw_cell(std::size_t column, std::size_t row) const;
  std::string draw_contour() const;
  std::string draw_samples() const;
  std::string draw_scale() const;
  std::vector<PlotMark> marks() const;
  std::string description() const;
  bool is_listed() const {
    return !surface_.x.categories.empty() || !surface_.y.categories.empty();
  }

  const Surface& surface_;
  DataRange range_;
  bool turns_ = false;  // whether the sign does
  PlotAxis scale_;
  SurfaceSide across_, down_;
  bool numbered_ = false;  // whether cells have room for their numbers
};

// With zero in the middle, pale, where the sign turns.
std::string SurfacePage::colour_of(double mean) const {
  if (!turns_) return sequential_colour(place_on(scale_, mean));
  return diverging_colour(mean / std::max(-range_.low, range_.high));
}

// In all of the cells.
bool SurfacePage::has_room_for_numbers() const {
  double widest = 0;
  for (const double mean : surface_.mean)
    widest = std::max(widest, text_width(known_text(mean, format_over(range_)), number_size));
  return across_.least_cell() >= widest + 8 && down_.least_cell() >= number_size + 8;
}

std::string SurfacePage::draw_cell(std::size_t column, std::size_t row) const {
  const double mean = mean_at(surface_, column, row);
  const bool known = std::isfinite(mean);
  const std::string colour = known ? colour_of(mean) : "";
  const auto [left, right] = across_.cell(column);
  const auto [top, bottom] = down_.cell(row);
  std::string out =
      svg_box(known ? "tile" : "gap", {left, top, right - left, bottom - top}, colour);
  if (!numbered_) return out;
  return out + svg_text({(left + right) / 2, (top + bottom) / 2 + .36 * number_size, number_size,
                         known ? ink_on(colour) : "unknown", "middle"},
                        known_text(mean, format_over(range_)));
}

std::string SurfacePage::draw_cells() const {
  std::string out;
  for (std::size_t row = 0; row < surface_.y.at.size(); ++row)
    for (std::size_t column = 0; column < surface_.x.at.size(); ++column)
      out += draw_cell(column, row);
  return out;
}

// None between listed texts: there is nothing between them.
std::string SurfacePage::draw_contour() const {
  if (!turns_ || is_listed()) return "";
  std::string path;
  for (const ContourPiece& piece : zero_contour(surface_.mean, surface_.x.at.size()))
    path +=
        fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}", across_.between(piece.x1),
                    down_.between(piece.y1), across_.between(piece.x2), down_.between(piece.y2));
  return "<path class=\"casing\" d=\"" + path + "\"/>\n<path class=\"contour\" d=\"" + path +
         "\"/>\n";
}

std::string SurfacePage::draw_samples() const {
  std::string out;
  const std::size_t count = std::min(surface_.sample_x.size(), surface_.sample_y.size());
  if (is_listed()) return out;  // they would all stand on the numbers
  const std::size_t stride = count / (most_samples + 1) + 1;
  for (std::size_t k = 0; k < count; k += stride)
    if (across_.holds(surface_.sample_x[k]) && down_.holds(surface_.sample_y[k]))
      out += fmt::format("<circle class=\"sample\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"1.7\"/>\n",
                         across_.place(surface_.sample_x[k]), down_.place(surface_.sample_y[k]));
  return out;
}

std::string SurfacePage::draw_scale() const {
  const double x = across_.end() + bar_space, top = down_.end(), height = plot_height;
  const auto y_of = [&](double value) { return top + (1 - place_on(scale_, value)) * height; };
  const auto [low, high] = scale_.range;
  const double step = height / bar_steps;
  std::string out;
  for (int k = 0; k < bar_steps; ++k) {
    const double mean = high - (k + .5) / bar_steps * (high - low);
    out += svg_box("tile", {x, top + k * step, bar_width, step}, colour_of(mean));
  }
  out += svg_box("frame", {x, top, bar_width, height});
  for (const double tick : scale_.ticks) {
    out += svg_line("frame", {x + bar_width, y_of(tick), x + bar_width + 4, y_of(tick)});
    out +=
        svg_text({x + bar_width + 8, y_of(tick) + 4, tick_size, "tick"}, tick_text(scale_, tick));
  }
  if (turns_) out += svg_line("contour", {x - 3, y_of(0), x + bar_width + 3, y_of(0)});
  return out;
}

std::vector<PlotMark> SurfacePage::marks() const {
  std::vector<PlotMark> marks;
  if (turns_ && !is_listed())
    marks.push_back({svg_line("contour", {1, 0, 25, 0}), "zero: here the sign turns"});
  if (!surface_.sample_x.empty() && !is_listed())
    marks.push_back({"<circle class=\"sample\" cx=\"13\" cy=\"0\" r=\"1.7\"/>", "runs"});
  if (std::any_of(surface_.mean.begin(), surface_.mean.end(),
                  [](double mean) { return !std::isfinite(mean); }))
    marks.push_back({svg_box("gap", {0, -6, 26, 12}), "unknown"});
  return marks;
}

std::string SurfacePage::description() const {
  if (range_.is_empty()) return surface_.outcome + ": unknown.";
  const Format format = format_over(range_);
  return fmt::format("{} over {}, from left to right, and {}, from bottom to top: from {} to {}{}.",
                     surface_.outcome, surface_.x.label, surface_.y.label,
                     shown(range_.low, format), shown(range_.high, format),
                     turns_ ? "; its sign turns in between" : "");
}

std::string SurfacePage::draw() {
  const SvgBlock heading = heading_svg(surface_.title, surface_.outcome);
  if (range_.is_empty()) {
    const SvgBlock note = notes_svg({"unknown"}, heading.height);
    return page_svg(surface_.title, description(), heading.height + note.height + 10,
                    heading.svg + note.svg);
  }
  const SvgBlock key = marks_svg(marks(), heading.height);
  const double y_label = heading.height + key.height + 10;
  const double top = y_label + 36, bottom = top + plot_height;
  down_ = SurfaceSide(surface_.y, bottom, top);
  const double left = margin + down_.widest_tick() + 10;
  double scale_width = bar_space + bar_width + 8;
  double widest = 0;
  for (const double tick : scale_.ticks)
    widest = std::max(widest, text_width(tick_text(scale_, tick), tick_size));
  const double plot_width = page_width - margin - left - scale_width - widest;
  across_ = SurfaceSide(surface_.x, left, left + plot_width);
  numbered_ = has_room_for_numbers();
  std::string out = heading.svg + key.svg;
  out += key_svg(surface_.y.label, {margin, y_label + 12, label_width, "start"});
  const double beside = margin + std::min(label_width, key_width(surface_.y.label)) + 12;
  out += svg_text({beside, y_label + 11, tick_size, "tick"}, down_.unit());
  out += draw_cells() + draw_samples() + draw_contour();
  out += svg_box("frame", {left, top, plot_width, plot_height});
  out += down_.ticks_beside(left) + across_.ticks_below(bottom) + draw_scale();
  const double middle = left + plot_width / 2;
  out += key_svg(surface_.x.label, {middle, bottom + 44, plot_width, "middle"});
  out += svg_text({middle, bottom + 71, tick_size, "tick", "middle"}, across_.unit());
  return page_svg(surface_.title, description(), bottom + 84, out);
}

}  // namespace

std::string surface_svg(const Surface& surface) { return SurfacePage(surface).draw(); }

}  // namespace cxsim
