#include "journey/tables.hpp"

namespace cxsim {

JourneyTables::JourneyTables(const TouchpointGraph& graph, std::size_t journeys)
    : touchpoints_(touchpoints_in(graph)) {
  const std::size_t vertices = num_vertices(graph);
  starts_.push_back(0);
  for (std::size_t j = 0; j < journeys; ++j)
    for (Vertex v = 0; v < vertices; ++v)
      for (const EdgeOutcome outcome : {EdgeOutcome::success, EdgeOutcome::failure}) {
        for (const auto& edge : boost::make_iterator_range(out_edges(v, graph))) {
          const GraphEdge& e = graph[edge];
          const bool ours = e.journey == JourneyId(j) && e.weight > 0 &&
                            (e.on == outcome || e.on == EdgeOutcome::always);
          if (!ours) continue;
          edges_.push_back({VertexId(target(edge, graph)), e.weight, e.dwell, e.slopes});
          any_slopes_ = any_slopes_ || e.slopes.any();
        }
        starts_.push_back(static_cast<std::uint32_t>(edges_.size()));
      }
  table_ = ColumnTable<WalkEdge>(edges_);
}

void JourneyTables::fill_gaps(const JourneyTables& other) {
  std::vector<std::uint32_t> starts{0};
  std::vector<WalkEdge> edges;
  for (std::size_t group = 0; group + 1 < starts_.size(); ++group) {
    const bool is_gap = starts_[group] == starts_[group + 1];
    const JourneyTables& source = is_gap ? other : *this;
    edges.insert(edges.end(), source.edges_.begin() + source.starts_[group],
                 source.edges_.begin() + source.starts_[group + 1]);
    starts.push_back(static_cast<std::uint32_t>(edges.size()));
  }
  starts_ = std::move(starts);
  edges_ = std::move(edges);
  table_ = ColumnTable<WalkEdge>(edges_);
  any_slopes_ = any_slopes_ || other.any_slopes_;
}

}  // namespace cxsim
