#include "analysis/plots/surface_side.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/plots/svg_page.hpp"
#include "analysis/plots/svg_text.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {
namespace {

constexpr double tick_size = 11, widest_words = 130;
constexpr std::size_t most_ticks = 8;

// Half way between neighbours, and as far beyond the first and the last.
std::vector<double> edges_between(const std::vector<double>& middles) {
  if (middles.empty()) return {};
  const std::size_t n = middles.size();
  std::vector<double> edges(n + 1);
  for (std::size_t k = 1; k < n; ++k) edges[k] = (middles[k - 1] + middles[k]) / 2;
  edges[0] = n == 1 ? middles[0] - .5 : 2 * middles[0] - edges[1];
  edges[n] = n == 1 ? middles[0] + .5 : 2 * middles[n - 1] - edges[n - 1];
  return edges;
}

bool is_logarithmic(const SurfaceAxis& axis) {
  return axis.log_scale && axis.categories.empty() && !axis.at.empty() && axis.at.front() > 0;
}

}  // namespace

SurfaceSide::SurfaceSide(const SurfaceAxis& axis, double start, double end)
    : given_(axis), start_(start), end_(end) {
  if (axis.at.empty()) return;
  const bool logs = is_logarithmic(axis);
  std::vector<double> middles = axis.at;
  if (logs)
    for (double& middle : middles) middle = std::log(middle);
  edges_ = edges_between(middles);
  if (logs)
    for (double& edge : edges_) edge = std::exp(edge);
  const PlotScale scale = logs ? PlotScale::logarithmic : PlotScale::linear;
  axis_ = axis_within({edges_.front(), edges_.back()}, scale, most_ticks);
  for (double& edge : edges_) edge = place(edge);
}

double SurfaceSide::place(double value) const {
  return start_ + place_on(axis_, value) * (end_ - start_);
}

double SurfaceSide::between(double number) const {
  const auto below = std::min(static_cast<std::size_t>(number), given_.at.size() - 1);
  const std::size_t above = std::min(below + 1, given_.at.size() - 1);
  const double a = place(given_.at[below]), b = place(given_.at[above]);
  return a + (number - static_cast<double>(below)) * (b - a);
}

std::pair<double, double> SurfaceSide::cell(std::size_t k) const {
  return std::minmax({edges_[k], edges_[k + 1]});
}

double SurfaceSide::least_cell() const {
  double least = std::abs(end_ - start_);
  for (std::size_t k = 0; k + 1 < edges_.size(); ++k)
    least = std::min(least, std::abs(edges_[k + 1] - edges_[k]));
  return least;
}

std::vector<SurfaceSide::Tick> SurfaceSide::ticks() const {
  std::vector<Tick> ticks;
  for (std::size_t k = 0; k < std::min(given_.at.size(), given_.categories.size()); ++k)
    ticks.push_back({given_.at[k], given_.categories[k]});
  if (given_.categories.empty())
    for (const double tick : axis_.ticks) ticks.push_back({tick, tick_text(axis_, tick)});
  return ticks;
}

double SurfaceSide::widest_tick() const {
  double widest = 0;
  for (const Tick& tick : ticks()) widest = std::max(widest, text_width(tick.words, tick_size));
  return std::min(widest, widest_words);
}

std::string SurfaceSide::unit() const {
  const std::string unit = unit_text(given_.unit);
  if (axis_.scale == PlotScale::linear) return unit;
  return unit + (unit.empty() ? "log scale" : ", log scale");
}

std::string SurfaceSide::ticks_below(double y) const {
  std::string out;
  const auto all = ticks();
  const double slot = (end_ - start_) / static_cast<double>(std::max<std::size_t>(1, all.size()));
  for (const Tick& tick : all) {
    const double x = place(tick.value);
    out += svg_line("frame", {x, y, x, y + 4});
    double line_y = y + 16;
    const double room = given_.categories.empty() ? widest_words : slot - 8;
    const TextBlock words = fit_text(tick.words, {room, tick_size, 8.5, 2});
    for (const std::string& line : words.lines) {
      out += svg_text({x, line_y, words.size, "tick", "middle"}, line);
      line_y += 1.15 * words.size;
    }
  }
  return out;
}

std::string SurfaceSide::ticks_beside(double x) const {
  std::string out;
  for (const Tick& tick : ticks()) {
    const double y = place(tick.value);
    const TextBlock words = fit_text(tick.words, {widest_words, tick_size, 8.5, 1});
    out += svg_line("frame", {x - 4, y, x, y});
    if (!words.lines.empty())
      out += svg_text({x - 8, y + 4, words.size, "tick", "end"}, words.lines[0]);
  }
  return out;
}

}  // namespace cxsim
