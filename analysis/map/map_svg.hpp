// The journey map as an SVG page: reads in light and dark, with words for every line.
#pragma once

#include <string>

#include "analysis/map/map_content.hpp"

namespace cxsim {

std::string map_svg(const World& world, const MapOptions& options = {});

}  // namespace cxsim
