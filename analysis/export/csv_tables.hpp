// Tables as CSV (RFC 4180 with newlines alone): UTF-8, a heading, dots in numbers, nothing in a
// cell that has none.
#pragma once

#include <functional>
#include <string_view>

#include "analysis/export/export_table.hpp"
#include "analysis/export/output_file.hpp"

namespace cxsim {

// The data dictionary: table, column, unit and meaning of every column of the tables.
inline constexpr std::string_view dictionary_name = "columns";
std::string dictionary_csv(const std::vector<ExportTable>& tables);

// Reads a part of the table at a time; false where `cancelled`, asked after each, said so. Throws
// RecordingError.
bool write_csv(const NetcdfReader& reader, const ExportTable& table, OutputFile& file,
               const std::function<bool()>& cancelled);

}  // namespace cxsim
