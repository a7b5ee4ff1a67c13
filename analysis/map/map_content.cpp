#include "analysis/map/map_content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace cxsim {
namespace {

const std::string& either(const std::string& title, const std::string& name) {
  return title.empty() ? name : title;
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// Gathers the content; a vertex has one place, but the entry has one for each journey.
class Gathering {
 public:
  Gathering(const World& world, const MapOptions& options)
      : world_(world), options_(options), touchpoints_(touchpoints_in(world.graph)) {}

  MapContent run() {
    find_used();
    add_columns();
    for (std::size_t j = 0; j < world_.journeys.size(); ++j)
      if (is_shown(JourneyId(j))) add_journey(JourneyId(j));
    for (std::size_t t = 0; t < touchpoints_; ++t)
      if (is_used(t)) add_touchpoint(t);
    add_landmark(Landmark::purchase, MapPlaceKind::purchase, purchase_column_);
    for (const Landmark end : {Landmark::resolved, Landmark::abandoned, Landmark::declined})
      add_landmark(end, MapPlaceKind::ending, content_.columns.size() - 1);
    add_links();
    return std::move(content_);
  }

 private:
  using Edge = TouchpointGraph::edge_descriptor;

  bool is_shown(JourneyId journey) const {
    return !options_.journey || *options_.journey == journey;
  }
  bool is_shown(const Edge& edge) const {
    return world_.graph[edge].weight > 0 && is_shown(world_.graph[edge].journey);
  }
  bool is_used(Vertex v) const { return used_[v]; }
  Vertex at(Landmark landmark) const { return vertex_of(landmark, touchpoints_); }

  // A map of all journeys shows touchpoints that none visits too, such as advertising.
  void find_used() {
    used_.assign(num_vertices(world_.graph), false);
    if (!options_.journey) std::fill_n(used_.begin(), touchpoints_, true);
    for (const Edge& edge : boost::make_iterator_range(edges(world_.graph))) {
      if (!is_shown(edge)) continue;
      used_[source(edge, world_.graph)] = true;
      used_[target(edge, world_.graph)] = true;
    }
  }

  // The purchase stands in a column of its own, past the last stage that leads to it.
  void add_columns() {
    std::vector<std::string> stages;
    for (std::size_t t = 0; t < touchpoints_; ++t) {
      const std::string& stage = world_.touchpoints[t].stage;
      if (is_used(t) && std::find(stages.begin(), stages.end(), stage) == stages.end())
        stages.push_back(stage);
    }
    std::size_t decided = 0;  // stages before the purchase
    for (const Edge& edge : boost::make_iterator_range(edges(world_.graph))) {
      const Vertex from = source(edge, world_.graph);
      if (!is_shown(edge) || target(edge, world_.graph) != at(Landmark::purchase)) continue;
      if (from >= touchpoints_) continue;
      const auto stage = std::find(stages.begin(), stages.end(), world_.touchpoints[from].stage);
      decided = std::max(decided, static_cast<std::size_t>(stage - stages.begin()) + 1);
    }
    content_.columns.push_back({MapColumnKind::entry, "Entry"});
    for (std::size_t s = 0; s <= stages.size(); ++s) {
      if (s == decided && is_used(at(Landmark::purchase))) {
        purchase_column_ = content_.columns.size();
        content_.columns.push_back({MapColumnKind::purchase, ""});
      }
      if (s == stages.size()) break;
      column_of_stage_[stages[s]] = content_.columns.size();
      content_.columns.push_back({MapColumnKind::stage, capitalised(stages[s])});
    }
    content_.columns.push_back({MapColumnKind::ending, "Close"});
  }

  void add_journey(JourneyId id) {
    const Journey& journey = world_.journeys[id.index()];
    const std::string& title = either(journey.title, journey.name);
    content_.journeys.push_back({id, title, note_of(journey), patience_of(journey)});
    entry_of_[id] = content_.places.size();
    content_.places.push_back(
        {MapPlaceKind::entry, "entry of " + journey.name, title, {}, {}, 0, id});
  }

  std::string note_of(const Journey& journey) const {
    if (!journey.spawns.exists() || journey.spawns.index() >= world_.journeys.size()) return {};
    if (!(journey.spawn_chance > 0)) return {};
    const Journey& spawned = world_.journeys[journey.spawns.index()];
    return fmt::format("unresolved starts {}, {}", either(spawned.title, spawned.name),
                       percent(journey.spawn_chance));
  }

  static std::string patience_of(const Journey& journey) {
    if (!journey.retries || !(journey.abandon_slope > 0)) return {};
    return fmt::format("gives up with chance {} for each failure at a touchpoint",
                       percent(journey.abandon_slope));
  }

  void add_touchpoint(std::size_t t) {
    const Touchpoint& touchpoint = world_.touchpoints[t];
    const auto& departments = world_.company.departments;
    std::string owner;
    if (touchpoint.owner.exists() && touchpoint.owner.index() < departments.size()) {
      const Department& department = departments[touchpoint.owner.index()];
      owner = either(department.title, department.name);
    }
    place_of_[t] = content_.places.size();
    content_.places.push_back({MapPlaceKind::touchpoint, touchpoint.name,
                               either(touchpoint.title, touchpoint.name), touchpoint.channel, owner,
                               column_of_stage_.at(touchpoint.stage), JourneyId(),
                               touchpoint.contact});
  }

  void add_landmark(Landmark landmark, MapPlaceKind kind, std::size_t column) {
    if (!is_used(at(landmark))) return;
    const std::string name(name_of(landmark));
    place_of_[at(landmark)] = content_.places.size();
    content_.places.push_back({kind, name, capitalised(name), {}, {}, column, JourneyId()});
  }

  std::size_t place(Vertex v, JourneyId journey) const {
    return v == at(Landmark::entry) ? entry_of_.at(journey) : place_of_.at(v);
  }

  // An edge taken on either outcome counts among those taken on success.
  void add_links() {
    std::map<std::tuple<JourneyId, Vertex, bool>, float> totals;
    const auto adds_to = [&](const Edge& edge, bool failure) -> float& {
      return totals[{world_.graph[edge].journey, source(edge, world_.graph), failure}];
    };
    for (const Edge& edge : boost::make_iterator_range(edges(world_.graph))) {
      const GraphEdge& e = world_.graph[edge];
      if (!is_shown(edge)) continue;
      if (e.on != EdgeOutcome::failure) adds_to(edge, false) += e.weight;
      if (e.on != EdgeOutcome::success) adds_to(edge, true) += e.weight;
    }
    for (const Edge& edge : boost::make_iterator_range(edges(world_.graph))) {
      const GraphEdge& e = world_.graph[edge];
      if (!is_shown(edge)) continue;
      const float chance = e.weight / adds_to(edge, e.on == EdgeOutcome::failure);
      content_.links.push_back({place(source(edge, world_.graph), e.journey),
                                place(target(edge, world_.graph), e.journey), e.journey, e.on,
                                chance, e.dwell, e.slopes});
    }
  }

  const World& world_;
  const MapOptions& options_;
  std::size_t touchpoints_;
  std::vector<bool> used_;
  std::size_t purchase_column_ = 0;
  std::map<std::string, std::size_t> column_of_stage_;
  std::map<JourneyId, std::size_t> entry_of_;
  std::map<Vertex, std::size_t> place_of_;
  MapContent content_;
};

std::string counted(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string_view spoken(const MapPlace& place) {
  return place.kind == MapPlaceKind::entry ? std::string_view("entry") : place.title;
}

std::string outcome_words(const MapLink& link, const MapPlace& from) {
  if (from.kind == MapPlaceKind::entry) return "";
  if (link.on == EdgeOutcome::always) return " on either outcome";
  return link.on == EdgeOutcome::success ? " on success" : " on failure";
}

std::string slope_words(const EdgeSlopes& slopes) {
  if (!slopes.any()) return "";
  std::string words;
  const auto add = [&](std::string_view name, float slope) {
    if (slope != 0) words += fmt::format("{}{} {:+g}", words.empty() ? "" : ", ", name, slope);
  };
  add("valence", slopes.valence);
  add("trust", slopes.trust);
  add("effort", slopes.effort);
  add("failures", slopes.failures);
  return fmt::format(" before the customer's state draws ({})", words);
}

}  // namespace

MapContent map_content(const World& world, const MapOptions& options) {
  return Gathering(world, options).run();
}

std::string headline_of(const MapContent& content) {
  const auto touchpoints = static_cast<std::size_t>(
      std::count_if(content.places.begin(), content.places.end(),
                    [](const MapPlace& place) { return place.kind == MapPlaceKind::touchpoint; }));
  return fmt::format("Journey map: {}, {}", counted(touchpoints, "touchpoint"),
                     counted(content.journeys.size(), "journey"));
}

std::string sentence_of(const MapLink& link, const MapContent& content) {
  const MapPlace& from = content.places[link.from];
  return fmt::format("{}: {} → {}{}, {}{}", journey_of(link.journey, content).title, spoken(from),
                     spoken(content.places[link.to]), outcome_words(link, from),
                     percent(link.chance), slope_words(link.slopes));
}

std::string sentence_of(const MapJourney& journey) {
  std::string words = journey.title;
  for (const std::string& more : {journey.note, journey.patience})
    if (!more.empty()) words += ", " + more;
  return words;
}

const MapJourney& journey_of(JourneyId id, const MapContent& content) {
  return *std::find_if(content.journeys.begin(), content.journeys.end(),
                       [&](const MapJourney& journey) { return journey.id == id; });
}

std::string percent(float share) {
  const float hundredths = share * 100;
  if (hundredths >= 9.95F) return fmt::format("{:.0f}%", hundredths);
  if (hundredths >= .05F) return fmt::format("{:g}%", std::round(hundredths * 10) / 10);
  return "under 0.1%";
}

// Okabe & Ito (2008), told apart by colour-blind eyes; lightened or darkened where a thin line
// would be lost on its ground.
JourneyColour colour_of(JourneyId journey) {
  constexpr std::array<JourneyColour, journey_colour_count> colours = {{{"#0072b2", "#3d9fe0"},
                                                                        {"#d55e00", "#f07b2e"},
                                                                        {"#009e73", "#1fbd8f"},
                                                                        {"#c2609a", "#dd92bd"},
                                                                        {"#d18f00", "#f0b429"},
                                                                        {"#4aa8de", "#8fd0f7"},
                                                                        {"#6b6b6b", "#b8bcc4"},
                                                                        {"#a89b00", "#f0e442"}}};
  return colours[journey.index() % colours.size()];
}

}  // namespace cxsim
