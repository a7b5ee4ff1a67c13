#include "scenario/ways_reader.hpp"

#include <algorithm>

#include "scenario/section_reader.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 1> edge_keys = {"on"};
constexpr std::array<std::string_view, 3> outcomes = {"success", "failure", "always"};

void read_outcome(const Node& node, const std::string& path, EdgePlan& edge, Problems& problems) {
  const Node* on = node.find("on");
  if (on == nullptr) return;
  const std::string word = on->text() ? *on->text() : describe(*on);
  const auto found = std::find(outcomes.begin(), outcomes.end(), word);
  if (found == outcomes.end())
    problems.push_back({on->place, join_key(path, "on"), "there is no outcome \"" + word + "\"",
                        "it says on which outcome customers take this edge",
                        spelling_cure(word, outcomes, "outcomes")});
  else
    edge.on = static_cast<EdgeOutcome>(found - outcomes.begin());
}

void add_name(const Node* name, std::vector<std::string>& names) {
  if (name != nullptr && name->text() != nullptr) names.push_back(*name->text());
}

const Array& array_at(const Node& table, std::string_view key) {
  static const Array nothing;
  const Node* node = table.find(key);
  return node != nullptr && node->array() != nullptr ? *node->array() : nothing;
}

}  // namespace

void read_steps(const NamedTable& table, const NameIndex& touchpoints, std::vector<StepPlan>& list,
                Problems& problems) {
  const Node* steps = table.node->find("steps");
  if (steps == nullptr) return;
  const std::string path = join_key(table.path, "steps");
  if (steps->array() == nullptr) {
    problems.push_back(
        wrong_type(*steps, path, "a list of steps", "a journey is a way of steps",
                   "write steps = [\"app\", {touchpoint = \"call\", chance = 0.9}]"));
    return;
  }
  for (const Node& node : *steps->array()) {
    StepPlan step = defaults<StepPlan>();
    if (node.text() != nullptr)
      step.touchpoint = *node.text();
    else
      read_section(node, path, step, problems);
    if (node.text() == nullptr && node.table() == nullptr) continue;  // told already
    if (step.touchpoint != name_of(Landmark::purchase))
      touchpoints.find(Node{step.touchpoint, node.place}, path, problems);
    for (const StepPlan& earlier : list)
      if (earlier.touchpoint == step.touchpoint)
        problems.push_back({node.place, path, "\"" + step.touchpoint + "\" is a step twice",
                            "the ways that lead on from it could not be told apart",
                            "leave one out, or write the journey as edges"});
    list.push_back(step);
  }
}

void read_edges(const NamedTable& table, std::vector<EdgePlan>& list, Problems& problems) {
  const Node* edges = table.node->find("edges");
  if (edges == nullptr) return;
  const std::string path = join_key(table.path, "edges");
  if (edges->array() == nullptr) {
    problems.push_back(
        wrong_type(*edges, path, "a list of edges", "edges lead customers on",
                   "write edges = [{from = \"app\", to = \"call\", on = \"failure\"}]"));
    return;
  }
  for (const Node& node : *edges->array()) {
    EdgePlan edge = defaults<EdgePlan>();
    read_section(node, path, edge, problems, edge_keys);
    edge.place = node.place;
    read_outcome(node, path, edge, problems);
    list.push_back(edge);
  }
}

std::vector<std::string> touchpoints_of_redesigns(const Node& root) {
  std::vector<std::string> names;
  for (const Node& table : array_at(root, "intervention")) {
    for (const Node& step : array_at(table, "steps"))
      add_name(step.text() != nullptr ? &step : step.find("touchpoint"), names);
    for (const Node& edge : array_at(table, "edges")) add_name(edge.find("to"), names);
  }
  return names;
}

}  // namespace cxsim
