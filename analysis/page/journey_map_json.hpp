// The journey map as JSON: boxes in columns, and the links between them as SVG path data.
#pragma once

#include "analysis/report/json_values.hpp"
#include "engine/world.hpp"

namespace cxsim {

Json journey_map_json(const World& world);

}  // namespace cxsim
