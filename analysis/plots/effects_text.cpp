// Main effects in a terminal: a row a parameter, with a small curve.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/effects.hpp"
#include "analysis/plots/key_label.hpp"
#include "analysis/plots/terminal.hpp"

namespace cxsim {
namespace {

constexpr std::size_t least_curve = 8, widest_curve = 32, least_label = 16;
constexpr std::array<const char*, 8> levels = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

struct Row {
  std::string label, from, to, low, middle, high;
  const EffectCurve* curve = nullptr;
};

// The value of the parameter, in so many letters.
std::string value_text(const EffectCurve& curve, double x, std::size_t letters) {
  if (curve.categories.empty()) return short_number(x);
  const auto k = static_cast<std::size_t>(x);
  return kept_start(k < curve.categories.size() ? curve.categories[k] : "?", letters);
}

// The mean at a share of the way through the values, between neighbours in a straight line.
double mean_at(const EffectCurve& curve, double share) {
  const double at = share * static_cast<double>(curve.mean.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, curve.mean.size() - 1);
  if (below == above || at == std::floor(at)) return curve.mean[below];
  return curve.mean[below] + (at - std::floor(at)) * (curve.mean[above] - curve.mean[below]);
}

Row row_of(const EffectCurve& curve, const Format& format, std::size_t letters) {
  Row row{curve.label, "", "", "unknown", "", "", &curve};
  if (curve.mean.empty() || curve.x.empty()) return row;
  row.from = value_text(curve, curve.x.front(), letters);
  row.to = value_text(curve, curve.x.back(), letters);
  row.low = known_text(curve.mean.front(), format);
  if (curve.categories.empty()) row.middle = known_text(mean_at(curve, .5), format);
  if (curve.mean.size() > 1) row.high = known_text(curve.mean.back(), format);
  return row;
}

class EffectsTable {
 public:
  EffectsTable(const Effects& effects, std::size_t width) : effects_(effects), width_(width) {
    count_ = std::min(most_shown, effects.curves.size());
    for (std::size_t k = 0; k < count_; ++k) range_.add(effects.curves[k].mean);
    format_ = format_over(range_);
    const std::size_t letters = width < 100 ? 9 : 14;
    for (std::size_t k = 0; k < count_; ++k)
      rows_.push_back(row_of(effects.curves[k], format_, letters));
    measure();
  }

  std::string write() const;

 private:
  void measure();
  std::size_t room_for_curve() const;
  void shorten();
  std::string line_of(const Row& row, const std::string& curve) const;
  std::string curve_of(const EffectCurve& curve) const;
  std::string level_of(double mean) const;
  std::string lines_of_categories(const EffectCurve& curve) const;

  const Effects& effects_;
  std::size_t width_, count_ = 0;
  DataRange range_;
  Format format_{0};
  std::vector<Row> rows_;
  std::size_t label_ = 9, from_ = 4, to_ = 2, number_ = 7, curve_ = 0;
};

void EffectsTable::measure() {
  for (const Row& row : rows_) {
    label_ = std::max(label_, letters_in(row.label));
    from_ = std::max(from_, letters_in(row.from));
    to_ = std::max(to_, letters_in(row.to));
    number_ = std::max({number_, row.low.size(), row.middle.size(), row.high.size()});
  }
  if (room_for_curve() < least_label + least_curve) from_ = to_ = 0;
  label_ = std::min(label_, std::max(room_for_curve(), least_label + least_curve) - least_curve);
  shorten();
  curve_ = std::clamp(std::max(room_for_curve(), label_) - label_, least_curve, widest_curve);
}

// And for the label: what the other columns leave.
std::size_t EffectsTable::room_for_curve() const {
  const std::size_t ends = from_ > 0 ? 2 + from_ + 2 + to_ : 0;
  const std::size_t others = 2 + ends + 2 + 3 * (2 + number_);
  return std::max(width_, others) - others;
}

void EffectsTable::shorten() {
  std::vector<std::string> labels;
  for (const Row& row : rows_) labels.push_back(row.label);
  labels = short_keys(labels, label_);
  label_ = 9;
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    rows_[k].label = labels[k];
    label_ = std::max(label_, letters_in(labels[k]));
  }
}

std::string EffectsTable::line_of(const Row& row, const std::string& curve) const {
  std::string line = "  " + at_left(row.label, label_) + "  ";
  if (from_ > 0) line += at_right(row.from, from_) + "  ";
  line += at_left(curve, curve_);
  if (to_ > 0) line += "  " + at_left(row.to, to_);
  for (const std::string& number : {row.low, row.middle, row.high})
    line += "  " + at_right(number, number_);
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

std::string EffectsTable::level_of(double mean) const {
  if (!std::isfinite(mean)) return " ";
  const double share =
      range_.high > range_.low ? (mean - range_.low) / (range_.high - range_.low) : .5;
  return levels[static_cast<std::size_t>(std::lround(share * 7))];
}

// Listed texts get a column each as far as there is room.
std::string EffectsTable::curve_of(const EffectCurve& curve) const {
  std::string out;
  if (curve.mean.empty()) return out;
  if (!curve.categories.empty()) {
    const std::size_t wide =
        std::max<std::size_t>(1, std::min<std::size_t>(3, curve_ / curve.mean.size()));
    for (const double mean : curve.mean) out += repeated(level_of(mean), wide);
    return kept_start(out, curve_);
  }
  const double last = static_cast<double>(curve_ - 1);
  for (std::size_t k = 0; k < curve_; ++k)
    out += level_of(mean_at(curve, static_cast<double>(k) / last));
  return out;
}

std::string EffectsTable::lines_of_categories(const EffectCurve& curve) const {
  std::string text;
  if (curve.categories.size() < 3) return text;
  for (std::size_t k = 0; k < std::min(curve.mean.size(), curve.categories.size()); ++k)
    text += (text.empty() ? "" : ", ") + curve.categories[k] + ": " +
            known_text(curve.mean[k], format_);
  return wrapped(text, width_, 4);
}

std::string EffectsTable::write() const {
  std::string text =
      wrapped(effects_.title, width_, 0) + wrapped(effects_.axis_title, width_) + "\n";
  text += line_of({"parameter", "from", "to", "at low", "middle", "at high"}, "");
  for (const Row& row : rows_) {
    text += line_of(row, curve_of(*row.curve));
    text += lines_of_categories(*row.curve);
  }
  if (effects_.curves.size() > count_)
    text += fmt::format("  and {} more parameters\n", effects_.curves.size() - count_);
  if (range_.is_empty()) return text;
  return text + "\n" +
         wrapped(fmt::format("Means; all curves on one scale, ▁ {} to █ {}.",
                             shown(range_.low, format_), shown(range_.high, format_)),
                 width_);
}

}  // namespace

std::string effects_text(const Effects& effects, int width) {
  return EffectsTable(effects, static_cast<std::size_t>(std::max(60, width))).write();
}

}  // namespace cxsim
