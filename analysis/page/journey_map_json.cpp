#include "analysis/page/journey_map_json.hpp"

#include <array>
#include <cmath>

#include "analysis/map/map_lines.hpp"

namespace cxsim {
namespace {

constexpr double band_margin = 14;  // of a column's band around its boxes

// A tenth of a point is finer than any screen.
double tenths(double length) { return std::round(length * 10) / 10; }

void add_box(const Box& box, Json& json) {
  json["x"] = tenths(box.x);
  json["y"] = tenths(box.y);
  json["width"] = tenths(box.width);
  json["height"] = tenths(box.height);
}

Json column_json(const MapColumn& column, const Box& band) {
  constexpr std::array kinds{"entry", "stage", "purchase", "ending"};
  Json json;
  json["kind"] = kinds[static_cast<std::size_t>(column.kind)];
  json["heading"] = column.heading;
  add_box({band.x - band_margin, band.y, band.width + 2 * band_margin, band.height}, json);
  return json;
}

Json place_json(const MapPlace& place, std::optional<std::size_t> touchpoint, const Box& box) {
  constexpr std::array kinds{"touchpoint", "entry", "purchase", "ending"};
  Json json;
  json["kind"] = kinds[static_cast<std::size_t>(place.kind)];
  json["name"] = place.name;
  json["title"] = place.title;
  json["channel"] = place.channel;
  json["owner"] = place.owner;
  json["contact"] = place.contact == Contact::direct ? "direct" : "indirect";
  json["touchpoint"] = touchpoint ? Json(*touchpoint) : Json();
  json["journey"] = place.journey.exists() ? Json(place.journey.index()) : Json();
  add_box(box, json);
  return json;
}

Json link_json(const MapRoute& route, const MapContent& content) {
  constexpr std::array shapes{"across", "down", "around", "loop"};
  constexpr std::array outcomes{"success", "failure", "always"};
  const MapLink& link = content.links[route.link];
  return {{"from", link.from},
          {"to", link.to},
          {"journey", link.journey.index()},
          {"on", outcomes[static_cast<std::size_t>(link.on)]},
          {"chance", json_of(static_cast<double>(link.chance))},
          {"sentence", sentence_of(link, content)},
          {"shape", shapes[static_cast<std::size_t>(route.shape)]},
          {"path", path_data(route)}};
}

}  // namespace

Json journey_map_json(const World& world) {
  const MapContent content = map_content(world, {});
  const MapLayout layout = layout_of(content);
  Json json;
  json["width"] = tenths(layout.width);
  json["height"] = tenths(layout.height);
  json["columns"] = json["places"] = json["links"] = Json::array();
  for (std::size_t c = 0; c < content.columns.size(); ++c)
    json["columns"].push_back(column_json(content.columns[c], layout.columns[c].band));
  std::size_t touchpoints = 0;  // all of them have a place, in their order
  for (std::size_t p = 0; p < content.places.size(); ++p) {
    const bool is_touchpoint = content.places[p].kind == MapPlaceKind::touchpoint;
    json["places"].push_back(place_json(content.places[p],
                                        is_touchpoint ? std::optional(touchpoints++) : std::nullopt,
                                        layout.boxes[p].box));
  }
  for (const MapRoute& route : layout.routes) json["links"].push_back(link_json(route, content));
  return json;
}

}  // namespace cxsim
