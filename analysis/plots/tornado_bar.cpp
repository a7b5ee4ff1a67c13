#include "analysis/plots/tornado_bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/svg_page.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {
namespace {

constexpr double bar_height = 18, cap = 3.5, value_space = 7, widest_value = 120;

enum class End { low, high };
constexpr std::array both_ends = {End::low, End::high};

End other(End end) { return end == End::low ? End::high : End::low; }

double outcome_at(const TornadoBar& bar, End end) { return end == End::low ? bar.low : bar.high; }

const Interval& interval_at(const TornadoBar& bar, End end) {
  return end == End::low ? bar.low_interval : bar.high_interval;
}

std::string value_at(const TornadoBar& bar, End end) {
  const std::string& value = end == End::low ? bar.low_value : bar.high_value;
  const TextBlock fitted = fit_text(value, {widest_value, value_size, value_size, 1});
  return fitted.lines.empty() ? "" : fitted.lines[0];
}

bool is_drawn(const TornadoRow& row, End end) {
  return std::isfinite(row.middle) && std::isfinite(outcome_at(row.bar, end));
}

std::string whisker(const TornadoRow& row, const Interval& interval, double y) {
  if (!is_known(interval)) return "";
  const double a = row.x_of(interval.low), b = row.x_of(interval.high);
  return svg_line("whisker", {a, y, b, y}) + svg_line("whisker", {a, y - cap, a, y + cap}) +
         svg_line("whisker", {b, y - cap, b, y + cap});
}

bool do_whiskers_meet(const TornadoBar& bar) {
  const Interval &a = bar.low_interval, &b = bar.high_interval;
  return std::max(a.low, b.low) <= std::min(a.high, b.high);
}

// Ends on one side of the middle share the bar's height, and whiskers that would meet do.
std::string end_svg(const TornadoRow& row, End end) {
  if (!is_drawn(row, end)) return "";
  const bool one_side = are_on_one_side(row.bar, row.middle);
  const double half = bar_height / 2, sign = end == End::low ? -1 : 1;
  const double height = one_side ? half : bar_height;
  const double top = one_side && end == End::high ? row.y : row.y - half;
  const double aside = one_side || do_whiskers_meet(row.bar) ? sign * half / 2 : 0;
  const double to = row.x_of(outcome_at(row.bar, end));
  return svg_box(end == End::low ? "low" : "high",
                 {std::min(row.origin, to), top, std::abs(to - row.origin), height}) +
         whisker(row, interval_at(row.bar, end), row.y + aside);
}

// Of the low end where it is level with the high end.
bool is_nearer(const TornadoRow& row, End end) {
  const double own = std::abs(outcome_at(row.bar, end) - row.middle);
  const double others = std::abs(outcome_at(row.bar, other(end)) - row.middle);
  return own < others || (own == others && end == End::low);
}

bool stands_right(const TornadoRow& row, End end) {
  const double outcome = outcome_at(row.bar, end);
  const double others = outcome_at(row.bar, other(end));
  if (outcome == row.middle) return others < row.middle || (others == outcome && end == End::high);
  const bool right = outcome > row.middle;
  return are_on_one_side(row.bar, row.middle) && is_nearer(row, end) ? !right : right;
}

// The outermost pixel of bars and whiskers on that side.
double edge_of(const TornadoRow& row, bool right) {
  double edge = row.origin;
  for (const End end : both_ends) {
    const Interval& interval = interval_at(row.bar, end);
    for (const double value : {outcome_at(row.bar, end), interval.low, interval.high})
      if (std::isfinite(value))
        edge = right ? std::max(edge, row.x_of(value)) : std::min(edge, row.x_of(value));
  }
  return edge;
}

}  // namespace

std::string bar_svg(const TornadoRow& row) {
  std::string out;
  for (const End end : both_ends) out += end_svg(row, end);
  return out;
}

std::string values_svg(const TornadoRow& row) {
  std::string out;
  for (const End end : both_ends) {
    if (!is_drawn(row, end)) continue;
    const bool right = stands_right(row, end);
    const double x = edge_of(row, right) + (right ? value_space : -value_space);
    out += svg_text({x, row.y + .36 * value_size, value_size, "value", right ? "start" : "end"},
                    value_at(row.bar, end));
  }
  return out;
}

double widest_value_text(const TornadoBar& bar) {
  double widest = 0;
  for (const End end : both_ends)
    widest = std::max(widest, text_width(value_at(bar, end), value_size));
  return widest + value_space;
}

}  // namespace cxsim
