#include "analysis/page/taken_links.hpp"

namespace cxsim {

TakenLinks::TakenLinks(const World& world) {
  MapContent content = map_content(world, {});
  links_ = std::move(content.links);
  for (Place p = 0; p < content.places.size(); ++p) {
    const MapPlace& place = content.places[p];
    // Entries and touchpoints come in the order of their journeys and of the world.
    if (place.kind == MapPlaceKind::entry)
      entries_.push_back(p);
    else if (place.kind == MapPlaceKind::touchpoint)
      touchpoints_.push_back(p);
    else
      landmarks_[place.name] = p;
  }
  leaving_.resize(content.places.size());
  for (std::size_t l = 0; l < links_.size(); ++l)
    leaving_[links_[l].from].push_back({links_[l].to, links_[l].journey, links_[l].on, l});
}

std::optional<TakenLinks::Place> TakenLinks::place_of(Landmark landmark) const {
  const auto found = landmarks_.find(name_of(landmark));
  if (found == landmarks_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> TakenLinks::between(Place from, std::optional<Place> to,
                                               JourneyId journey, Outcome outcome) const {
  const EdgeOutcome on = outcome == Outcome::success ? EdgeOutcome::success : EdgeOutcome::failure;
  std::optional<std::size_t> otherwise;
  for (const Link& link : leaving_[from]) {
    if (link.to != to || link.journey != journey) continue;
    if (link.on == on || link.on == EdgeOutcome::always) return link.number;
    if (!otherwise) otherwise = link.number;
  }
  return otherwise;
}

}  // namespace cxsim
