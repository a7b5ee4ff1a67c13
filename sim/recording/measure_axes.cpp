#include "recording/measure_axes.hpp"

namespace cxsim {
namespace {

constexpr std::size_t star_levels = 5;

}  // namespace

std::vector<std::string> dimensions_along(Axis axis) {
  switch (axis) {
    case Axis::segment:
      return {"segment"};
    case Axis::touchpoint:
      return {"touchpoint"};
    case Axis::journey:
      return {"journey"};
    case Axis::department:
      return {"department"};
    case Axis::touchpoint_by_upstream:
      return {"touchpoint", "upstream_touchpoint"};
    case Axis::touchpoint_by_cause:
      return {"touchpoint", "upstream_root_cause"};
    case Axis::root_cause:
      return {"root_cause"};
    case Axis::stars:
      return {"stars"};
    case Axis::company:
    case Axis::count:
      break;
  }
  return {};
}

Extents lengths_along(Axis axis, const TallyShape& shape) {
  switch (axis) {
    case Axis::segment:
      return {shape.segments};
    case Axis::touchpoint:
      return {shape.touchpoints};
    case Axis::journey:
      return {shape.journeys};
    case Axis::department:
      return {shape.departments};
    case Axis::touchpoint_by_upstream:
      return {shape.touchpoints, shape.touchpoints + 1};
    case Axis::touchpoint_by_cause:
      return {shape.touchpoints, shape.root_causes + 1};
    case Axis::root_cause:
      return {shape.root_causes};
    case Axis::stars:
      return {star_levels};
    case Axis::company:
    case Axis::count:
      break;
  }
  return {};
}

std::vector<Cell> cells_along(Axis axis, const TallyShape& shape) {
  const Extents lengths = lengths_along(axis, shape);
  const std::size_t rows = lengths.empty() ? 1 : lengths[0];
  const std::size_t columns = lengths.size() < 2 ? 1 : lengths[1];
  std::vector<Cell> cells;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) cells.push_back({row, column});
  return cells;
}

}  // namespace cxsim
