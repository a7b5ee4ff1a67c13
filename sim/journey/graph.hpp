// The touchpoint graph: touchpoints and terminals as vertices, one edge set a journey.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <span>
#include <vector>

#include "base/problem.hpp"
#include "journey/journey.hpp"
#include "journey/touchpoint.hpp"

namespace cxsim {

// Vertices past the touchpoints, in this order.
enum class Landmark : unsigned char { entry, purchase, resolved, abandoned, declined, count };
inline constexpr std::size_t landmark_count = static_cast<std::size_t>(Landmark::count);
std::string_view name_of(Landmark landmark);

struct GraphVertex {
  std::string name;
};

struct GraphEdge {
  JourneyId journey;
  EdgeOutcome on = EdgeOutcome::success;
  float weight = 0;
  float dwell = 0;  // mean further days beyond 1
  EdgeSlopes slopes;
};

using TouchpointGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, GraphVertex, GraphEdge>;
using Vertex = boost::graph_traits<TouchpointGraph>::vertex_descriptor;

inline Vertex vertex_of(Landmark landmark, std::size_t touchpoints) {
  return touchpoints + static_cast<std::size_t>(landmark);
}
inline std::size_t touchpoints_in(const TouchpointGraph& graph) {
  return num_vertices(graph) - landmark_count;
}

// Builds the graph of all journeys: the edges their steps stand for, then their own.
// Names that lead nowhere are problems with the key and line of their journey.
Result<TouchpointGraph> build_graph(std::span<const Touchpoint> touchpoints,
                                    std::span<const Journey> journeys);

// What is wrong with the walks: vertices nobody reaches or nobody leaves, outcomes without an edge,
// weights that vanish, a purchase where nobody acquires.
Problems check_graph(const TouchpointGraph& graph, std::span<const Journey> journeys);

}  // namespace cxsim
