// The points of a CSV file: a header of keys, a row for each point (RFC 4180).
#include <fmt/format.h>

#include <charconv>

#include "experiments/sweep.hpp"
#include "scenario/source_text.hpp"
#include "scenario/toml_tokens.hpp"

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
    std::string cell(text_.substr(at_, end - at_));
    at_ = end;
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    return cell;
  }

  std::string quoted_cell() {
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (text_.substr(at_ + 1, 1) != "\"") break;
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
  int line_ = 1;
  std::vector<Row> rows_;
};

Problem in_file(const std::string& file, int line, std::string what) {
  return {
      {file, line},
      "",
      std::move(what),
      "each row is a point, and each column a setting",
      "write a header of keys, such as customer.trust.gain,company.maturity_stage, then a row of "
      "values for each point"};
}

// A column whose values are all numbers holds them; otherwise the places in the list of its texts.
void add_column(SweepRequest& request, const std::vector<Row>& rows, std::size_t column,
                std::vector<std::vector<double>>& columns) {
  Distribution listed{DistributionKind::listed, {}, {}};
  std::vector<double> places;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    double number = 0;
    const std::string& cell = rows[r].cells[column];
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    const bool is_number = read.ec == std::errc() && read.ptr == cell.data() + cell.size();
    const std::string value = is_number ? plain_number(number) : cell;
    const auto found = std::find(listed.values.begin(), listed.values.end(), value);
    places.push_back(static_cast<double>(found - listed.values.begin()));
    if (found == listed.values.end()) listed.values.push_back(value);
  }
  UncertainSetting setting{rows.front().cells[column], std::move(listed)};
  request.variations.push_back(variation_of(setting));
  columns.push_back(std::move(places));
}

}  // namespace

Result<SweepRequest> read_points(const std::string& file) {
  auto text = read_file(file);
  if (!text) return text.problems();
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  const std::vector<Row> rows = CsvReader(*text).rows();
  if (rows.size() < 2) return in_file(file, 0, "there is no row of values below the header");
  const std::size_t width = rows.front().cells.size();
  for (const Row& row : rows)
    if (row.cells.size() != width)
      return in_file(
          file, row.line,
          fmt::format("it has {} cells where the header has {}", row.cells.size(), width));
  SweepRequest request;
  request.design = DesignKind::points;
  request.size = rows.size() - 1;
  std::vector<std::vector<double>> columns;
  for (std::size_t column = 0; column < width; ++column) add_column(request, rows, column, columns);
  for (std::size_t point = 0; point < request.size; ++point)
    for (const std::vector<double>& column : columns) request.points.push_back(column[point]);
  return request;
}

}  // namespace cxsim
