#include "analysis/export/export_table.hpp"

#include <algorithm>
#include <array>

#include "recording/stored_types.hpp"

namespace cxsim {
namespace {

// Dimensions that most variables have in front; a table is named by the others.
constexpr std::array<std::string_view, 4> in_front{"point", "arm", "replication", "month"};

// Names of tables that have none but these, by the last of them.
constexpr std::array<std::string_view, 4> names_in_front{"design", "arms", "by_replication",
                                                         "by_month"};

struct Family {
  std::string group;
  std::vector<std::string> dimensions;
  Extents shape;
  std::vector<std::string> variables;
};

std::string group_of(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::vector<Family> families_of(const NetcdfReader& reader) {
  std::vector<Family> families;
  for (const std::string& path : reader.variables()) {
    VariableShape variable = reader.variable(path);
    const std::string group = group_of(path);
    auto family = std::find_if(families.begin(), families.end(), [&](const Family& one) {
      return one.group == group && one.dimensions == variable.dimensions;
    });
    if (family == families.end())
      family = families.insert(
          families.end(), {group, std::move(variable.dimensions), std::move(variable.shape), {}});
    family->variables.push_back(path);
  }
  return families;
}

std::string by_dimensions(const std::vector<std::string>& dimensions) {
  std::string name = "by";
  for (const std::string& dimension : dimensions)
    name += (name == "by" ? "_" : "_and_") + dimension;
  return name;
}

std::string name_of(const Family& family) {
  if (!family.group.empty()) return family.group;
  std::vector<std::string> own;
  std::string name = "file";
  for (const std::string& dimension : family.dimensions) {
    const auto place = std::find(in_front.begin(), in_front.end(), dimension) - in_front.begin();
    if (place == static_cast<std::ptrdiff_t>(in_front.size()))
      own.push_back(dimension);
    else
      name = names_in_front[static_cast<std::size_t>(place)];
  }
  if (own.empty()) return name;
  return own.size() > 1 && family.variables.size() == 1 ? family.variables.front()
                                                        : by_dimensions(own);
}

// Where a name is taken, as by another set of dimensions in the same group, all of them are named.
std::string unused_name(const Family& family, const std::vector<ExportTable>& tables) {
  std::string name = name_of(family);
  if (find_table(tables, name) == nullptr) return name;
  name += "_" + by_dimensions(family.dimensions);
  std::replace(name.begin(), name.end(), '/', '_');
  return name;
}

}  // namespace

std::vector<ExportTable> tables_of(const NetcdfReader& reader) {
  const auto types = stored_types(reader.path());
  std::vector<ExportTable> tables;
  for (const Family& family : families_of(reader)) {
    ExportTable table{unused_name(family, tables), {}, family.shape, {}};
    for (const std::string& dimension : family.dimensions)
      table.axes.push_back(table_axis_of(reader, dimension));
    for (const std::string& path : family.variables)
      table.columns.push_back(column_of(reader, path, types.at(path)));
    tables.push_back(std::move(table));
  }
  return tables;
}

const ExportTable* find_table(const std::vector<ExportTable>& tables, std::string_view name) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const ExportTable& table) { return table.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

const TableColumn* find_column(const ExportTable& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const TableColumn& column) { return column.name == name; });
  return found == table.columns.end() ? nullptr : &*found;
}

}  // namespace cxsim
