// The surface as a table in a terminal.
#include "analysis/plots/surface.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/plots/axis.hpp"
#include "analysis/plots/terminal.hpp"

namespace cxsim {
namespace {

constexpr std::size_t most_rows = 15, most_columns = 12, widest_name = 14;

std::string name_at(const SurfaceAxis& axis, std::size_t k) {
  if (k < axis.categories.size()) return kept_start(axis.categories[k], widest_name);
  return short_number(axis.at[k]);
}

// At most so many of 0 to count - 1, evenly, with both ends.
std::vector<std::size_t> evenly(std::size_t count, std::size_t most) {
  std::vector<std::size_t> chosen;
  most = std::min(std::max<std::size_t>(most, 2), count);
  for (std::size_t k = 0; k < most; ++k)
    chosen.push_back(most == 1 ? 0 : (k * (count - 1) + (most - 1) / 2) / (most - 1));
  return chosen;
}

std::string named(const SurfaceAxis& axis) {
  const std::string unit = unit_text(axis.unit);
  return axis.label + (unit.empty() ? "" : ", " + unit);
}

struct Table {
  std::size_t name = 4, number = 7;  // widths
  Format format{0};
};

Table table_of(const Surface& surface) {
  Table table;
  DataRange range;
  range.add(surface.mean);
  table.format = format_over(range);
  for (const double mean : surface.mean)
    table.number = std::max(table.number, known_text(mean, table.format).size());
  for (std::size_t k = 0; k < surface.x.at.size(); ++k)
    table.number = std::max(table.number, letters_in(name_at(surface.x, k)));
  for (std::size_t k = 0; k < surface.y.at.size(); ++k)
    table.name = std::max(table.name, letters_in(name_at(surface.y, k)));
  return table;
}

}  // namespace

double mean_at(const Surface& surface, std::size_t column, std::size_t row) {
  const std::size_t at = row * surface.x.at.size() + column;
  return column < surface.x.at.size() && at < surface.mean.size() ? surface.mean[at] : not_known;
}

std::string surface_text(const Surface& surface, int columns) {
  const auto width = static_cast<std::size_t>(std::max(60, columns));
  const std::string title = wrapped(surface.title, width, 0);
  if (surface.mean.empty()) return title + "  unknown\n";
  const Table table = table_of(surface);
  const auto across = evenly(surface.x.at.size(),
                             std::min(most_columns, (width - 2 - table.name) / (table.number + 2)));
  auto down = evenly(surface.y.at.size(), most_rows);
  std::reverse(down.begin(), down.end());
  std::string text = title + wrapped(surface.outcome, width);
  text +=
      wrapped("across: " + named(surface.x), width) + wrapped("down: " + named(surface.y), width);
  text += "\n  " + at_left("", table.name);
  for (const std::size_t k : across) text += "  " + at_right(name_at(surface.x, k), table.number);
  text += "\n";
  for (const std::size_t row : down) {
    text += "  " + at_right(name_at(surface.y, row), table.name);
    for (const std::size_t column : across)
      text +=
          "  " + at_right(known_text(mean_at(surface, column, row), table.format), table.number);
    text += "\n";
  }
  return text;
}

}  // namespace cxsim
