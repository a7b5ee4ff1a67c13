// What the heat map of interactions and its form in a terminal share.
#include "analysis/plots/interactions.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/plots/key_label.hpp"
#include "analysis/report/number_text.hpp"

namespace cxsim {

double value_of(const InteractionMap& map, std::size_t row, std::size_t column) {
  const std::size_t at = row * map.labels.size() + column;
  return at < map.values.size() ? map.values[at] : not_known;
}

std::string index_text(double value) {
  if (!std::isfinite(value)) return "?";
  return std::abs(value) < .005 ? "0" : shown(value, {std::abs(value) < 100 ? 2 : 0});
}

// A parameter's size is the largest of its own row: unknown only if all of it is.
std::string note_of_others(const InteractionMap& map, std::size_t shown) {
  std::vector<double> sizes;
  for (std::size_t row = shown; row < map.labels.size(); ++row) {
    double size = not_known;
    for (std::size_t column = 0; column < map.labels.size(); ++column) {
      const double value = value_of(map, row, column);
      if (std::isfinite(value)) size = std::isfinite(size) ? std::max(size, value) : value;
    }
    sizes.push_back(size);
  }
  return others_note(sizes, ", alone and in pairs");
}

}  // namespace cxsim
