// The dimensions at the root of a result file, with their labels.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world.hpp"
#include "recording/netcdf_file.hpp"

namespace cxsim {

struct DimensionText {
  std::string_view name, content;
};

// Every root dimension in the order in which it is defined, for documentation.
std::span<const DimensionText> root_dimensions();

void define_root_dimensions(NetcdfFile& file, const World& world,
                            const std::vector<std::string>& arms);

}  // namespace cxsim
