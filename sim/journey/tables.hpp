// The graph flattened to tables the walk reads: the edges of a journey, a vertex and an outcome.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/functions.hpp"
#include "journey/graph.hpp"

namespace cxsim {

enum class Outcome : unsigned char { success, failure };

struct WalkEdge {
  std::uint8_t to;  // vertex
  float weight;
  float dwell;  // mean further days beyond 1
  EdgeSlopes slopes;
};

// What an edge's weight may follow.
struct WalkState {
  float valence, trust, effort, failures;
};

class JourneyTables {
 public:
  JourneyTables() = default;
  JourneyTables(const TouchpointGraph& graph, std::size_t journeys);

  // Where this has no edge, takes over those of another table of the same firm.
  void fill_gaps(const JourneyTables& other);

  std::uint8_t vertex(Landmark landmark) const {
    return static_cast<std::uint8_t>(touchpoints_ + static_cast<std::size_t>(landmark));
  }
  bool is_touchpoint(std::uint8_t vertex) const { return vertex < touchpoints_; }

  std::span<const WalkEdge> edges(JourneyId journey, std::uint8_t vertex, Outcome outcome) const {
    const std::size_t group = group_of(journey, vertex, outcome);
    return {edges_.data() + starts_[group], edges_.data() + starts_[group + 1]};
  }

 private:
  std::size_t group_of(JourneyId journey, std::size_t vertex, Outcome outcome) const {
    return (journey.index() * (touchpoints_ + landmark_count) + vertex) * 2 +
           static_cast<std::size_t>(outcome);
  }

  std::size_t touchpoints_ = 0;
  std::vector<std::uint32_t> starts_;
  std::vector<WalkEdge> edges_;
};

inline float pull_of(const WalkEdge& edge, const WalkState& s) {
  if (!edge.slopes.any()) return edge.weight;
  return edge.weight * exp(edge.slopes.valence * s.valence + edge.slopes.trust * s.trust +
                           edge.slopes.effort * s.effort + edge.slopes.failures * s.failures);
}

// Draws an edge with probability proportional to weight * exp(slopes * state); u in [0, 1).
inline const WalkEdge& choose_edge(std::span<const WalkEdge> edges, const WalkState& state,
                                   float u) {
  float total = 0;
  for (const WalkEdge& edge : edges) total += pull_of(edge, state);
  float left = u * total;
  for (const WalkEdge& edge : edges.first(edges.size() - 1)) {
    left -= pull_of(edge, state);
    if (left < 0) return edge;
  }
  return edges.back();
}

}  // namespace cxsim
