// The lines of a journey map as SVG: one group a journey, each line with its sentence.
#pragma once

#include <string>

#include "analysis/map/map_layout.hpp"

namespace cxsim {

double line_width(const MapLink& link);
// What an SVG path draws of it, as far as its arrow head.
std::string path_data(const MapRoute& route);
// The class in the style sheet that carries a journey's colour.
std::string colour_class(JourneyId journey);
// A triangle with its point at `tip`; `direction` is a unit vector.
std::string arrow_head(Point tip, Point direction, double width);
std::string lines_svg(const MapContent& content, const MapLayout& layout);

}  // namespace cxsim
