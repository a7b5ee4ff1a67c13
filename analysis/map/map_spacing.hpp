// Heights for the items of a journey map: lines as level as order and size allow.
#pragma once

#include <vector>

#include "analysis/map/map_layers.hpp"

namespace cxsim {

// What an item takes above and below its middle, and the space it keeps on either side.
struct Extent {
  double up, down, space;
};

// The middle of each item; no two items of a column touch, and their order is kept.
std::vector<double> spaced(const MapLayers& layers, const std::vector<Extent>& extents);

}  // namespace cxsim
