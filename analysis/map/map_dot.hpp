// The journey map in the language of Graphviz, one cluster a stage.
#pragma once

#include <string>

#include "analysis/map/map_content.hpp"

namespace cxsim {

std::string map_dot(const World& world, const MapOptions& options = {});

}  // namespace cxsim
