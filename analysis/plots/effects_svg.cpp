// Main effects as a page.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/effect_axis.hpp"
#include "analysis/plots/effect_panel.hpp"
#include "analysis/plots/effects.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/svg_page.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"
#include "analysis/statistics/percentile.hpp"

namespace cxsim {
namespace {

constexpr double space = 20, tick_size = 10.5;

// Few runs lie far out; they may leave the scale, so that they do not flatten every curve.
DataRange range_of(const std::vector<EffectCurve>& curves) {
  DataRange range;
  for (const EffectCurve& curve : curves) {
    for (const auto* values : {&curve.mean, &curve.low, &curve.high}) range.add(*values);
    std::vector<double> known;
    std::copy_if(curve.sample_y.begin(), curve.sample_y.end(), std::back_inserter(known),
                 [](double y) { return std::isfinite(y); });
    if (known.empty()) continue;
    std::sort(known.begin(), known.end());
    range.add(percentile(known, .01));
    range.add(percentile(known, .99));
  }
  return range;
}

std::size_t columns_for(std::size_t panels) {
  if (panels <= 3) return std::max<std::size_t>(1, panels);
  return panels == 4 ? 2 : panels <= 9 ? 3 : 4;
}

double height_for(std::size_t columns) { return columns == 4 ? 120 : columns == 3 ? 160 : 220; }

bool has_band(const EffectCurve& curve) { return !curve.low.empty() && !curve.high.empty(); }

class EffectsPage {
 public:
  explicit EffectsPage(const Effects& effects) : effects_(effects) {
    const auto count = std::min(most_shown, effects.curves.size());
    curves_ = {effects.curves.begin(), effects.curves.begin() + static_cast<std::ptrdiff_t>(count)};
    columns_ = columns_for(count);
    y_ = axis_around(range_of(curves_), columns_ == 4 ? 5 : 6);
    for (const double tick : y_.ticks)
      tick_width_ = std::max(tick_width_, text_width(tick_text(y_, tick), tick_size));
    const double room = page_width - 2 * margin - tick_width_ - 8;
    width_ = (room - space * static_cast<double>(columns_ - 1)) / static_cast<double>(columns_);
    width_ = std::min(width_, 560.0);
  }

  std::string draw() const;

 private:
  std::string name_ticks(double top, double height) const;
  std::vector<PlotMark> marks() const;
  std::vector<std::string> notes() const;
  std::string description() const;

  const Effects& effects_;
  std::vector<EffectCurve> curves_;
  std::size_t columns_ = 1;
  PlotAxis y_;
  double tick_width_ = 0, width_ = 0;
};

std::string EffectsPage::name_ticks(double top, double height) const {
  std::string out;
  for (const double tick : y_.ticks) {
    const double y = top + (1 - place_on(y_, tick)) * height;
    out += svg_text({margin + tick_width_, y + 3.7, tick_size, "tick", "end"}, tick_text(y_, tick));
  }
  return out;
}

std::vector<PlotMark> EffectsPage::marks() const {
  std::vector<PlotMark> marks = {{svg_line("curve", {0, 0, 26, 0}), "mean"}};
  if (std::any_of(curves_.begin(), curves_.end(), has_band))
    marks.push_back({svg_box("band", {0, -6, 26, 12}), effects_.band});
  if (std::any_of(curves_.begin(), curves_.end(),
                  [](const EffectCurve& curve) { return !curve.sample_y.empty(); }))
    marks.push_back({"<path class=\"points\" d=\"M6 3h0M13 -3h0M20 2h0\"/>", "runs"});
  if (y_.range.holds(0))
    marks.push_back({svg_line("zero", {0, 0, 26, 0}), "zero: here the sign turns"});
  return marks;
}

std::vector<std::string> EffectsPage::notes() const {
  std::size_t outside = 0;
  bool thinned = false;
  for (const EffectCurve& curve : curves_) {
    thinned = thinned || curve.sample_y.size() > most_points;
    outside = std::max(outside, static_cast<std::size_t>(std::count_if(
                                    curve.sample_y.begin(), curve.sample_y.end(), [&](double y) {
                                      return std::isfinite(y) && !y_.range.holds(y);
                                    })));
  }
  std::vector<std::string> notes;
  if (effects_.curves.size() > curves_.size())
    notes.push_back(fmt::format("and {} more parameters", effects_.curves.size() - curves_.size()));
  if (outside > 0)
    notes.push_back(fmt::format("Up to {} runs a panel lie outside the scale.", outside));
  if (thinned)
    notes.push_back(
        fmt::format("At most {} runs are drawn in each panel, evenly chosen.", most_points));
  return notes;
}

std::string EffectsPage::description() const {
  const Format format = format_over(y_.range);
  std::string words = effects_.axis_title + ", its mean along each parameter";
  for (const EffectCurve& curve : curves_) {
    words += "; " + curve.label + ": ";
    if (curve.mean.empty())
      words += "unknown";
    else
      words += fmt::format("{} at the low end, {} at the high end",
                           known_text(curve.mean.front(), format),
                           known_text(curve.mean.back(), format));
  }
  return words + ".";
}

std::string EffectsPage::draw() const {
  const SvgBlock heading = heading_svg(effects_.title, effects_.axis_title);
  const SvgBlock key =
      curves_.empty() ? notes_svg({"unknown"}, heading.height) : marks_svg(marks(), heading.height);
  double bottom = heading.height + key.height + 6;
  std::string out = heading.svg + key.svg;
  const double height = height_for(columns_);
  for (std::size_t first = 0; first < curves_.size(); first += columns_) {
    const double top = bottom + panel_head;
    out += name_ticks(top, height);
    for (std::size_t k = first; k < std::min(first + columns_, curves_.size()); ++k) {
      const double left =
          margin + tick_width_ + 8 + static_cast<double>(k - first) * (width_ + space);
      const SvgBox frame{left, top, width_, height};
      const double foot = foot_height(curves_[k], width_);
      bottom = std::max(bottom, top + height + foot);
      out += panel_svg(curves_[k], frame, y_);
    }
    bottom += 12;
  }
  const SvgBlock footer = notes_svg(notes(), bottom);
  return page_svg(effects_.title, description(), bottom + footer.height + 10, out + footer.svg);
}

}  // namespace

std::string effects_svg(const Effects& effects) { return EffectsPage(effects).draw(); }

}  // namespace cxsim
