#include "analysis/export/csv_tables.hpp"

#include <algorithm>

namespace cxsim {
namespace {

constexpr unsigned long long rows_at_once = 1 << 15;

std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + '"';
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line += (&cell == cells.data() ? "" : ",") + field(cell);
  return line + '\n';
}

std::string heading_of(const ExportTable& table) {
  std::vector<std::string> names;
  for (const TableAxis& axis : table.axes)
    if (axis.has_coordinates) names.push_back(axis.name);
  for (const TableColumn& column : table.columns) names.push_back(column.name);
  return line_of(names);
}

struct Box {
  Extents start, count;
};

unsigned long long volume_of(const Extents& count) {
  unsigned long long volume = 1;
  for (const unsigned long long length : count) volume *= length;
  return volume;
}

// The whole table, cut along its outer dimensions until every part is small, in the order of rows.
std::vector<Box> parts_of(const Box& box, std::size_t axis) {
  if (volume_of(box.count) == 0) return {};
  if (axis == box.count.size() || volume_of(box.count) <= rows_at_once) return {box};
  const unsigned long long length = box.count[axis];
  const unsigned long long slice = volume_of(box.count) / length;
  const unsigned long long step = std::max(rows_at_once / slice, 1ULL);
  std::vector<Box> parts;
  for (unsigned long long first = 0; first < length; first += step) {
    Box part = box;
    part.start[axis] += first;
    part.count[axis] = std::min(step, length - first);
    for (Box& smaller : parts_of(part, axis + 1)) parts.push_back(std::move(smaller));
  }
  return parts;
}

// The rows of a box: the cells of its axes as they will stand, and the values of its columns.
class Rows {
 public:
  Rows(const NetcdfReader& reader, const ExportTable& table, const Box& box)
      : table_(table), box_(box) {
    for (std::size_t axis = 0; axis < table.axes.size(); ++axis) {
      cells_.push_back(cells_of(reader, table.axes[axis], box.start[axis], box.count[axis]));
      for (std::string& cell : cells_.back()) cell = field(cell) + ',';
    }
    for (const TableColumn& column : table.columns)
      values_.push_back(read_box(reader, column, box.start, box.count));
  }

  std::string text() const {
    std::string text, cell;
    for (std::size_t row = 0; row < volume_of(box_.count); ++row) {
      append_places(text, row);
      for (std::size_t c = 0; c < values_.size(); ++c) {
        cell.clear();
        append_cell(cell, table_.columns[c], values_[c], row);
        text += table_.columns[c].names.empty() ? cell : field(cell);
        text += c + 1 < values_.size() ? ',' : '\n';
      }
    }
    return text;
  }

 private:
  void append_places(std::string& text, std::size_t row) const {
    unsigned long long inner = volume_of(box_.count);
    for (std::size_t axis = 0; axis < cells_.size(); ++axis) {
      inner /= box_.count[axis];
      if (table_.axes[axis].has_coordinates) text += cells_[axis][row / inner % box_.count[axis]];
    }
  }

  const ExportTable& table_;
  const Box& box_;
  std::vector<std::vector<std::string>> cells_;
  std::vector<ColumnValues> values_;
};

}  // namespace

std::string dictionary_csv(const std::vector<ExportTable>& tables) {
  std::string text = line_of({"table", "column", "unit", "meaning"});
  for (const ExportTable& table : tables) {
    for (const TableAxis& axis : table.axes)
      if (axis.has_coordinates) text += line_of({table.name, axis.name, axis.unit, axis.meaning});
    for (const TableColumn& column : table.columns)
      text += line_of({table.name, column.name, column.unit,
                       column.meaning + (column.absent ? " (here: an empty cell)" : "")});
  }
  return text;
}

bool write_csv(const NetcdfReader& reader, const ExportTable& table, OutputFile& file,
               const std::function<bool()>& cancelled) {
  file.write(heading_of(table));
  for (const Box& box : parts_of({Extents(table.shape.size(), 0), table.shape}, 0)) {
    file.write(Rows(reader, table, box).text());
    if (cancelled()) return false;
  }
  return true;
}

}  // namespace cxsim
