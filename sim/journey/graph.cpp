#include "journey/graph.hpp"

#include <array>
#include <map>
#include <optional>

#include "journey/steps.hpp"

namespace cxsim {

std::string_view name_of(Landmark landmark) {
  constexpr std::array<std::string_view, landmark_count> names = {"entry", "purchase", "resolved",
                                                                  "abandoned", "declined"};
  return names[static_cast<std::size_t>(landmark)];
}

namespace {

using Names = std::map<std::string, Vertex, std::less<>>;

Names add_vertices(std::span<const Touchpoint> touchpoints, TouchpointGraph& graph) {
  Names names;
  for (const Touchpoint& touchpoint : touchpoints)
    names[touchpoint.name] = add_vertex(GraphVertex{touchpoint.name}, graph);
  for (std::size_t k = 0; k < landmark_count; ++k) {
    const std::string name(name_of(static_cast<Landmark>(k)));
    names[name] = add_vertex(GraphVertex{name}, graph);
  }
  return names;
}

std::optional<Vertex> find_vertex(const Names& names, const std::string& name,
                                  const Journey& journey, const Place& place, Problems& problems) {
  if (const auto found = names.find(name); found != names.end()) return found->second;
  std::string known;
  for (const auto& [other, vertex] : names) known += (known.empty() ? "" : ", ") + other;
  problems.push_back({place, "journey." + journey.name, "there is no touchpoint \"" + name + "\"",
                      "a customer on this journey would have nowhere to go",
                      "name one of: " + known});
  return std::nullopt;
}

}  // namespace

namespace {

bool is_end(Vertex v, std::size_t touchpoints) {
  return v >= vertex_of(Landmark::resolved, touchpoints);
}

// Walks begin at the entry and are over at an end.
bool leads_the_wrong_way(Vertex from, Vertex to, const Journey& journey, const Place& place,
                         std::size_t touchpoints, Problems& problems) {
  const bool wrong = to == vertex_of(Landmark::entry, touchpoints) || is_end(from, touchpoints);
  if (wrong)
    problems.push_back({place, "journey." + journey.name,
                        "an edge leads to the entry, or away from an end",
                        "walks begin at \"entry\" and are over at \"resolved\", \"abandoned\" and "
                        "\"declined\"",
                        "lead it from the entry or a touchpoint to a touchpoint or an end"});
  return wrong;
}

}  // namespace

Result<TouchpointGraph> build_graph(std::span<const Touchpoint> touchpoints,
                                    std::span<const Journey> journeys) {
  TouchpointGraph graph;
  Problems problems;
  const Names names = add_vertices(touchpoints, graph);
  for (std::size_t j = 0; j < journeys.size(); ++j) {
    const Journey& journey = journeys[j];
    std::vector<EdgePlan> plans = edges_of_steps(journey);
    plans.insert(plans.end(), journey.edges.begin(), journey.edges.end());
    for (const EdgePlan& plan : plans) {
      const Place& place = plan.place.line > 0 ? plan.place : journey.place;
      const auto from = find_vertex(names, plan.from, journey, place, problems);
      const auto to = find_vertex(names, plan.to, journey, place, problems);
      if (!from || !to) continue;
      if (leads_the_wrong_way(*from, *to, journey, place, touchpoints.size(), problems)) continue;
      add_edge(*from, *to,
               GraphEdge{JourneyId(j),
                         plan.on,
                         plan.weight,
                         plan.dwell,
                         {plan.valence, plan.trust, plan.effort, plan.failures}},
               graph);
    }
  }
  if (!problems.empty()) return problems;
  return graph;
}

}  // namespace cxsim
