// A variable of a result file as a column: numbers to the last digit, codes by their names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

struct TableColumn {
  std::string path;
  std::string name;  // "arm_index" names its arms and is called "arm"; so does "journey_place"
  std::string unit, meaning;
  NumberType type;
  std::vector<std::string> names;  // what the numbers from `first_name` on stand for; may be none
  std::int64_t first_name = 0;
  std::optional<std::int64_t> absent;  // stands for no number
};

using ColumnValues =
    std::variant<std::vector<std::int64_t>, std::vector<float>, std::vector<double>>;

// Throws RecordingError.
TableColumn column_of(const NetcdfReader& reader, const std::string& path, NumberType type);

// The box [start, start+count), row-major. Throws RecordingError.
ColumnValues read_box(const NetcdfReader& reader, const TableColumn& column, const Extents& start,
                      const Extents& count);

// Of a column of integers.
std::int64_t whole_at(const ColumnValues& values, std::size_t k);

// The shortest text that reads back as the same number, or the name it stands for; nothing where
// there is no number.
void append_cell(std::string& text, const TableColumn& column, const ColumnValues& values,
                 std::size_t k);

}  // namespace cxsim
