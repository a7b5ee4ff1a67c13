// Interactions: how much of an outcome's variation each parameter makes alone, and each pair
// beyond.
#pragma once

#include <string>
#include <vector>

namespace cxsim {

struct InteractionMap {
  std::string title;
  std::vector<std::string> labels;  // k parameters by their keys, those that matter most first
  // k x k, symmetric: the pair's interaction; on the diagonal the parameter alone (first order).
  // NaN where unknown. Parameters past most_shown are counted in a note.
  std::vector<double> values;
};

// A standalone page of SVG.
std::string interactions_svg(const InteractionMap& map);

// For a terminal of `width` columns, 60 or more, that shows UTF-8.
std::string interactions_text(const InteractionMap& map, int width);

// What both forms share; row and column by their place in `labels`.
double value_of(const InteractionMap& map, std::size_t row, std::size_t column);
// "0.12", and "0" where less would be shown; "?" for NaN.
std::string index_text(double value);
// Of the parameters from number `shown` on.
std::string note_of_others(const InteractionMap& map, std::size_t shown);

}  // namespace cxsim
