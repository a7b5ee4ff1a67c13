// The tornado as a page.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/svg_page.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"
#include "analysis/plots/tornado.hpp"
#include "analysis/plots/tornado_bar.hpp"

namespace cxsim {
namespace {

constexpr double row_height = 34, least_label = 90, widest_label = 270;
constexpr double tick_size = 11, axis_size = 12, label_space = 14;

class TornadoPage {
 public:
  explicit TornadoPage(const Tornado& tornado) : tornado_(tornado), bars_(shown_bars(tornado)) {
    measure();
  }

  std::string draw();

 private:
  void measure();
  void choose_axis();
  double x_of(double value) const { return left_ + place_on(axis_, value) * (right_ - left_); }
  std::string name_middle(double y) const;
  std::string draw_grid(double top, double bottom) const;
  TornadoRow row_of(const TornadoBar& bar, double y) const;
  std::string draw_bar(const TornadoBar& bar, double y) const;
  std::vector<PlotMark> marks() const;
  std::string description() const;
  bool any_interval() const;

  const Tornado& tornado_;
  std::vector<TornadoBar> bars_;
  PlotAxis axis_;
  Format format_{0};
  double label_right_ = 0, left_ = 0, right_ = 0;  // of labels, and of the axis
};

void TornadoPage::measure() {
  double label = least_label, value = 0;
  for (const TornadoBar& bar : bars_) {
    label = std::max(label, key_width(bar.label));
    value = std::max(value, widest_value_text(bar));
  }
  label_right_ = margin + std::min(label, widest_label);
  left_ = label_right_ + label_space + value;
  right_ = page_width - margin - value;
  choose_axis();
}

// As many ticks as have room for their words.
void TornadoPage::choose_axis() {
  DataRange range;
  range.add(tornado_.middle);
  for (const TornadoBar& bar : bars_) {
    range.add(std::vector<double>{bar.low, bar.high});
    range.add(bar.low_interval);
    range.add(bar.high_interval);
  }
  format_ = format_over(range);
  for (std::size_t most = 10; most > 1; --most) {
    axis_ = axis_around(range, most);
    double widest = 0;
    for (const double tick : axis_.ticks)
      widest = std::max(widest, text_width(tick_text(axis_, tick), tick_size));
    if ((widest + 14) * static_cast<double>(axis_.ticks.size() - 1) <= right_ - left_) return;
  }
}

std::string TornadoPage::name_middle(double y) const {
  if (!std::isfinite(tornado_.middle)) return "";
  const std::string words = "all in the middle: " + shown(tornado_.middle, format_);
  const double half = text_width(words, value_size) / 2;
  const double x = std::clamp(x_of(tornado_.middle), margin + half, page_width - margin - half);
  return svg_text({x, y, value_size, "value", "middle"}, words);
}

std::string TornadoPage::draw_grid(double top, double bottom) const {
  std::string out;
  for (const double tick : axis_.ticks) {
    const double x = x_of(tick);
    out += svg_line("grid", {x, top, x, bottom});
    out += svg_text({x, bottom + 15, tick_size, "tick", "middle"}, tick_text(axis_, tick));
  }
  const TextFrame room{page_width - 2 * margin, axis_size, 9, 1};
  const TextBlock title = fit_text(tornado_.axis_title, room);
  if (title.lines.empty()) return out;
  const double half = text_width(title.lines[0], title.size) / 2;
  const double centre = std::min((left_ + right_) / 2, page_width - margin - half);
  return out + svg_text({centre, bottom + 35, title.size, "axis", "middle"}, title.lines[0]);
}

TornadoRow TornadoPage::row_of(const TornadoBar& bar, double y) const {
  const double origin = std::isfinite(tornado_.middle) ? x_of(tornado_.middle) : not_known;
  return {bar, tornado_.middle, origin, y, [this](double value) { return x_of(value); }};
}

std::string TornadoPage::draw_bar(const TornadoBar& bar, double y) const {
  const auto words = [&](double outcome) { return known_text(outcome, format_); };
  std::string out =
      "<g>" + svg_title(fmt::format("{}: {} at {}, {} at {}", bar.label, words(bar.low),
                                    bar.low_value, words(bar.high), bar.high_value));
  out += "\n" + key_svg(bar.label, {label_right_, y, label_right_ - margin});
  out += bar_svg(row_of(bar, y));
  if (!std::isfinite(bar.low) && !std::isfinite(bar.high))
    out += svg_text({left_, y + 4, value_size, "unknown"}, "unknown");
  return out + "</g>\n";
}

bool TornadoPage::any_interval() const {
  return std::any_of(bars_.begin(), bars_.end(), [](const TornadoBar& bar) {
    return is_known(bar.low_interval) || is_known(bar.high_interval);
  });
}

std::vector<PlotMark> TornadoPage::marks() const {
  std::vector<PlotMark> marks = {
      {svg_box("low", {0, -6, 26, 12}), "outcome at the parameter's low end"},
      {svg_box("high", {0, -6, 26, 12}), "at its high end"}};
  if (any_interval())
    marks.push_back({svg_line("whisker", {1, 0, 25, 0}) + svg_line("whisker", {1, -4, 1, 4}) +
                         svg_line("whisker", {25, -4, 25, 4}),
                     fmt::format("{:.0f}% interval", 100 * confidence_level)});
  if (axis_.range.holds(0))
    marks.push_back({svg_line("zero", {13, -8, 13, 8}), "zero: here the sign turns"});
  return marks;
}

std::string TornadoPage::description() const {
  std::string words =
      tornado_.axis_title + ", with one parameter at a time at its low and high end";
  for (const TornadoBar& bar : bars_)
    words += fmt::format("; {}: {} at {}, {} at {}", bar.label, known_text(bar.low, format_),
                         bar.low_value, known_text(bar.high, format_), bar.high_value);
  return words + ".";
}

std::string TornadoPage::draw() {
  const SvgBlock heading = heading_svg(tornado_.title, "");
  const SvgBlock key = marks_svg(marks(), heading.height);
  const double top = heading.height + key.height + 24;
  const double bottom = top + row_height * static_cast<double>(bars_.size()) + 4;
  std::string out = heading.svg + key.svg + name_middle(top - 6) + draw_grid(top, bottom);
  std::string values;
  double y = top + 2 + row_height / 2;
  for (const TornadoBar& bar : bars_) {
    out += draw_bar(bar, y);
    values += values_svg(row_of(bar, y));
    y += row_height;
  }
  const auto upright = [&](std::string_view kind, double value) {
    return svg_line(kind, {x_of(value), top, x_of(value), bottom});
  };
  if (std::isfinite(tornado_.middle)) out += upright("middle", tornado_.middle);
  if (axis_.range.holds(0)) out += upright("zero", 0);
  out += values;
  const SvgBlock notes = notes_svg({note_of_others(tornado_)}, bottom + 46);
  return page_svg(tornado_.title, description(), bottom + 46 + notes.height + 10, out + notes.svg);
}

}  // namespace

std::string tornado_svg(const Tornado& tornado) { return TornadoPage(tornado).draw(); }

}  // namespace cxsim
