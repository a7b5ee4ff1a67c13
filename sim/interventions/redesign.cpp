#include "interventions/redesign.hpp"

#include <algorithm>

#include "journey/steps.hpp"

namespace cxsim {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool same_way(const EdgePlan& a, const EdgePlan& b) {
  return a.from == b.from && a.to == b.to && a.on == b.on;
}

// What a journey has come to after another redesign of it.
void add(JourneyRedesign& so_far, const JourneyRedesign& next) {
  if (!next.steps.empty()) so_far.steps = next.steps;
  so_far.remove.insert(so_far.remove.end(), next.remove.begin(), next.remove.end());
  so_far.edges.insert(so_far.edges.end(), next.edges.begin(), next.edges.end());
}

JourneyRedesign together(std::span<const JourneyRedesign* const> redesigns, std::size_t subset) {
  JourneyRedesign all;
  for (std::size_t k = 0; k < redesigns.size(); ++k)
    if ((subset >> k & 1) != 0) add(all, *redesigns[k]);
  return all;
}

// People who stand where another design has led them go on as that design does.
void fill_gaps(std::vector<JourneyTables>& designs) {
  const std::vector<JourneyTables> own = designs;
  for (JourneyTables& tables : designs)
    for (const JourneyTables& other : own) tables.fill_gaps(other);
}

class Drawing {
 public:
  Drawing(std::span<const Touchpoint> touchpoints, std::span<const Journey> journeys)
      : touchpoints_(touchpoints), journeys_(journeys) {}

  // The ways of one journey; no tables if nothing redesigns it.
  JourneyWays ways_of(JourneyId journey, std::span<const Intervention> interventions) {
    JourneyWays ways{journey, {}, {}};
    std::vector<const JourneyRedesign*> redesigns;
    Place place;
    std::size_t number = 0;
    for (const Intervention& one : interventions) {
      if (!one.kind->redesigns_a_journey) continue;
      if (one.redesign.journey == journey) {
        redesigns.push_back(&one.redesign);
        ways.redesigns.push_back(number);
        place = one.place;
      }
      ++number;
    }
    if (redesigns.size() > most_redesigns_of_a_journey)
      refuse_so_many(journey, place);
    else if (!redesigns.empty())
      ways.tables = draw(journey, redesigns, place);
    return ways;
  }

  const Problems& problems() const { return problems_; }

 private:
  // The tables of every subset of the redesigns of one journey.
  std::vector<JourneyTables> draw(JourneyId journey,
                                  std::span<const JourneyRedesign* const> redesigns,
                                  const Place& place) {
    std::vector<JourneyTables> designs;
    for (std::size_t subset = 0; subset < std::size_t{1} << redesigns.size(); ++subset) {
      std::vector<Journey> drawn(journeys_.begin(), journeys_.end());
      Journey& one = drawn[journey.index()];
      if (subset != 0) {
        one = redesigned(one, together(redesigns, subset));
        one.place = place;
      }
      const auto graph = build_graph(touchpoints_, drawn);
      const Problems found = graph ? check_graph(*graph, drawn) : graph.problems();
      problems_.insert(problems_.end(), found.begin(), found.end());
      if (!found.empty()) return {};
      designs.emplace_back(*graph, drawn.size());
    }
    fill_gaps(designs);
    return designs;
  }

  void refuse_so_many(JourneyId journey, const Place& place) {
    problems_.push_back({place, "journey." + journeys_[journey.index()].name,
                         "more than five interventions of an arm redesign the journey",
                         "every combination of redesigns is a way of its own",
                         "put redesigns that begin together into one"});
  }

  std::span<const Touchpoint> touchpoints_;
  std::span<const Journey> journeys_;
  Problems problems_;
};

}  // namespace

Journey redesigned(const Journey& journey, const JourneyRedesign& redesign) {
  Journey drawn = journey;
  if (!redesign.steps.empty()) {
    if (drawn.steps.empty()) drawn.edges.clear();  // the steps stand in for ways drawn by hand
    drawn.steps = redesign.steps;
  }
  std::erase_if(drawn.steps,
                [&](const StepPlan& s) { return contains(redesign.remove, s.touchpoint); });
  std::vector<EdgePlan> edges = edges_of_steps(drawn);
  edges.insert(edges.end(), drawn.edges.begin(), drawn.edges.end());
  for (const EdgePlan& edge : redesign.edges) {
    std::erase_if(edges, [&](const EdgePlan& old) { return same_way(old, edge); });
    edges.push_back(edge);
  }
  std::erase_if(edges, [&](const EdgePlan& e) {
    return e.weight <= 0 || contains(redesign.remove, e.from) || contains(redesign.remove, e.to);
  });
  drawn.steps.clear();
  drawn.edges = std::move(edges);
  return drawn;
}

Result<std::vector<JourneyWays>> ways_of(std::span<const Intervention> interventions,
                                         std::span<const Touchpoint> touchpoints,
                                         std::span<const Journey> journeys) {
  Drawing drawing(touchpoints, journeys);
  std::vector<JourneyWays> all;
  for (std::size_t j = 0; j < journeys.size(); ++j) {
    JourneyWays ways = drawing.ways_of(JourneyId(j), interventions);
    if (!ways.tables.empty()) all.push_back(std::move(ways));
  }
  if (!drawing.problems().empty()) return drawing.problems();
  return all;
}

}  // namespace cxsim
