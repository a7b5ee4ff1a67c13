#include "analysis/plots/effect_axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {
namespace {

constexpr double tick_size = 10.5, least_slot = 44, slanted_width = 84;

// Whether listed texts stand too close for level words.
bool is_slanted(const EffectCurve& curve, double width) {
  return width / static_cast<double>(curve.categories.size()) < least_slot;
}

double x_on(const PlotAxis& axis, double value, const SvgBox& frame) {
  return frame.x + place_on(axis, value) * frame.width;
}

std::string unit_line(const EffectCurve& curve, PlotScale scale, const SvgBox& frame) {
  std::string unit = unit_text(curve.unit);
  if (scale == PlotScale::logarithmic) unit += unit.empty() ? "log scale" : ", log scale";
  const TextBlock fitted = fit_text(unit, {frame.width, tick_size, tick_size - 2, 1});
  if (fitted.lines.empty()) return "";
  const double y = frame.y + frame.height + 30;
  return svg_text({frame.x + frame.width / 2, y, fitted.size, "tick", "middle"}, fitted.lines[0]);
}

// Thousands and millions are told in short: panels are narrow.
std::string narrow_text(const PlotAxis& axis, double tick) {
  const double most = std::max(std::abs(axis.range.low), std::abs(axis.range.high));
  if (most < 1e5) return tick_text(axis, tick);
  const double unit = most < 1e6 ? 1e3 : most < 1e9 ? 1e6 : 1e9;
  return short_number(tick / unit) + (tick == 0 ? "" : unit == 1e3 ? "k" : unit == 1e6 ? "M" : "G");
}

// Words at the frame's corners stay within, away from the neighbours'.
std::string number_ticks(const PlotAxis& axis, const SvgBox& frame) {
  std::string out;
  const double bottom = frame.y + frame.height;
  for (const double tick : axis.ticks) {
    const std::string words = narrow_text(axis, tick);
    const double half = text_width(words, tick_size) / 2, x = x_on(axis, tick, frame);
    const double inside = std::clamp(x, frame.x + half, frame.x + frame.width - half);
    out += svg_line("frame", {x, bottom, x, bottom + 4});
    out += svg_text({inside, bottom + 15, tick_size, "tick", "middle"}, words);
  }
  return out;
}

std::string slanted_words(std::string_view text, double x, double y) {
  const TextBlock words = fit_text(text, {slanted_width, tick_size, 8.5, 1});
  if (words.lines.empty()) return "";
  return fmt::format("<g transform=\"translate({:.1f} {:.1f}) rotate(-45)\">{}</g>\n", x, y,
                     svg_text({0, 0, words.size, "tick", "end"}, words.lines[0]));
}

std::string level_words(std::string_view text, double x, double y, double width) {
  std::string out;
  const TextBlock words = fit_text(text, {width, tick_size, 8.5, 3});
  for (const std::string& line : words.lines) {
    out += svg_text({x, y, words.size, "tick", "middle"}, line);
    y += 1.2 * words.size;
  }
  return out;
}

std::string category_ticks(const EffectCurve& curve, const PlotAxis& axis, const SvgBox& frame) {
  std::string out;
  const double bottom = frame.y + frame.height;
  const double slot = frame.width / static_cast<double>(curve.categories.size());
  for (std::size_t k = 0; k < curve.categories.size(); ++k) {
    const double x = x_on(axis, static_cast<double>(k), frame);
    out += is_slanted(curve, frame.width)
               ? slanted_words(curve.categories[k], x + 4, bottom + 11)
               : level_words(curve.categories[k], x, bottom + 15, slot - 6);
  }
  return out;
}

}  // namespace

bool is_listed(const EffectCurve& curve) { return !curve.categories.empty(); }

PlotAxis effect_axis(const EffectCurve& curve, double width) {
  if (is_listed(curve))
    return {{-.5, static_cast<double>(curve.categories.size()) - .5}, PlotScale::linear, {}, 1};
  DataRange range;
  range.add(curve.x);
  if (range.is_empty()) range.add(curve.sample_x);
  const PlotScale scale = curve.log_scale ? PlotScale::logarithmic : PlotScale::linear;
  for (std::size_t most = 7; most > 2; --most) {
    const PlotAxis axis = axis_within(range, scale, most);
    double words = 0;
    for (const double tick : axis.ticks)
      words += text_width(narrow_text(axis, tick), tick_size) + 26;
    if (words <= width) return axis;
  }
  return axis_within(range, scale, 2);
}

std::string effect_axis_svg(const EffectCurve& curve, const PlotAxis& axis, const SvgBox& frame) {
  if (is_listed(curve)) return category_ticks(curve, axis, frame);
  return number_ticks(axis, frame) + unit_line(curve, axis.scale, frame);
}

double foot_height(const EffectCurve& curve, double width) {
  if (!is_listed(curve)) return unit_text(curve.unit).empty() && !curve.log_scale ? 20 : 34;
  return is_slanted(curve, width) ? 16 + .72 * slanted_width : 46;
}

}  // namespace cxsim
