// Checks every journey's walk with Boost.Graph visitors before anybody takes it.
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>

#include "journey/graph.hpp"

namespace cxsim {
namespace {

// Keeps the edges of one journey that can be taken.
struct OfJourney {
  const TouchpointGraph* graph = nullptr;
  JourneyId journey;
  bool operator()(const TouchpointGraph::edge_descriptor& edge) const {
    return (*graph)[edge].journey == journey && (*graph)[edge].weight > 0;
  }
};
using JourneyGraph = boost::filtered_graph<TouchpointGraph, OfJourney>;

using Colours = std::vector<boost::default_color_type>;

bool is(const Colours& reached, Vertex v) { return reached[v] != boost::white_color; }

class WalkCheck {
 public:
  WalkCheck(const TouchpointGraph& graph, const Journey& journey, JourneyId id)
      : graph_(graph),
        journey_(journey),
        walk_(graph, OfJourney{&graph, id}),
        touchpoints_(touchpoints_in(graph)),
        from_entry_(reached_from(at(Landmark::entry))) {}

  Problems run() {
    if (!takes_anybody()) return problems_;
    if (!leaves(at(Landmark::entry), EdgeOutcome::success))
      complain("every edge from the entry is for a failure", "nothing has failed yet at the entry",
               "lead an edge from \"entry\" with on = \"always\"");
    for (Vertex v = 0; v < num_vertices(graph_); ++v)
      if (is_stop(v)) check_stop(v);
    if (journey_.acquires && journey_.days_between > 0)
      complain("it acquires, and also arises as a need of customers",
               "customers would buy again and again",
               "set days_between = 0, or give customers a journey of their own");
    if (journey_.acquires) {
      if (!is(from_entry_, at(Landmark::purchase)))
        complain("no walk reaches the purchase", "prospects could never become customers",
                 "lead an edge or a step to \"purchase\", or set acquires = false");
    } else if (is(from_entry_, at(Landmark::purchase))) {
      complain("it leads to a purchase but does not acquire",
               "only prospects buy; a customer at the purchase has nothing to decide",
               "set acquires = true, or take the purchase out");
    }
    return problems_;
  }

 private:
  Vertex at(Landmark landmark) const { return vertex_of(landmark, touchpoints_); }
  bool is_stop(Vertex v) const { return v < touchpoints_ || v == at(Landmark::purchase); }

  Colours reached_from(Vertex start) const {
    Colours reached(num_vertices(graph_), boost::white_color);
    boost::queue<Vertex> waiting;
    boost::breadth_first_visit(
        walk_, start, waiting, boost::default_bfs_visitor(),
        boost::make_iterator_property_map(reached.begin(), get(boost::vertex_index, graph_)));
    return reached;
  }

  bool leads_to_an_end(Vertex v) const {
    const Colours reached = reached_from(v);
    return is(reached, at(Landmark::resolved)) || is(reached, at(Landmark::abandoned)) ||
           is(reached, at(Landmark::declined));
  }

  bool takes_anybody() {
    for (Vertex v = 0; v < touchpoints_; ++v)
      if (is(from_entry_, v)) return true;
    complain("no touchpoint can be reached from its entry",
             "a customer with this intent would meet nobody",
             "give it steps, or edges from \"entry\" whose weights do not vanish");
    return false;
  }

  bool leaves(Vertex v, EdgeOutcome outcome) const {
    for (const auto& edge : boost::make_iterator_range(out_edges(v, walk_)))
      if (graph_[edge].on == outcome || graph_[edge].on == EdgeOutcome::always) return true;
    return false;
  }

  void check_stop(Vertex v) {
    const std::string name = "\"" + graph_[v].name + "\"";
    const bool used = out_degree(v, walk_) > 0 || in_degree(v, walk_) > 0;
    if (used && !is(from_entry_, v)) {
      complain(name + " cannot be reached from the entry", "its edges would never be walked",
               "lead an edge with a weight above 0 to it, or take its edges out");
      return;
    }
    if (!is(from_entry_, v)) return;
    check_outcomes(v, name);
    if (!leads_to_an_end(v))
      complain("no way leads from " + name + " to an end",
               "a customer would walk in a circle for ever",
               "lead an edge to \"resolved\" or \"abandoned\" from it or from where it leads");
  }

  void check_outcomes(Vertex v, const std::string& name) {
    for (const EdgeOutcome outcome : {EdgeOutcome::success, EdgeOutcome::failure}) {
      if (leaves(v, outcome)) continue;
      const std::string word = outcome == EdgeOutcome::success ? "success" : "failure";
      complain("no edge with a weight above 0 leaves " + name + " on " + word,
               "a customer with that outcome could not go on",
               "add an edge from " + name + " with on = \"" + word + "\" or \"always\"");
    }
  }

  void complain(std::string what, std::string why, std::string cure) {
    problems_.push_back({journey_.place, "journey." + journey_.name, std::move(what),
                         std::move(why), std::move(cure)});
  }

  const TouchpointGraph& graph_;
  const Journey& journey_;
  JourneyGraph walk_;
  std::size_t touchpoints_;
  Colours from_entry_;
  Problems problems_;
};

}  // namespace

Problems check_graph(const TouchpointGraph& graph, std::span<const Journey> journeys) {
  Problems problems;
  for (std::size_t j = 0; j < journeys.size(); ++j) {
    const Problems found = WalkCheck(graph, journeys[j], JourneyId(j)).run();
    problems.insert(problems.end(), found.begin(), found.end());
  }
  return problems;
}

}  // namespace cxsim
