#include "analysis/export/table_axis.hpp"

#include <cstdint>

#include "analysis/export/dates.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

constexpr std::string_view days_since = "days since ";

// Numbered dimensions hold no labels, and say so by refusing.
std::vector<std::string> labels_of(const NetcdfReader& reader, const std::string& path) {
  const auto labels = attempt([&] { return reader.labels(path); });
  return labels ? *labels : std::vector<std::string>{};
}

std::string unit_of(const TableAxis& axis, const std::string& stated) {
  if (axis.first_day) return "date";
  return axis.labels.empty() ? stated : "text";
}

}  // namespace

TableAxis table_axis_of(const NetcdfReader& reader, const std::string& path) {
  TableAxis axis{path, path.substr(path.find('/') + 1), "", "", false, {}, {}};
  const auto meaning = reader.text_attribute(path, "long_name");
  axis.has_coordinates = meaning.has_value();
  if (!axis.has_coordinates) return axis;
  axis.meaning = *meaning;
  axis.labels = labels_of(reader, path);
  const std::string stated = reader.text_attribute(path, "units").value_or("");
  if (stated.starts_with(days_since)) axis.first_day = date_in(stated.substr(days_since.size()));
  axis.unit = unit_of(axis, stated);
  return axis;
}

std::vector<std::string> cells_of(const NetcdfReader& reader, const TableAxis& axis,
                                  unsigned long long start, unsigned long long count) {
  std::vector<std::string> cells;
  if (!axis.has_coordinates) return cells;
  cells.reserve(count);
  if (!axis.labels.empty()) {
    for (unsigned long long k = start; k < start + count; ++k) cells.push_back(axis.labels[k]);
    return cells;
  }
  for (const std::int64_t number :
       reader.read_slab<std::int64_t>(axis.path, {start}, {count}).values)
    cells.push_back(axis.first_day ? date_text(*axis.first_day, number) : std::to_string(number));
  return cells;
}

}  // namespace cxsim
