#include "analysis/plots/effect_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/effect_axis.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/svg_text.hpp"

namespace cxsim {
namespace {

class Panel {
 public:
  Panel(const EffectCurve& curve, const SvgBox& frame, const PlotAxis& y)
      : curve_(curve), frame_(frame), x_(effect_axis(curve, frame.width)), y_(y) {}

  std::string draw() const;

 private:
  double x_of(double value) const { return frame_.x + place_on(x_, value) * frame_.width; }
  double y_of(double value) const { return frame_.y + (1 - place_on(y_, value)) * frame_.height; }
  std::string at(double x, double y) const {
    return fmt::format("{:.1f} {:.1f}", x_of(x), y_of(y));
  }
  bool is_inside(double x, double y) const { return x_.range.holds(x) && y_.range.holds(y); }

  std::string draw_ground() const;
  std::string draw_points() const;
  std::string draw_band(std::size_t first, std::size_t end) const;
  std::string draw_curve(std::size_t first, std::size_t end) const;
  std::string draw_known() const;
  std::string draw_listed() const;
  bool is_known_at(std::size_t k) const {
    return k < std::min(curve_.x.size(), curve_.mean.size()) && std::isfinite(curve_.x[k]) &&
           std::isfinite(curve_.mean[k]);
  }
  bool has_band_at(std::size_t k) const {
    return k < curve_.low.size() && k < curve_.high.size() && std::isfinite(curve_.low[k]) &&
           std::isfinite(curve_.high[k]);
  }

  const EffectCurve& curve_;
  SvgBox frame_;
  PlotAxis x_;
  const PlotAxis& y_;
};

std::string Panel::draw_ground() const {
  std::string out;
  for (const double tick : y_.ticks)
    out += svg_line("grid", {frame_.x, y_of(tick), frame_.x + frame_.width, y_of(tick)});
  if (y_.range.holds(0))
    out += svg_line("zero", {frame_.x, y_of(0), frame_.x + frame_.width, y_of(0)});
  return out + svg_box("frame", frame_);
}

// Runs of one listed text stand side by side, in an order that looks like none.
std::string Panel::draw_points() const {
  const std::size_t count = std::min(curve_.sample_x.size(), curve_.sample_y.size());
  const std::size_t stride = count / (most_points + 1) + 1;
  std::string path;
  for (std::size_t k = 0; k < count; k += stride) {
    const double turn = static_cast<double>(k) * .6180339887;
    const double aside = is_listed(curve_) ? .5 * (turn - std::floor(turn) - .5) : 0;
    const double x = curve_.sample_x[k] + aside, y = curve_.sample_y[k];
    if (is_inside(x, y)) path += "M" + at(x, y) + "h0";
  }
  return path.empty() ? "" : "<path class=\"points\" d=\"" + path + "\"/>\n";
}

std::string Panel::draw_band(std::size_t first, std::size_t end) const {
  std::string path;
  for (std::size_t k = first; k < end; ++k)
    path += (path.empty() ? "M" : "L") + at(curve_.x[k], curve_.high[k]);
  for (std::size_t k = end; k > first; --k) path += "L" + at(curve_.x[k - 1], curve_.low[k - 1]);
  return "<path class=\"band\" d=\"" + path + "Z\"/>\n";
}

std::string Panel::draw_curve(std::size_t first, std::size_t end) const {
  std::string path;
  for (std::size_t k = first; k < end; ++k)
    path += (path.empty() ? "M" : "L") + at(curve_.x[k], curve_.mean[k]);
  if (end - first == 1) path += "h0";
  return "<path class=\"curve\" stroke-linecap=\"round\" d=\"" + path + "\"/>\n";
}

// Each stretch without a gap by itself; bands beneath curves.
std::string Panel::draw_known() const {
  std::string bands, curves;
  const auto stretches = [&](auto holds, auto draw) {
    for (std::size_t first = 0, k = 0; k <= curve_.mean.size(); ++k) {
      if (holds(k)) continue;
      if (k > first) draw(first, k);
      first = k + 1;
    }
  };
  stretches([&](std::size_t k) { return is_known_at(k) && has_band_at(k); },
            [&](std::size_t first, std::size_t end) { bands += draw_band(first, end); });
  stretches([&](std::size_t k) { return is_known_at(k); },
            [&](std::size_t first, std::size_t end) { curves += draw_curve(first, end); });
  return bands + curves;
}

std::string Panel::draw_listed() const {
  std::string out;
  for (std::size_t k = 0; k < curve_.mean.size(); ++k) {
    if (!is_known_at(k)) continue;
    const double x = x_of(curve_.x[k]), half = std::min(12.0, .3 * (x_of(1) - x_of(0)));
    if (has_band_at(k)) {
      const double top = y_of(curve_.high[k]);
      out += svg_box("band", {x - half, top, 2 * half, y_of(curve_.low[k]) - top});
    }
    out += svg_line("curve", {x - half, y_of(curve_.mean[k]), x + half, y_of(curve_.mean[k])});
  }
  return out;
}

std::string Panel::draw() const {
  const double head = frame_.y - 20;
  std::string out = key_svg(curve_.label, {frame_.x, head, frame_.width, "start"}) + draw_ground() +
                    effect_axis_svg(curve_, x_, frame_) + draw_points();
  const DataRange known = [&] {
    DataRange range;
    range.add(curve_.mean);
    return range;
  }();
  if (known.is_empty())
    return out + svg_text({frame_.x + frame_.width / 2, frame_.y + frame_.height / 2, 11.5,
                           "unknown", "middle"},
                          "unknown");
  return out + (is_listed(curve_) ? draw_listed() : draw_known());
}

}  // namespace

std::string panel_svg(const EffectCurve& curve, const SvgBox& frame, const PlotAxis& y) {
  return "<g>" + svg_title(curve.label) + "\n" + Panel(curve, frame, y).draw() + "</g>\n";
}

}  // namespace cxsim
