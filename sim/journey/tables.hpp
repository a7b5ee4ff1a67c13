// The graph flattened to tables the walk reads: the edges of a journey, a vertex and an outcome.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "base/column_table.hpp"
#include "base/functions.hpp"
#include "journey/graph.hpp"

namespace cxsim {

enum class Outcome : unsigned char { success, failure };

using VertexId = Id<struct VertexTag>;

struct WalkEdge {
  VertexId to;
  float weight;
  float dwell;  // mean further days beyond 1
  EdgeSlopes slopes;
};

// What an edge's weight may follow.
template <class F>
struct WalkState {
  F valence, trust, effort, failures;
};

// Where an edge leads, and the mean further days beyond 1 until they arrive.
template <class F>
struct Way {
  Whole<F> to;  // vertex
  F dwell;
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
  template <class Number>
  auto is_touchpoint(Number vertex) const {
    return vertex < Number(static_cast<std::int32_t>(touchpoints_));
  }

  std::span<const WalkEdge> edges(JourneyId journey, std::uint8_t vertex, Outcome outcome) const {
    const std::size_t group = group_of(journey.index(), vertex, static_cast<std::size_t>(outcome));
    return std::span(edges_).subspan(starts_[group], starts_[group + 1] - starts_[group]);
  }

  // Draws an edge with probability proportional to weight * exp(slopes * state); u in [0, 1).
  // `here` says for whom it matters; each of them has an edge.
  template <class F>
  Way<F> choose(Whole<F> journey, Whole<F> vertex, Mask<F> failed, const WalkState<F>& state, F u,
                Mask<F> here) const {
    const Whole<F> group = group_of(journey, vertex, select(failed, Whole<F>(1), Whole<F>(0)));
    const std::span<const std::uint32_t> starts(starts_);
    const Whole<F> first = look_up(starts, group);
    const Whole<F> edges = look_up(starts, group + Whole<F>(1)) - first;
    constexpr int kept = 8;
    std::array<F, kept> pulls;
    F total = F(0.0f);
    for (int k = 0; !none(here && edges > Whole<F>(k)); ++k) {
      const F pull = pull_of(first + Whole<F>(k), state);
      if (k < kept) pulls[static_cast<std::size_t>(k)] = pull;
      total = total + select(edges > Whole<F>(k), pull, F(0.0f));
    }
    F left = u * total;
    Whole<F> chosen = edges - Whole<F>(1);
    Mask<F> open = here && chosen > Whole<F>(0);
    for (int k = 0; !none(open); ++k) {
      left = left -
             (k < kept ? pulls[static_cast<std::size_t>(k)] : pull_of(first + Whole<F>(k), state));
      const Mask<F> found = open && left < F(0.0f);
      chosen = select(found, Whole<F>(k), chosen);
      open = open && !found && chosen > Whole<F>(k + 1);
    }
    const ColumnTable<WalkEdge>& all = table_;
    return {look_up(all, &WalkEdge::to, first + chosen),
            look_up(all, &WalkEdge::dwell, first + chosen)};
  }

 private:
  template <class Number>
  Number group_of(Number journey, Number vertex, Number outcome) const {
    return (journey * Number(static_cast<int>(touchpoints_ + landmark_count)) + vertex) *
               Number(2) +
           outcome;
  }
  std::size_t group_of(std::size_t journey, std::size_t vertex, std::size_t outcome) const {
    return (journey * (touchpoints_ + landmark_count) + vertex) * 2 + outcome;
  }

  template <class F>
  F pull_of(Whole<F> edge, const WalkState<F>& s) const {
    const ColumnTable<WalkEdge>& all = table_;
    const F weight = look_up(all, &WalkEdge::weight, edge);
    if (!any_slopes_) return weight;
    const auto slope = [&](std::size_t k) { return look_up(all, &WalkEdge::slopes, k, edge); };
    const F by_valence = slope(0), by_trust = slope(1), by_effort = slope(2),
            by_failures = slope(3);
    const F none = F(0.0f);
    const Mask<F> follows =
        by_valence != none || by_trust != none || by_effort != none || by_failures != none;
    return select(follows,
                  weight * exp(by_valence * s.valence + by_trust * s.trust + by_effort * s.effort +
                               by_failures * s.failures),
                  weight);
  }

  std::size_t touchpoints_ = 0;
  std::vector<std::uint32_t> starts_;
  std::vector<WalkEdge> edges_;
  ColumnTable<WalkEdge> table_;  // the same by columns
  bool any_slopes_ = false;
};

}  // namespace cxsim
