#include "text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace cxsim::bench {

std::string short_number(double value) {
  if (!std::isfinite(value)) return "-";
  const double size = std::abs(value);
  const int decimals = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
  return fmt::format("{:.{}f}", value, decimals);
}

std::string with_commas(std::int64_t whole) {
  std::string text = std::to_string(whole);
  for (auto place = static_cast<std::ptrdiff_t>(text.size()) - 3; place > 0; place -= 3)
    text.insert(static_cast<std::size_t>(place), ",");
  return text;
}

std::string laid_out(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const Row& row : rows)
    for (std::size_t k = 0; k < row.size(); ++k) widths[k] = std::max(widths[k], row[k].size());
  std::string text;
  for (const Row& row : rows) {
    text += fmt::format("  {:<{}}", row[0], widths[0]);
    for (std::size_t k = 1; k < row.size(); ++k) text += fmt::format("  {:>{}}", row[k], widths[k]);
    text += '\n';
  }
  return text;
}

}  // namespace cxsim::bench
