#include "analysis/plots/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace cxsim {
namespace {

constexpr double least_span = 1e-9;  // of its values, from which on a range is more than one value
constexpr double largest_written_out = 1e15, smallest_written_out = 1e-6;

DataRange with_room(DataRange range) {
  if (range.is_empty()) return {0, 1};
  const double size = std::max(std::abs(range.low), std::abs(range.high));
  if (range.high - range.low > least_span * size) return range;
  const double room = size == 0 ? 1 : .1 * size;
  return {range.low - room, range.high + room};
}

// The least of 1, 2 and 5 times a power of ten that is no less than `least`.
double nice_step(double least) {
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= least * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

// Multiples of the step within the range, each worked out by itself so that no error adds up.
std::vector<double> multiples(const DataRange& range, double step) {
  std::vector<double> ticks;
  const double last = std::floor(range.high / step + 1e-9);
  for (double k = std::ceil(range.low / step - 1e-9); k <= last; ++k) ticks.push_back(k * step);
  return ticks;
}

std::vector<double> log_ticks(const DataRange& range, const std::vector<double>& factors) {
  std::vector<double> ticks;
  const double last = std::floor(std::log10(range.high) + 1e-9);
  for (double power = std::floor(std::log10(range.low)); power <= last; ++power)
    for (const double factor : factors) {
      const double tick = factor * std::pow(10.0, power);
      if (tick >= range.low * (1 - 1e-9) && tick <= range.high * (1 + 1e-9)) ticks.push_back(tick);
    }
  return ticks;
}

void tick_evenly(PlotAxis& axis, std::size_t most_ticks) {
  const double span = axis.range.high - axis.range.low;
  axis.step = nice_step(span / static_cast<double>(most_ticks));
  axis.ticks = multiples(axis.range, axis.step);
  while (axis.ticks.size() > most_ticks) {
    axis.step = nice_step(1.5 * axis.step);
    axis.ticks = multiples(axis.range, axis.step);
  }
}

// As many as are allowed: 1, 2 and 5 of each decade, the decades alone, every third of them.
bool tick_by_decades(PlotAxis& axis, std::size_t most_ticks) {
  for (const auto& factors : {std::vector<double>{1, 2, 5}, {1, 3}, {1}}) {
    axis.ticks = log_ticks(axis.range, factors);
    if (axis.ticks.size() <= most_ticks) return axis.ticks.size() > 1;
  }
  const std::vector<double> decades = std::move(axis.ticks);
  axis.ticks.clear();
  const std::size_t stride = (decades.size() - 1) / most_ticks + 1;
  for (std::size_t k = 0; k < decades.size(); k += stride) axis.ticks.push_back(decades[k]);
  return true;
}

int decimals_of(double step) {
  return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
}

}  // namespace

void DataRange::add(double value) {
  if (!std::isfinite(value)) return;
  low = std::min(low, value);
  high = std::max(high, value);
}

void DataRange::add(const std::vector<double>& values) {
  for (const double value : values) add(value);
}

void DataRange::add(const Interval& interval) {
  add(interval.low);
  add(interval.high);
}

PlotAxis axis_around(DataRange range, std::size_t most_ticks) {
  range = with_room(range);
  double step = nice_step((range.high - range.low) / static_cast<double>(most_ticks));
  for (;; step = nice_step(1.5 * step)) {
    const double first = std::floor(range.low / step + 1e-9);
    const double last = std::ceil(range.high / step - 1e-9);
    if (last - first >= static_cast<double>(most_ticks)) continue;
    PlotAxis axis{{first * step, last * step}, PlotScale::linear, {}, step};
    axis.ticks = multiples(axis.range, step);
    return axis;
  }
}

PlotAxis axis_within(DataRange range, PlotScale scale, std::size_t most_ticks) {
  PlotAxis axis{with_room(range), scale, {}, 0};
  if (axis.range.low <= 0) axis.scale = PlotScale::linear;
  const bool by_decades = axis.scale == PlotScale::logarithmic && tick_by_decades(axis, most_ticks);
  if (!by_decades) tick_evenly(axis, most_ticks);
  return axis;
}

double place_on(const PlotAxis& axis, double value) {
  const auto [low, high] = axis.range;
  if (axis.scale == PlotScale::linear) return (value - low) / (high - low);
  return std::log(value / low) / std::log(high / low);
}

std::string tick_text(const PlotAxis& axis, double tick) {
  const double step = axis.step > 0 ? axis.step : std::pow(10.0, std::floor(std::log10(tick)));
  if (std::abs(tick) >= largest_written_out || step < smallest_written_out)
    return fmt::format("{:.3g}", tick);
  return shown(tick, {decimals_of(step)});
}

Format format_over(const DataRange& range) {
  if (range.is_empty()) return {0};
  const double span = range.high > range.low ? range.high - range.low : std::abs(range.low);
  return {span > 0 ? decimals_of(span / 100) : 0};
}

std::string known_text(double value, const Format& format) {
  return std::isfinite(value) ? shown(value, format) : "unknown";
}

std::string short_number(double value) {
  const double size = std::abs(value);
  if (size >= 1000 && size < largest_written_out) return shown(value, {0});
  return std::isfinite(value) ? fmt::format("{:.4g}", value) : "unknown";
}

std::string unit_text(const std::string& unit) { return unit == "1" ? "" : unit; }

}  // namespace cxsim
