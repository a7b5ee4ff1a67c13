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

// People who stand at a touchpoint that the new design leaves out go on as before.
JourneyTables tables_of(const TouchpointGraph& graph, std::size_t journeys,
                        const JourneyTables& before) {
  JourneyTables tables(graph, journeys);
  tables.fill_gaps(before);
  return tables;
}

}  // namespace

Journey redesigned(const Journey& journey, const JourneyRedesign& redesign) {
  Journey drawn = journey;
  if (!redesign.steps.empty()) drawn.steps = redesign.steps;
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

Result<std::vector<JourneyDesign>> designs_of(std::span<const Intervention> interventions,
                                              std::span<const Touchpoint> touchpoints,
                                              std::span<const Journey> journeys) {
  std::vector<JourneyDesign> designs;
  std::vector<JourneyRedesign> so_far(journeys.size());
  const auto old_graph = build_graph(touchpoints, journeys);
  if (!old_graph) return old_graph.problems();
  const JourneyTables before(*old_graph, journeys.size());
  Problems problems;
  for (const Intervention& one : interventions) {
    if (!one.kind->redesigns_a_journey || !one.redesign.journey.exists()) continue;
    const std::size_t j = one.redesign.journey.index();
    add(so_far[j], one.redesign);
    std::vector<Journey> drawn(journeys.begin(), journeys.end());
    drawn[j] = redesigned(journeys[j], so_far[j]);
    drawn[j].place = one.place;
    const auto graph = build_graph(touchpoints, drawn);
    const Problems found = graph ? check_graph(*graph, drawn) : graph.problems();
    problems.insert(problems.end(), found.begin(), found.end());
    if (found.empty())
      designs.push_back(
          {one.redesign.journey, one.timing, tables_of(*graph, drawn.size(), before)});
  }
  if (!problems.empty()) return problems;
  return designs;
}

}  // namespace cxsim
