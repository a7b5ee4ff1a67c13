#include "analysis/export/table_column.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <sstream>

#include "analysis/export/table_axis.hpp"

namespace cxsim {
namespace {

constexpr std::string_view index_ending = "_index", place_ending = "_place";

// A day this long before the results never was; a nearer one, such as -1, can be one of the
// burn-in.
constexpr std::int64_t before_any_burn_in = -100'000;

std::string without(std::string_view ending, const std::string& name) {
  return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

void name_flags(const NetcdfReader& reader, TableColumn& column) {
  const auto meanings = reader.text_attribute(column.path, "flag_meanings");
  const auto values = reader.number_attribute(column.path, "flag_values");
  if (!meanings || !values || values->empty()) return;
  const std::vector<std::string> words = words_of(*meanings);
  const auto [low, high] = std::minmax_element(values->begin(), values->end());
  column.first_name = std::llround(*low);
  for (std::int64_t value = column.first_name; value <= std::llround(*high); ++value)
    column.names.push_back(std::to_string(value));
  for (std::size_t k = 0; k < std::min(words.size(), values->size()); ++k)
    column.names[static_cast<std::size_t>(std::llround((*values)[k]) - column.first_name)] =
        words[k];
  column.unit = "text";
}

// A column in a group that points into a dimension: X or X_index from 0, X_place from 1 (0: none).
void name_places(const NetcdfReader& reader, TableColumn& column) {
  const bool from_one = column.name.ends_with(place_ending);
  const std::string dimension = without(index_ending, without(place_ending, column.name));
  const auto& known = reader.dimensions();
  if (std::find(known.begin(), known.end(), dimension) == known.end()) return;
  const TableAxis axis = table_axis_of(reader, dimension);
  if (!axis.has_coordinates) return;
  column.names = cells_of(reader, axis, 0, reader.length(dimension));
  if (from_one) column.names.insert(column.names.begin(), "none");
  column.name = dimension;
  column.unit = axis.unit;
  column.meaning = axis.meaning;
}

template <class Number>
void append_number(std::string& text, Number number) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(digits.data(), end);
}

}  // namespace

TableColumn column_of(const NetcdfReader& reader, const std::string& path, NumberType type) {
  const auto slash = path.find('/');
  TableColumn column{path, path.substr(slash + 1), "", "", type, {}, 0, {}};
  column.unit = reader.text_attribute(path, "units").value_or("");
  column.meaning = reader.text_attribute(path, "long_name").value_or("");
  if (is_floating(type)) return column;
  name_flags(reader, column);
  if (slash != std::string::npos && column.names.empty()) name_places(reader, column);
  const auto never = reader.number_attribute(path, "never");
  if (never && never->front() < before_any_burn_in) column.absent = std::llround(never->front());
  return column;
}

ColumnValues read_box(const NetcdfReader& reader, const TableColumn& column, const Extents& start,
                      const Extents& count) {
  if (column.type == NumberType::float32)
    return reader.read_slab<float>(column.path, start, count).values;
  if (column.type == NumberType::float64)
    return reader.read_slab<double>(column.path, start, count).values;
  return reader.read_slab<std::int64_t>(column.path, start, count).values;
}

std::int64_t whole_at(const ColumnValues& values, std::size_t k) {
  return std::get<std::vector<std::int64_t>>(values)[k];
}

void append_cell(std::string& text, const TableColumn& column, const ColumnValues& values,
                 std::size_t k) {
  if (const auto* singles = std::get_if<std::vector<float>>(&values)) {
    if (!std::isnan((*singles)[k])) append_number(text, (*singles)[k]);
    return;
  }
  if (const auto* doubles = std::get_if<std::vector<double>>(&values)) {
    if (!std::isnan((*doubles)[k])) append_number(text, (*doubles)[k]);
    return;
  }
  const std::int64_t number = whole_at(values, k);
  const std::int64_t place = number - column.first_name;
  if (place >= 0 && place < static_cast<std::int64_t>(column.names.size()))
    text += column.names[static_cast<std::size_t>(place)];
  else if (number != column.absent)
    append_number(text, number);
}

}  // namespace cxsim
