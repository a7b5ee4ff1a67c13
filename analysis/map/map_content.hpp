// What a journey map shows: places in columns by stage, and the links that journeys take.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world.hpp"

namespace cxsim {

struct MapOptions {
  std::optional<JourneyId> journey;  // only this one; all if not given
};

enum class MapPlaceKind : unsigned char { touchpoint, entry, purchase, ending };

struct MapPlace {
  MapPlaceKind kind;
  std::string name;   // as the scenario writes it
  std::string title;  // as people read it; of an entry, the journey's
  std::string channel, owner;
  std::size_t column;
  JourneyId journey;  // that starts here, if this is an entry
  Contact contact = Contact::direct;
};

struct MapLink {
  std::size_t from, to;  // places
  JourneyId journey;
  EdgeOutcome on;
  float chance;  // share of the weight among the edges of its journey and outcome
  float dwell;
  EdgeSlopes slopes;
};

struct MapJourney {
  JourneyId id;
  std::string title;
  std::string note;      // what an unresolved close starts; may be empty
  std::string patience;  // when its customers give up; may be empty
};

enum class MapColumnKind : unsigned char { entry, stage, purchase, ending };

struct MapColumn {
  MapColumnKind kind;
  std::string heading;  // the stage; may be empty
};

struct MapContent {
  std::vector<MapColumn> columns;
  std::vector<MapPlace> places;
  std::vector<MapLink> links;
  std::vector<MapJourney> journeys;
};

MapContent map_content(const World& world, const MapOptions& options);

// "Journey map: 14 touchpoints, 6 journeys"
std::string headline_of(const MapContent& content);
// "Fix: Call centre → Visit on success, 28%"
std::string sentence_of(const MapLink& link, const MapContent& content);
// "Fix, unresolved starts ..., gives up ..."
std::string sentence_of(const MapJourney& journey);
std::string percent(float share);

const MapJourney& journey_of(JourneyId id, const MapContent& content);

struct JourneyColour {
  std::string_view on_light, on_dark;
};
JourneyColour colour_of(JourneyId journey);
inline constexpr std::size_t journey_colour_count = 8;

}  // namespace cxsim
