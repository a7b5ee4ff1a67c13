// The heat map of interactions as a page: the lower triangle, as the map is symmetric.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/colours.hpp"
#include "analysis/plots/interactions.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/svg_page.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {
namespace {

constexpr double widest_label = 270, label_space = 10, smallest_cell = 16, largest_cell = 64;
constexpr double two_lines = 28;     // of height, that the two lines of a label need
constexpr double widest_name = 190;  // of a column
constexpr double largest_number = 13, smallest_number = 7.5, slanted_size = 11;
constexpr double bar_width = 260, bar_height = 12, bar_steps = 52;
constexpr double diagonal = .70711;  // of a unit square, halved

class InteractionPage {
 public:
  explicit InteractionPage(const InteractionMap& map)
      : map_(map),
        count_(std::min(most_shown, map.labels.size())),
        names_(names_apart(map.labels)) {
    measure();
  }

  std::string draw() const;

 private:
  void measure();
  double widest_cell() const;
  std::string column_name(std::size_t column) const;
  double name_width(std::size_t column) const;
  double x_of(std::size_t column) const { return left_ + cell_ * static_cast<double>(column); }
  // Square roots keep weak interactions in sight beside strong single parameters.
  double share_of(double value) const { return std::sqrt(std::clamp(value / largest_, 0.0, 1.0)); }
  std::string draw_cell(std::size_t row, std::size_t column, double top) const;
  std::string draw_row(std::size_t row, double top) const;
  std::string draw_column_name(std::size_t column, double top) const;
  std::string draw_scale(double y) const;
  double slanted_rise() const;
  std::string description() const;

  const InteractionMap& map_;
  std::size_t count_;
  std::vector<std::string> names_;  // of columns
  double largest_ = 0, label_ = 90, left_ = 0, cell_ = largest_cell, number_size_ = largest_number;
};

void InteractionPage::measure() {
  DataRange range;
  double widest = 1;  // of a number at size 1
  for (std::size_t row = 0; row < count_; ++row) {
    label_ = std::max(label_, std::min(widest_label, key_width(map_.labels[row])));
    for (std::size_t column = 0; column <= row; ++column) {
      range.add(value_of(map_, row, column));
      widest = std::max(widest, text_width(index_text(value_of(map_, row, column)), 1));
    }
  }
  largest_ = range.is_empty() || range.high <= 0 ? 1 : range.high;
  left_ = margin + label_ + label_space;
  cell_ = std::max(smallest_cell, widest_cell());
  number_size_ = std::min(largest_number, (cell_ - 3) / widest);
}

// So that the last cell and the names of columns, which lean to the right, stay on the page.
double InteractionPage::widest_cell() const {
  const double room = page_width - margin / 2 - left_;
  double widest =
      std::min(largest_cell, room / static_cast<double>(std::max<std::size_t>(1, count_)));
  for (std::size_t column = 0; column + 1 < count_; ++column)
    widest = std::min(
        widest, (room - diagonal * name_width(column) - 6) / (static_cast<double>(column) + .5));
  return widest;
}

std::string InteractionPage::column_name(std::size_t column) const {
  const TextFrame frame{widest_name, slanted_size, slanted_size, 1};
  const TextBlock fitted = fit_text(names_[column], frame);
  return fitted.lines.empty() ? "" : fitted.lines[0];
}

double InteractionPage::name_width(std::size_t column) const {
  return text_width(column_name(column), slanted_size);
}

std::string InteractionPage::draw_cell(std::size_t row, std::size_t column, double top) const {
  const double value = value_of(map_, row, column), x = x_of(column);
  const bool known = std::isfinite(value);
  const std::string colour = known ? sequential_colour(share_of(value)) : "";
  const std::string words = row == column ? map_.labels[row] + " alone"
                                          : map_.labels[row] + " with " + map_.labels[column];
  std::string out = "<g>" + svg_title(words + ": " + known_text(value, {3}));
  out += svg_box(known ? "cell" : "gap", {x, top, cell_, cell_}, colour);
  if (row == column) out += svg_box("alone", {x + .8, top + .8, cell_ - 1.6, cell_ - 1.6});
  if (number_size_ >= smallest_number)
    out += svg_text({x + cell_ / 2, top + cell_ / 2 + .36 * number_size_, number_size_,
                     known ? ink_on(colour) : "unknown", "middle"},
                    index_text(value));
  return out + "</g>\n";
}

std::string InteractionPage::draw_row(std::size_t row, double top) const {
  const KeyPlace place{margin + label_, top + cell_ / 2, label_};
  std::string out =
      cell_ >= two_lines ? key_svg(map_.labels[row], place) : key_line_svg(map_.labels[row], place);
  for (std::size_t column = 0; column <= row; ++column) out += draw_cell(row, column, top);
  return out;
}

// Slanted away from its diagonal cell, over the empty half of the map.
std::string InteractionPage::draw_column_name(std::size_t column, double top) const {
  const double x = x_of(column) + cell_ / 2, y = top + cell_ * static_cast<double>(column) - 5;
  return fmt::format("<g transform=\"translate({:.1f} {:.1f}) rotate(-45)\">{}</g>\n", x + 3, y,
                     svg_text({0, 0, slanted_size, "section"}, column_name(column)));
}

// How far column names stand out above the map.
double InteractionPage::slanted_rise() const {
  double rise = 0;
  for (std::size_t column = 0; column + 1 < count_; ++column) {
    rise = std::max(
        rise, diagonal * (name_width(column) + slanted_size) - cell_ * static_cast<double>(column));
  }
  return rise + 8;
}

std::string InteractionPage::draw_scale(double y) const {
  std::string out;
  const double step = bar_width / bar_steps;
  for (double k = 0; k < bar_steps; ++k)
    out += svg_box("scale", {margin + k * step, y, step + .3, bar_height},
                   sequential_colour((k + .5) / bar_steps));
  out += svg_box("frame", {margin, y, bar_width, bar_height});
  const PlotAxis axis = axis_within({0, largest_}, PlotScale::linear, 6);
  double free_from = 0;  // ticks crowd near zero on a scale of square roots
  for (const double tick : axis.ticks) {
    const double x = margin + share_of(tick) * bar_width;
    const double half = text_width(tick_text(axis, tick), 10.5) / 2;
    if (x - half < free_from) continue;
    free_from = x + half + 8;
    out += svg_line("frame", {x, y + bar_height, x, y + bar_height + 4});
    out += svg_text({x, y + bar_height + 15, 10.5, "tick", "middle"}, tick_text(axis, tick));
  }
  return out;
}

std::string InteractionPage::description() const {
  std::string words = "Share of the outcome's variation of each parameter alone";
  for (std::size_t row = 0; row < count_; ++row)
    words +=
        (row == 0 ? ": " : ", ") + map_.labels[row] + " " + index_text(value_of(map_, row, row));
  std::string pairs;
  for (std::size_t row = 0; row < count_; ++row)
    for (std::size_t column = 0; column < row; ++column)
      if (value_of(map_, row, column) >= .01)
        pairs += fmt::format("{}{} with {} {}", pairs.empty() ? "; of pairs: " : ", ",
                             map_.labels[column], map_.labels[row],
                             index_text(value_of(map_, row, column)));
  return words + pairs + ".";
}

std::string InteractionPage::draw() const {
  const SvgBlock heading = heading_svg(map_.title, "");
  if (count_ == 0) {
    const SvgBlock note = notes_svg({"unknown"}, heading.height);
    return page_svg(map_.title, "unknown.", heading.height + note.height + 10,
                    heading.svg + note.svg);
  }
  const double top = heading.height + (count_ > 1 ? slanted_rise() : 4);
  std::string out = heading.svg;
  for (std::size_t row = 0; row < count_; ++row)
    out += draw_row(row, top + cell_ * static_cast<double>(row));
  for (std::size_t column = 0; column + 1 < count_; ++column) out += draw_column_name(column, top);
  double bottom = top + cell_ * static_cast<double>(count_) + 14;
  out += draw_scale(bottom);
  bottom += bar_height + 24;
  const SvgBlock notes = notes_svg(
      {"On the diagonal, framed: the parameter alone (first order). Below: what a pair adds "
       "together. Hatched: unknown.",
       note_of_others(map_, count_)},
      bottom);
  return page_svg(map_.title, description(), bottom + notes.height + 10, out + notes.svg);
}

}  // namespace

std::string interactions_svg(const InteractionMap& map) { return InteractionPage(map).draw(); }

}  // namespace cxsim
