// Which link of the journey map somebody took from one place to the next.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "analysis/map/map_content.hpp"

namespace cxsim {

class TakenLinks {
 public:
  using Place = std::size_t;  // in the places of the map

  explicit TakenLinks(const World& world);

  std::size_t links() const { return links_.size(); }
  std::size_t touchpoints() const { return touchpoints_.size(); }
  Place entry_of(JourneyId journey) const { return entries_.at(journey.index()); }
  Place place_of(TouchpointId touchpoint) const { return touchpoints_.at(touchpoint.index()); }
  // None where no journey leads there.
  std::optional<Place> place_of(Landmark landmark) const;

  // The link for this outcome; failing that the one for the other, as where an arm has drawn the
  // journey anew; none where the map has no such link, as where somebody gave up.
  std::optional<std::size_t> between(Place from, std::optional<Place> to, JourneyId journey,
                                     Outcome outcome) const;

 private:
  struct Link {
    Place to;
    JourneyId journey;
    EdgeOutcome on;
    std::size_t number;
  };

  std::vector<MapLink> links_;
  std::vector<std::vector<Link>> leaving_;  // by place
  std::vector<Place> entries_, touchpoints_;
  std::map<std::string, Place, std::less<>> landmarks_;
};

}  // namespace cxsim
