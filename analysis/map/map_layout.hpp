// Where everything on a journey map stands: boxes in columns, and the lines between them.
#pragma once

#include <vector>

#include "analysis/map/map_content.hpp"
#include "analysis/plots/text_fit.hpp"

namespace cxsim {

struct Point {
  double x, y;
};

struct Box {
  double x, y, width, height;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
};

struct PlacedBox {
  Box box;
  TextBlock title, detail;
};

// How the knots of a route are joined.
enum class RouteShape : unsigned char {
  across,  // from column to column: curves between columns, level lines past the boxes of one
  down,    // straight to the next box of the column
  around,  // beside the boxes in between
  loop     // back to the same box, above it
};

struct MapRoute {
  std::size_t link;
  RouteShape shape;
  std::vector<Point> knots;  // two a curve
};

inline constexpr double title_leading = 1.22, detail_leading = 1.3;  // line to line, in font sizes
double text_height(const PlacedBox& placed);

struct PlacedColumn {
  Box band;
  TextBlock heading;
};

struct MapLayout {
  double width, height;
  std::vector<PlacedColumn> columns;  // as in the content
  std::vector<PlacedBox> boxes;       // the places of the content
  std::vector<MapRoute> routes;       // one a link, in order
};

// Lines `around` keep this near to their column.
inline constexpr double around_reach = 54;

MapLayout layout_of(const MapContent& content);

}  // namespace cxsim
