// The plots of a sensitivity: tornado, main effects, interactions, and the strongest pair's
// surface.
#pragma once

#include <string>
#include <vector>

#include "analysis/sensitivity/sensitivity.hpp"

namespace cxsim {

struct PlotFile {
  std::string name, svg;  // "tornado.svg"
};

// Those that the design can tell.
std::vector<PlotFile> plots_svg(const Sensitivity& sensitivity);
std::vector<std::string> plots_text(const Sensitivity& sensitivity, int width);

}  // namespace cxsim
