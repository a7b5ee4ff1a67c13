// The legend of a journey map: its journeys, and what the styles of its lines mean.
#pragma once

#include <string>

#include "analysis/map/map_content.hpp"

namespace cxsim {

struct Legend {
  std::string svg;
  double height;
};

// Runs from `x` over `width`, in as many rows as it takes, downward from `y`.
Legend legend_of(const MapContent& content, double x, double y, double width);

}  // namespace cxsim
