#include "analysis/sensitivity/sensitivity_plots.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analysis/plots/effects.hpp"
#include "analysis/plots/interactions.hpp"
#include "analysis/plots/surface.hpp"
#include "analysis/plots/tornado.hpp"
#include "analysis/statistics/conditional_mean.hpp"

namespace cxsim {
namespace {

constexpr std::size_t most_effects = 12;
constexpr std::size_t cells_of_surface = 8;  // along each side

// Shares are drawn in percent.
double scale_of(const Sensitivity& s) { return s.outcome.format.percent ? 100 : 1; }

std::vector<double> scaled(std::vector<double> values, double scale) {
  for (double& value : values) value *= scale;
  return values;
}

Interval scaled(const Interval& interval, double scale) {
  return {interval.low * scale, interval.high * scale};
}

std::string axis_title(const Sensitivity& s) {
  return outcome_in_words(s) + " (" + unit_in_words(s) + ")";
}

std::vector<std::string> categories_of(const SweptParameter& parameter) { return parameter.labels; }

bool is_log(const SweptParameter& parameter) {
  return parameter.scale == "loguniform" || parameter.scale == "lognormal";
}

std::string with_unit(const SweptParameter& parameter, double value) {
  const bool is_short = !parameter.unit.empty() && parameter.unit.size() <= 3;
  return parameter.short_text_of(value) + (is_short ? " " + parameter.unit : "");
}

std::optional<Tornado> tornado_of(const Sensitivity& s) {
  if (s.facts.design == DesignKind::morris) return {};
  const double scale = scale_of(s);
  Tornado tornado{"How far each parameter alone moves " + outcome_in_words(s),
                  axis_title(s),
                  scale * (s.facts.design == DesignKind::one_at_a_time ? s.own : s.spread.mean),
                  {}};
  for (const SettingEffect& e : s.settings) {
    const SweptParameter& parameter = s.parameters[e.parameter];
    tornado.bars.push_back({parameter.name, scale * e.low.outcome, scale * e.high.outcome,
                            scaled(e.low.interval, scale), scaled(e.high.interval, scale),
                            with_unit(parameter, e.low.value), with_unit(parameter, e.high.value)});
  }
  std::stable_sort(tornado.bars.begin(), tornado.bars.end(),
                   [](const TornadoBar& a, const TornadoBar& b) {
                     const double left = std::abs(a.high - a.low), right = std::abs(b.high - b.low);
                     return !std::isnan(left) && (std::isnan(right) || left > right);
                   });
  return tornado;
}

EffectCurve curve_of(const Sensitivity& s, const SettingEffect& e) {
  const SweptParameter& parameter = s.parameters[e.parameter];
  const double scale = scale_of(s);
  EffectCurve curve{parameter.name,    parameter.unit,          e.at, {}, {}, {}, {}, {},
                    is_log(parameter), categories_of(parameter)};
  for (const CurvePoint& point : e.mean.curve) {
    curve.mean.push_back(scale * point.mean);
    curve.low.push_back(scale * point.band.low);
    curve.high.push_back(scale * point.band.high);
  }
  for (const std::size_t point : s.sample) {
    curve.sample_x.push_back(parameter.values[point]);
    curve.sample_y.push_back(scale * s.points[point]);
  }
  return curve;
}

std::optional<Effects> effects_of(const Sensitivity& s) {
  if (s.facts.design == DesignKind::one_at_a_time) return {};
  Effects effects{"What to expect along each parameter, all else as it falls", axis_title(s), {}};
  for (std::size_t k = 0; k < std::min(s.settings.size(), most_effects); ++k)
    effects.curves.push_back(curve_of(s, s.settings[k]));
  return effects;
}

std::optional<InteractionMap> interactions_of(const Sensitivity& s) {
  if (s.interactions.empty()) return {};
  InteractionMap map{"Shares of the variance: each parameter alone, and each pair beyond", {}, {}};
  const std::size_t k = s.paired.size();
  for (const std::size_t place : s.paired)
    map.labels.push_back(s.parameters[s.settings[place].parameter].name);
  map.values = s.interactions;
  for (std::size_t i = 0; i < k; ++i) {
    const SettingEffect& one = s.settings[s.paired[i]];
    map.values[i * k + i] = one.sobol ? one.sobol->first : one.alone.share;
  }
  return map;
}

struct Pair {
  std::size_t x, y;  // places among the settings
};

std::optional<Pair> strongest_pair(const Sensitivity& s) {
  const std::size_t k = s.paired.size();
  if (s.interactions.empty()) return {};
  Pair best{s.paired[0], s.paired[1]};
  double most = -1;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = i + 1; j < k; ++j)
      if (s.interactions[i * k + j] > most) {
        most = s.interactions[i * k + j];
        best = {s.paired[i], s.paired[j]};
      }
  return best;
}

// Values of a setting in cells of equally many points, or at its levels.
struct Side {
  SurfaceAxis axis;
  std::vector<std::size_t> cell;  // by point of the sample
};

Side side_of(const Sensitivity& s, const SettingEffect& e) {
  const SweptParameter& parameter = s.parameters[e.parameter];
  std::vector<double> values;
  for (const std::size_t point : s.sample) values.push_back(parameter.values[point]);
  std::vector<double> sorted = values;
  sorted.erase(std::remove_if(sorted.begin(), sorted.end(), [](double v) { return std::isnan(v); }),
               sorted.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> levels = sorted;
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  const std::size_t cells = std::min(levels.size(), cells_of_surface);
  const bool by_level = levels.size() <= cells_of_surface;
  const auto cell_of = [&](double value) {
    const std::vector<double>& all = by_level ? levels : sorted;
    const auto at =
        static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), value) - all.begin());
    return std::min(cells - 1, by_level ? at : at * cells / sorted.size());
  };
  Side side{{parameter.name, parameter.unit, {}, is_log(parameter), categories_of(parameter)}, {}};
  std::vector<double> sums(cells, 0), counts(cells, 0);
  for (const double value : values) {
    side.cell.push_back(std::isnan(value) ? cells : cell_of(value));
    if (std::isnan(value)) continue;
    sums[side.cell.back()] += value;
    counts[side.cell.back()] += 1;
  }
  for (std::size_t c = 0; c < cells; ++c) side.axis.at.push_back(sums[c] / counts[c]);
  return side;
}

// The plain mean of the points in each cell.
std::optional<Surface> surface_of(const Sensitivity& s) {
  const auto pair = strongest_pair(s);
  if (!pair) return {};
  const SettingEffect &ex = s.settings[pair->x], &ey = s.settings[pair->y];
  const Side x = side_of(s, ex), y = side_of(s, ey);
  const std::size_t columns = x.axis.at.size(), rows = y.axis.at.size();
  Surface surface{
      "The pair with the strongest interaction", axis_title(s), x.axis, y.axis, {}, {}, {}};
  std::vector<double> sums(columns * rows, 0), counts(columns * rows, 0);
  for (std::size_t at = 0; at < s.sample.size(); ++at) {
    const double outcome = s.points[s.sample[at]];
    if (x.cell[at] >= columns || y.cell[at] >= rows || std::isnan(outcome)) continue;
    sums[y.cell[at] * columns + x.cell[at]] += outcome;
    counts[y.cell[at] * columns + x.cell[at]] += 1;
    surface.sample_x.push_back(s.parameters[ex.parameter].values[s.sample[at]]);
    surface.sample_y.push_back(s.parameters[ey.parameter].values[s.sample[at]]);
  }
  for (std::size_t c = 0; c < sums.size(); ++c)
    surface.mean.push_back(counts[c] > 0 ? sums[c] / counts[c] : not_known);
  surface.mean = scaled(std::move(surface.mean), scale_of(s));
  return surface;
}

}  // namespace

std::vector<PlotFile> plots_svg(const Sensitivity& s) {
  std::vector<PlotFile> files;
  if (const auto tornado = tornado_of(s)) files.push_back({"tornado.svg", tornado_svg(*tornado)});
  if (const auto effects = effects_of(s)) files.push_back({"effects.svg", effects_svg(*effects)});
  if (const auto map = interactions_of(s))
    files.push_back({"interactions.svg", interactions_svg(*map)});
  if (const auto surface = surface_of(s)) files.push_back({"surface.svg", surface_svg(*surface)});
  return files;
}

std::vector<std::string> plots_text(const Sensitivity& s, int width) {
  std::vector<std::string> texts;
  if (const auto tornado = tornado_of(s)) texts.push_back(tornado_text(*tornado, width));
  if (const auto effects = effects_of(s)) texts.push_back(effects_text(*effects, width));
  if (const auto map = interactions_of(s)) texts.push_back(interactions_text(*map, width));
  return texts;
}

}  // namespace cxsim
