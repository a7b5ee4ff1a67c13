// A dataset filled from one record a row: its description and the function that reads the record.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "recording/measures.hpp"
#include "recording/netcdf_file.hpp"
#include "recording/numbers.hpp"

namespace cxsim {

// What stands where there is no day.
struct NoDay {
  std::int32_t value;
};

template <class Record>
struct Column {
  std::string_view name;
  NumberType type;
  std::string_view units;
  std::string_view long_name;
  double (*value)(const Record& record);
  std::span<const std::string_view> flags = {};  // names of the values 0, 1, 2, ...
  std::optional<NoDay> never = {};
};

// The units a file states, for units of the table.
inline std::string units_in(std::string_view units, std::string_view currency) {
  return std::string(units == currency_unit ? currency : units);
}

inline std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

template <class Record>
Attributes attributes_of(const Column<Record>& column) {
  Attributes attributes;
  if (!column.flags.empty()) {
    std::vector<std::int8_t> values;
    for (std::size_t k = 0; k < column.flags.size(); ++k)
      values.push_back(static_cast<std::int8_t>(k));
    attributes.push_back({"flag_values", std::move(values)});
    attributes.push_back({"flag_meanings", joined(column.flags)});
  }
  if (column.never) attributes.push_back({"never", column.never->value});
  return attributes;
}

// Writes one column of consecutive records; `start` and `count` are the box they fill.
template <class Record>
void write_column(NetcdfFile& file, const std::string& path, const Column<Record>& column,
                  const Extents& start, const Extents& count, std::span<const Record> records) {
  std::vector<double> values;
  values.reserve(records.size());
  for (const Record& record : records) values.push_back(column.value(record));
  write_numbers(file, path, column.type, start, count, values);
}

}  // namespace cxsim
