// The layers of a journey map: who stands in which column, in an order that few lines cross.
#pragma once

#include <optional>
#include <vector>

#include "analysis/map/map_content.hpp"

namespace cxsim {

// A place, or a lane on which lines pass a column.
struct LayerItem {
  std::size_t column;
  std::optional<std::size_t> place;
};

// A link's way: its place, the lanes it takes, its other place.
struct Wire {
  std::size_t link;
  std::vector<std::size_t> items;
};

struct MapLayers {
  std::vector<LayerItem> items;                   // the places by their index, then the lanes
  std::vector<std::vector<std::size_t>> columns;  // items from top to bottom
  std::vector<Wire> wires;                        // one a link
};

MapLayers layers_of(const MapContent& content);

}  // namespace cxsim
