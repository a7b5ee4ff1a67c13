// The tables of a result file: one for each set of dimensions that variables share.
#pragma once

#include <string>
#include <vector>

#include "analysis/export/table_axis.hpp"
#include "analysis/export/table_column.hpp"

namespace cxsim {

// One row a place in the box that the axes span, the last axis fastest.
struct ExportTable {
  std::string name;  // of its file, without ending
  std::vector<TableAxis> axes;
  Extents shape;
  std::vector<TableColumn> columns;
};

// In the file's order. A group, such as /people, is a table of its name; variables at the root are
// "by_segment" and the like; "contact_reasons", where one variable has two dimensions for itself;
// "by_month" for the firm as a whole; "arms" and "design" for what holds of arms and of points.
// Throws RecordingError.
std::vector<ExportTable> tables_of(const NetcdfReader& reader);

// Nothing if there is no table of this name.
const ExportTable* find_table(const std::vector<ExportTable>& tables, std::string_view name);

// Nothing if there is no column of this name.
const TableColumn* find_column(const ExportTable& table, std::string_view name);

}  // namespace cxsim
