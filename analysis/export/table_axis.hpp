// A dimension of a result file as cells of a table: labels, numbers or dates.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "recording/netcdf_reader.hpp"

namespace cxsim {

struct TableAxis {
  std::string path;  // "month", or "people/person"
  std::string name;  // the path without its group
  std::string unit, meaning;
  bool has_coordinates;                            // otherwise rows along it have only their order
  std::vector<std::string> labels;                 // none where it is numbered
  std::optional<std::chrono::sys_days> first_day;  // where its numbers are days since a date
};

// Throws RecordingError.
TableAxis table_axis_of(const NetcdfReader& reader, const std::string& path);

// What stands at `count` places from `start` on. Throws RecordingError.
std::vector<std::string> cells_of(const NetcdfReader& reader, const TableAxis& axis,
                                  unsigned long long start, unsigned long long count);

}  // namespace cxsim
