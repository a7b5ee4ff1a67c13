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

// An arm, and the day of results on which it begins to differ; -1 for never.
struct ArmText {
  std::string name, title;
  std::int32_t action_day = -1;
};

inline constexpr std::string_view action_day_meaning =
    "day of results on which the arm's first intervention or shock begins; -1: never";

void define_root_dimensions(NetcdfFile& file, const World& world, const std::vector<ArmText>& arms);

}  // namespace cxsim
