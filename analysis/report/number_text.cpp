#include "analysis/report/number_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cxsim {
namespace {

std::string grouped(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
  return (value < 0 ? "-" : "") + text;
}

// In the units that are printed, and zero where it would be printed as -0.
double scaled(double value, const Format& format) {
  const double units = format.percent ? 100 * value : value;
  return std::abs(units) < .5 * std::pow(10.0, -format.decimals) ? 0 : units;
}

}  // namespace

std::string shown(double value, const Format& format) {
  return std::isnan(value) ? "-" : grouped(scaled(value, format), format.decimals);
}

std::string shown_change(double value, const Format& format) {
  return (scaled(value, format) > 0 ? "+" : "") + shown(value, format);
}

std::string shown_change(const Interval& interval, const Format& format) {
  if (!is_known(interval)) return "-";
  return shown_change(interval.low, format) + " to " + shown_change(interval.high, format);
}

}  // namespace cxsim
