// Values worked out as floating numbers, written as what the dataset holds.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "recording/netcdf_file.hpp"

namespace cxsim {

inline void write_numbers(NetcdfFile& file, const std::string& path, NumberType type,
                          const Extents& start, const Extents& count,
                          const std::vector<double>& values) {
  if (is_floating(type)) {
    file.write_slab(path, start, count, values);
    return;
  }
  std::vector<std::int64_t> whole;
  whole.reserve(values.size());
  for (const double value : values) whole.push_back(std::llround(value));
  file.write_slab(path, start, count, whole);
}

}  // namespace cxsim
