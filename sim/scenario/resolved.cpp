// Writes a scenario back with every setting in it, defaults included.
#include <cmath>

#include "scenario/scenario.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/sections.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

Node text(const std::string& value) { return Node{value}; }

// Adds the rows of a section to a table; numbers that follow from the stage stay unwritten.
template <class Section>
void add_rows(Node& table, const Section& section) {
  Node written = write_section(section);
  for (Entry& entry : written.table()->entries) {
    const double* number = entry.value.number();
    if (number != nullptr && std::isnan(*number)) continue;
    table.table()->set(entry.key, std::move(entry.value));
  }
}

Node& table_at(Node& root, const std::string& path) {
  Node* node = &root;
  for (std::size_t from = 0; from < path.size();) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    const std::string key = path.substr(from, dot - from);
    Node* child = node->table()->find(key);
    node = child != nullptr ? child : &node->table()->set(key, Node{Table{}});
    from = dot + 1;
  }
  return *node;
}

template <class Section>
Node named(const std::string& name, const Section& section) {
  Node table{Table{}};
  table.table()->set("name", text(name));
  add_rows(table, section);
  return table;
}

template <class Things, class Id>
void add_reference(Node& table, const char* key, const Id& id, const Things& things) {
  table.table()->set(key, text(id.exists() ? things[id.index()].name : std::string()));
}

Node written(const Touchpoint& t, const World& w) {
  Node table = named(t.name, t);
  add_reference(table, "owner", t.owner, w.company.departments);
  add_reference(table, "root_cause", t.root_cause, w.company.root_causes);
  table.table()->set("direct", Node{t.contact == Contact::direct});
  Node& weights = table_at(table, "weights");
  for (std::size_t d = 0; d < t.department_weights.size(); ++d)
    if (t.department_weights[d] > 0)
      weights.table()->set(w.company.departments[d].name,
                           Node{shortest_decimal(t.department_weights[d])});
  add_rows(table_at(table, "facets"), t.facets);
  add_rows(table_at(table, "levels"), t.levels);
  add_rows(table_at(table, "quality"), t.quality);
  return table;
}

Node written(const EdgePlan& edge) {
  constexpr const char* outcomes[] = {"success", "failure", "always"};
  Node table{Table{}};
  add_rows(table, edge);
  table.table()->set("on", text(outcomes[static_cast<int>(edge.on)]));
  return table;
}

Node written(const Journey& j, const World& w) {
  Node table = named(j.name, j);
  add_reference(table, "root_cause", j.root_cause, w.company.root_causes);
  if (j.spawned_journey.empty()) table.table()->set("spawns", text(""));
  Array steps, edges;
  for (const StepPlan& step : j.steps) {
    Node node{Table{}};
    add_rows(node, step);
    steps.push_back(std::move(node));
  }
  for (const EdgePlan& edge : j.edges) edges.push_back(written(edge));
  table.table()->set("steps", Node{std::move(steps)});
  table.table()->set("edges", Node{std::move(edges)});
  return table;
}

Node written(const Segment& s, const World& w) {
  Node table = named(s.name, s);
  Node& needs = table_at(table, "needs");
  for (std::size_t j = 0; j < w.journeys.size(); ++j)
    needs.table()->set(w.journeys[j].name, Node{shortest_decimal(s.need_factors[j])});
  return table;
}

template <class Things, class Write>
void add_list(Node& root, const char* key, const Things& things, Write write) {
  Array list;
  for (const auto& thing : things) list.push_back(write(thing));
  root.table()->set(key, Node{std::move(list)});
}

void add_company_names(Node& root, const World& w) {
  constexpr const char* groups[] = {"nobody", "top_value", "bottom_value", "random", "everybody"};
  Node& company = table_at(root, "company");
  add_reference(company, "cx_owner", w.company.cx_owner, w.company.departments);
  add_reference(company, "recovery_department", w.company.recovery_department,
                w.company.departments);
  add_reference(company, "sales_touchpoint", w.company.sales_touchpoint, w.touchpoints);
  company.table()->set("care_for", text(groups[static_cast<int>(w.company.care_for)]));
}

void add_names(Node& table, const char* key, const std::vector<std::string>& names) {
  if (names.empty()) return;
  Array list;
  for (const std::string& name : names) list.push_back(text(name));
  table.table()->set(key, Node{std::move(list)});
}

// The names of those in scope; none where it is all of them.
template <class Id, class Things>
std::vector<std::string> names_of(const Some<Id>& some, const Things& things) {
  std::vector<std::string> names;
  for (std::size_t i = 0; !some.all() && i < things.size(); ++i)
    if (some.has(Id(i))) names.push_back(things[i].name);
  return names;
}

void add_scope(Node& table, const Scope& scope, const World& w) {
  add_names(table, "departments", names_of(scope.departments, w.company.departments));
  add_names(table, "touchpoints", names_of(scope.touchpoints, w.touchpoints));
  add_names(table, "journeys", names_of(scope.journeys, w.journeys));
  add_names(table, "root_causes", names_of(scope.root_causes, w.company.root_causes));
  add_names(table, "segments", names_of(scope.segments, w.segments));
  struct Tier {
    std::string name;
  };
  add_names(table, "value_tiers",
            names_of(scope.value_tiers, std::vector<Tier>{{"bottom"}, {"middle"}, {"top"}}));
  if (scope.share < 1) table.table()->set("share", Node{shortest_decimal(scope.share)});
}

void add_redesign(Node& table, const JourneyRedesign& redesign, const World& w) {
  add_reference(table, "journey", redesign.journey, w.journeys);
  Array steps, edges;
  for (const StepPlan& step : redesign.steps) {
    Node node{Table{}};
    add_rows(node, step);
    steps.push_back(std::move(node));
  }
  for (const EdgePlan& edge : redesign.edges) edges.push_back(written(edge));
  if (!steps.empty()) table.table()->set("steps", Node{std::move(steps)});
  if (!edges.empty()) table.table()->set("edges", Node{std::move(edges)});
  add_names(table, "remove", redesign.remove);
}

Node written(const Intervention& one, const World& w) {
  constexpr const char* operations[] = {"add", "multiply", "move_to"};
  Node table{Table{}};
  table.table()->set("name", text(one.name));
  table.table()->set("kind", text(std::string(one.kind->name)));
  table.table()->set("title", text(one.title));
  add_rows(table, one.timing);
  if (one.kind->shape == Shape::own)
    std::erase_if(table.table()->entries, [](const Entry& entry) {
      return entry.key == "ramp" || entry.key == "half_life";
    });
  add_scope(table, one.scope, w);
  for (std::size_t h = 0; h < one.changes.size(); ++h) {
    const Change& change = one.changes[h];
    if (!change.does_anything()) continue;
    Node amount{Table{}};
    amount.table()->set(operations[static_cast<int>(change.operation)],
                        Node{shortest_decimal(change.amount)});
    table.table()->set(one.kind->handles[h].key, std::move(amount));
  }
  for (std::size_t k = 0; k < one.parameters.size(); ++k)
    table.table()->set(one.kind->parameters[k].key, Node{shortest_decimal(one.parameters[k])});
  if (one.kind->redesigns_a_journey) add_redesign(table, one.redesign, w);
  return table;
}

void add_interventions(Node& root, const Scenario& scenario) {
  Array interventions, shocks;
  for (const Intervention& one : scenario.interventions)
    (one.kind->nature == Nature::shock ? shocks : interventions)
        .push_back(written(one, scenario.world));
  if (!interventions.empty()) root.table()->set("intervention", Node{std::move(interventions)});
  if (!shocks.empty()) root.table()->set("shock", Node{std::move(shocks)});
}

void add_months(Node& table, const char* key, const MonthSpan& span) {
  if (span.from > 0) table.table()->set(key, Node{Array{Node{span.from}, Node{span.to}}});
}

void add_expectations(Node& root, const Scenario& scenario) {
  if (scenario.expectations.empty()) return;
  add_list(root, "expect", scenario.expectations, [](const Expectation& e) {
    Node table{Table{}};
    table.table()->set("name", text(e.name));
    add_rows(table, e);
    add_months(table, "months", e.months);
    add_months(table, "against_months", e.against_months);
    return table;
  });
}

void add_lists(Node& root, const Scenario& scenario) {
  const World& w = scenario.world;
  add_list(root, "department", w.company.departments,
           [](const Department& d) { return named(d.name, d); });
  add_list(root, "root_cause", w.company.root_causes, [&](const RootCause& cause) {
    Node table{Table{}};
    table.table()->set("name", text(cause.name));
    table.table()->set("title", text(cause.title));
    add_reference(table, "owner", cause.owner, w.company.departments);
    return table;
  });
  add_list(root, "touchpoint", w.touchpoints, [&](const Touchpoint& t) { return written(t, w); });
  add_list(root, "journey", w.journeys, [&](const Journey& j) { return written(j, w); });
  add_list(root, "segment", w.segments, [&](const Segment& s) { return written(s, w); });
  int rivals = 0;
  add_list(root, "rival", w.rivals, [&](const Rival& rival) {
    ++rivals;
    return named(rivals == 1 ? "rival" : "rival_" + std::to_string(rivals), rival);
  });
  std::size_t stage = 0;
  add_list(root, "stage", w.company.stages, [&](const StageLevers& levers) {
    return named(std::string(default_stages[stage++].name), levers);
  });
  add_interventions(root, scenario);
  add_list(root, "arm", scenario.arms, [](const Arm& arm) {
    Node table{Table{}};
    table.table()->set("name", text(arm.name));
    table.table()->set("title", text(arm.title));
    Array apply;
    for (const std::string& name : arm.apply) apply.push_back(text(name));
    table.table()->set("apply", Node{std::move(apply)});
    return table;
  });
}

// By whole keys, in quotes.
void add_uncertainty(Node& root, const Scenario& scenario) {
  for (const UncertainSetting& one : scenario.uncertainty)
    table_at(root, "uncertainty").table()->set(one.key, write_distribution(one.distribution));
}

void spell_everybody(Node& root) {
  for (const char* key : {"people", "contacts", "life_events"}) {
    Node* value = table_at(root, "record").table()->find(key);
    if (value != nullptr && value->integer() != nullptr && *value->integer() == everybody)
      *value = text("all");
  }
}

}  // namespace

Node resolved(const Scenario& scenario) {
  Node root{Table{}};
  add_rows(table_at(root, "about"), scenario.about);
  for_each_single_section(scenario.world, [&](const std::string& path, const auto& section) {
    add_rows(table_at(root, path), section);
  });
  add_rows(table_at(root, "record"), scenario.record);
  add_rows(table_at(root, "measured"), scenario.measured);
  spell_everybody(root);
  add_company_names(root, scenario.world);
  add_lists(root, scenario);
  add_expectations(root, scenario);
  add_uncertainty(root, scenario);
  return root;
}

std::string resolved_toml(const Scenario& scenario) { return to_toml(resolved(scenario)); }

}  // namespace cxsim
