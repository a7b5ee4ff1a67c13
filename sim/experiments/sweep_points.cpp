// The points of a CSV file: a header of keys, a row for each point (RFC 4180). A blank cell leaves
// the scenario's own value.
#include <fmt/format.h>

#include <limits>
#include <unordered_map>

#include "experiments/sweep.hpp"
#include "scenario/source_text.hpp"
#include "scenario/toml_lines.hpp"

namespace cxsim {
namespace {

struct Row {
  int line;
  std::vector<std::string> cells;
};

// Lines end with or without a carriage return; a quoted cell may hold commas, line ends and "".
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {}

  // The line of a quote that nothing closes; 0 if there is none.
  int open_quote() const { return open_quote_; }

  std::vector<Row> rows() {
    while (at_ < text_.size()) {
      const Row row = next_row();
      const bool is_blank = row.cells.size() == 1 && row.cells.front().empty();
      if (!is_blank) rows_.push_back(row);
    }
    return std::move(rows_);
  }

 private:
  Row next_row() {
    Row row{line_, {}};
    for (bool more = true; more;) {
      row.cells.push_back(next_cell());
      more = at_ < text_.size() && text_[at_] == ',';
      if (at_ < text_.size()) ++at_;  // past the comma or the line's end
    }
    ++line_;
    return row;
  }

  std::string next_cell() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell();
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
    std::string_view cell = text_.substr(at_, end - at_);
    at_ = end;
    if (cell.ends_with('\r')) cell.remove_suffix(1);
    return std::string(trimmed(cell));
  }

  std::string quoted_cell() {
    std::string cell;
    open_quote_ = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (text_.substr(at_ + 1, 1) != "\"") {
          open_quote_ = 0;
          break;
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    at_ = std::min(text_.find_first_of(",\n", std::min(at_ + 1, text_.size())), text_.size());
    return cell;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1, open_quote_ = 0;
  std::vector<Row> rows_;
};

Problem in_file(const std::string& file, int line, std::string what) {
  return {
      {file, line},
      "",
      std::move(what),
      "each row is a point, and each column a setting",
      "write a header of keys, such as customer.trust.build,company.maturity_stage, then a row of "
      "values for each point"};
}

// The place of each cell in the list of the column's values; a blank one leaves the scenario's own.
void add_column(SweepRequest& request, const std::vector<Row>& rows, std::size_t column,
                std::vector<std::vector<double>>& columns) {
  std::vector<std::string> cells;
  for (std::size_t r = 1; r < rows.size(); ++r) cells.push_back(spelling_of(rows[r].cells[column]));
  Distribution listed{DistributionKind::listed, {}, {}};
  std::unordered_map<std::string, double> places_of;
  for (const std::string& cell : cells)
    if (!cell.empty() && places_of.emplace(cell, 0).second) listed.values.push_back(cell);
  put_in_order(listed.values);
  for (std::size_t k = 0; k < listed.values.size(); ++k)
    places_of[listed.values[k]] = static_cast<double>(k);
  std::vector<double> places;
  for (const std::string& cell : cells)
    places.push_back(cell.empty() ? std::numeric_limits<double>::quiet_NaN() : places_of[cell]);
  UncertainSetting setting{rows.front().cells[column], std::move(listed)};
  request.variations.push_back(variation_of(setting));
  columns.push_back(std::move(places));
}

}  // namespace

Result<SweepRequest> read_points(const std::string& file) {
  auto text = read_file(file);
  if (!text) {
    Problems problems = text.problems();
    for (Problem& problem : problems) {
      problem.why = "each row of it is a point of the sweep";
      problem.cure = "name a CSV file with --points";
    }
    return problems;
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  CsvReader reader(*text);
  const std::vector<Row> rows = reader.rows();
  if (reader.open_quote() > 0)
    return in_file(file, reader.open_quote(), "nothing closes a quote that opens here");
  if (rows.size() < 2) return in_file(file, 0, "there is no row of values below the header");
  const std::size_t width = rows.front().cells.size();
  for (const Row& row : rows)
    if (row.cells.size() != width)
      return in_file(file, row.line,
                     fmt::format("it has {} cell{} where the header has {}; commas divide them",
                                 row.cells.size(), row.cells.size() == 1 ? "" : "s", width));
  for (const std::string& key : rows.front().cells)
    if (key.empty()) return in_file(file, rows.front().line, "a column of the header has no key");
  SweepRequest request;
  request.design = DesignKind::points;
  request.size = rows.size() - 1;
  request.file = file;
  for (std::size_t r = 1; r < rows.size(); ++r) request.lines.push_back(rows[r].line);
  std::vector<std::vector<double>> columns;
  for (std::size_t column = 0; column < width; ++column) add_column(request, rows, column, columns);
  for (std::size_t point = 0; point < request.size; ++point)
    for (const std::vector<double>& column : columns) request.points.push_back(column[point]);
  return request;
}

}  // namespace cxsim
