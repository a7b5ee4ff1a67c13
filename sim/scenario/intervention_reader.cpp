#include "scenario/intervention_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/run.hpp"
#include "interventions/catalogue.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/spelling.hpp"
#include "scenario/ways_reader.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 3> plain_keys = {"name", "kind", "title"};
constexpr std::array<std::string_view, 4> redesign_keys = {"journey", "steps", "remove", "edges"};
constexpr std::array<std::string_view, 3> operations = {"add", "multiply", "move_to"};
constexpr std::array<std::string_view, 3> tiers = {"bottom", "middle", "top"};

constexpr std::array<ScopeName, 7> scope_names{{{"departments", ScopeKey::departments},
                                                {"touchpoints", ScopeKey::touchpoints},
                                                {"journeys", ScopeKey::journeys},
                                                {"root_causes", ScopeKey::root_causes},
                                                {"segments", ScopeKey::segments},
                                                {"value_tiers", ScopeKey::value_tiers},
                                                {"share", ScopeKey::share}}};

bool is_scope_key(std::string_view key) {
  return std::any_of(scope_names.begin(), scope_names.end(),
                     [&](const ScopeName& scope) { return scope.key == key; });
}

std::vector<std::string> kinds_of(Nature nature) {
  std::vector<std::string> names;
  for (const Kind* kind : catalogue())
    if (kind->nature == nature) names.emplace_back(kind->name);
  return names;
}

std::vector<std::string_view> keys_of(const Kind& kind) {
  std::vector<std::string_view> keys(plain_keys.begin(), plain_keys.end());
  for (const auto& row : settings_of<Timing>)
    if (kind.shape == Shape::ramped || (row.key != "ramp" && row.key != "half_life"))
      keys.push_back(row.key);
  for (const ScopeName& scope : scope_names)
    if (allows(kind.scopes, scope.which)) keys.push_back(scope.key);
  for (const Handle& handle : kind.handles) keys.push_back(handle.key);
  for (const Parameter& parameter : kind.parameters) keys.push_back(parameter.key);
  if (kind.redesigns_a_journey) keys.insert(keys.end(), redesign_keys.begin(), redesign_keys.end());
  return keys;
}

std::string where_it_can_act(const Kind& kind) {
  std::vector<std::string_view> keys;
  for (const ScopeName& scope : scope_names)
    if (allows(kind.scopes, scope.which)) keys.push_back(scope.key);
  if (keys.empty()) return "leave the line out";
  return fmt::format("leave the line out, or say where by {}", fmt::join(keys, ", "));
}

// What an amount may be, so that the number it moves can stay in its range.
Range amounts_of(Operation operation, const Handle& handle) {
  constexpr double most_factor = 1000;
  const Range& range = handle.target.range;
  switch (operation) {
    case Operation::multiply:
      return {0, most_factor};
    case Operation::move_to:
      return range;
    case Operation::add:
      return {-(range.high - range.low), range.high - range.low};
  }
  return range;
}

Change read_change(const Node& node, const Handle& handle, const std::string& key,
                   Problems& problems) {
  const Node* amount = &node;
  Operation operation = handle.usual;
  std::string full = key;
  if (const Table* table = node.table()) {
    const auto found = table->entries.size() == 1
                           ? std::find(operations.begin(), operations.end(),
                                       std::string_view(table->entries[0].key))
                           : operations.end();
    if (found == operations.end()) {
      problems.push_back({node.place, key, "it does not say one way to change the number",
                          "it is added to, multiplied, or moved to a target",
                          "write a number, or one of {add = x}, {multiply = x}, {move_to = x}"});
      return {};
    }
    operation = static_cast<Operation>(found - operations.begin());
    amount = &table->entries[0].value;
    full = join_key(key, *found);
  }
  const double fallback = operation == handle.usual ? handle.fallback : untouched;
  const SettingFacts facts{full,
                           std::isnan(fallback) ? 0 : fallback,
                           amounts_of(operation, handle),
                           handle.unit,
                           handle.meaning,
                           {}};
  const auto number = read_number(*amount, facts, problems);
  return number ? Change{operation, *number} : Change{};
}

bool changes_anything(const Intervention& one) {
  const Kind& kind = *one.kind;
  return kind.act != nullptr || kind.happening != nullptr || kind.redesigns_a_journey ||
         std::any_of(one.changes.begin(), one.changes.end(),
                     [](const Change& change) { return change.does_anything(); });
}

}  // namespace

std::span<const ScopeName> scope_keys() { return scope_names; }

InterventionReader::InterventionReader(const Node& root, Scenario& scenario, Problems& problems)
    : root_(root),
      scenario_(scenario),
      problems_(problems),
      departments_("department", scenario.world.company.departments),
      touchpoints_("touchpoint", scenario.world.touchpoints),
      journeys_("journey", scenario.world.journeys),
      root_causes_("root cause", scenario.world.company.root_causes),
      segments_("segment", scenario.world.segments) {}

void InterventionReader::read() {
  read_list("intervention", Nature::intervention);
  read_list("shock", Nature::shock);
  check_redesigns();
  read_arms();
}

// Each by itself, whether or not an arm applies it.
void InterventionReader::check_redesigns() {
  const World& world = scenario_.world;
  for (const Intervention& one : scenario_.interventions) {
    if (!one.redesign.journey.exists()) continue;
    const auto ways = ways_of({&one, 1}, world.touchpoints, world.journeys);
    if (!ways) problems_.insert(problems_.end(), ways.problems().begin(), ways.problems().end());
  }
}

void InterventionReader::complain(const Place& place, std::string key, std::string what,
                                  std::string why, std::string cure) {
  problems_.push_back({place, std::move(key), std::move(what), std::move(why), std::move(cure)});
}

void InterventionReader::read_list(const char* key, Nature nature) {
  for (const NamedTable& table : named_tables(root_, key, problems_)) {
    for (const Intervention& earlier : scenario_.interventions)
      if (earlier.name == table.name)
        complain(table.node->place, table.path,
                 "an intervention has the name \"" + table.name + "\" already",
                 "arms apply interventions and shocks by name", "give the shock another name");
    read_one(table, nature);
  }
}

void InterventionReader::read_one(const NamedTable& table, Nature nature) {
  const Kind* kind = read_kind(table, nature);
  if (kind == nullptr) return;
  Intervention one = usual(*kind);
  one.name = one.title = table.name;
  one.place = table.node->place;
  if (const Node* title = table.node->find("title")) {
    const SettingFacts facts{join_key(table.path, "title"), 0, {}, "text",
                             "name shown to people",        {}};
    if (const auto text = read_text(*title, facts, problems_)) one.title = *text;
  }
  check_keys(table, *kind);
  read_timing(table, one);
  read_scope(table, one);
  read_changes(table, one);
  if (kind->redesigns_a_journey) read_redesign(table, one);
  const std::string_view refused = kind->refusal != nullptr ? kind->refusal(one) : "";
  if (refused.empty() && !changes_anything(one))
    complain(one.place, table.path, "it changes nothing",
             "its arm would be the baseline under another name",
             "write one of its own numbers: cxsim reference lists them by kind");
  if (!refused.empty())
    complain(one.place, table.path, std::string(refused),
             "without it, it would not be what it is called", "complete or correct the table");
  for (const Intervention& earlier : scenario_.interventions)
    if (earlier.kind == kind) ++one.number;
  scenario_.interventions.push_back(std::move(one));
}

const Kind* InterventionReader::read_kind(const NamedTable& table, Nature nature) {
  const bool is_shock = nature == Nature::shock;
  const char* noun = is_shock ? "shock" : "intervention";
  const Node* node = table.node->find("kind");
  const std::string key = join_key(table.path, "kind");
  if (node == nullptr) {
    complain(table.node->place, key, fmt::format("the {} has no kind", noun),
             "the kind says what it does",
             fmt::format("add kind = \"...\", one of: {}", fmt::join(kinds_of(nature), ", ")));
    return nullptr;
  }
  const std::string word = node->text() ? *node->text() : describe(*node);
  const Kind* kind = find_kind(word);
  if (kind != nullptr && kind->nature == nature) return kind;
  if (kind != nullptr) {
    complain(node->place, key, fmt::format("\"{}\" is no kind of {}", word, noun),
             is_shock ? "the firm chooses it; it does not befall the firm"
                      : "it befalls the firm; the firm does not choose it",
             fmt::format("write the table as [[{}]]", is_shock ? "intervention" : "shock"));
    return nullptr;
  }
  complain(node->place, key, fmt::format("there is no kind of {} called \"{}\"", noun, word),
           "the kind says what it does",
           spelling_cure(word, kinds_of(nature), fmt::format("kinds of {}", noun)));
  return nullptr;
}

void InterventionReader::check_keys(const NamedTable& table, const Kind& kind) {
  const std::vector<std::string_view> keys = keys_of(kind);
  for (const Entry& entry : table.node->table()->entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
    if (is_scope_key(entry.key))
      complain(entry.place, join_key(table.path, entry.key),
               fmt::format("{} cannot be confined by {}", kind.name, entry.key),
               "it would act everywhere, and the result would look as if it had not",
               where_it_can_act(kind));
    else
      problems_.push_back(unknown_key(entry, table.path, keys));
  }
}

void InterventionReader::read_timing(const NamedTable& table, Intervention& one) {
  std::vector<std::string_view> present;
  for (const Entry& entry : table.node->table()->entries) present.push_back(entry.key);
  read_section(*table.node, table.path, one.timing, problems_, present);
  const std::int64_t days = months_in(scenario_.world.simulation) * days_per_month;
  if (one.timing.start < days) return;
  const Node* start = table.node->find("start");
  complain(start != nullptr ? start->place : table.node->place, join_key(table.path, "start"),
           fmt::format("it begins on day {}, but results end after {} days of whole months",
                       one.timing.start, days),
           "it would never act, and its arm would look as if it had no effect",
           fmt::format("begin before day {}, or set simulation.days to more", days));
}

const Node* InterventionReader::in_scope(const NamedTable& table, ScopeKey which, const char* key,
                                         const Kind& kind) {
  return allows(kind.scopes, which) ? table.node->find(key) : nullptr;
}

template <class Id>
void InterventionReader::read_names(const NamedTable& table, ScopeKey which, const char* key,
                                    const NameIndex& index, const Kind& kind, Some<Id>& some) {
  const Node* list = in_scope(table, which, key, kind);
  if (list == nullptr) return;
  const std::string path = join_key(table.path, key);
  if (list->array() == nullptr) {
    problems_.push_back(wrong_type(*list, path, "a list of names", "it can act in several places",
                                   fmt::format("write {} = [\"...\"]", key)));
    return;
  }
  if (list->array()->empty())
    complain(list->place, path, "the list is empty", "it would act everywhere, not nowhere",
             fmt::format("leave {} out, or name where it acts", key));
  for (const Node& name : *list->array())
    if (const auto found = index.find(name, path, problems_)) some.add(Id(*found));
}

void InterventionReader::read_scope(const NamedTable& table, Intervention& one) {
  const Kind& kind = *one.kind;
  Scope& s = one.scope;
  read_names(table, ScopeKey::departments, "departments", departments_, kind, s.departments);
  read_names(table, ScopeKey::touchpoints, "touchpoints", touchpoints_, kind, s.touchpoints);
  read_names(table, ScopeKey::journeys, "journeys", journeys_, kind, s.journeys);
  read_names(table, ScopeKey::root_causes, "root_causes", root_causes_, kind, s.root_causes);
  read_names(table, ScopeKey::segments, "segments", segments_, kind, s.segments);
  read_names(table, ScopeKey::value_tiers, "value_tiers", NameIndex("value tier", tiers), kind,
             s.value_tiers);
  if (const Node* share = in_scope(table, ScopeKey::share, "share", kind)) {
    const SettingFacts facts{join_key(table.path, "share"), 1, share_range, "share",
                             "share of people it reaches",  {}};
    if (const auto number = read_number(*share, facts, problems_)) s.share = *number;
  }
}

void InterventionReader::read_changes(const NamedTable& table, Intervention& one) {
  const Kind& kind = *one.kind;
  for (std::size_t h = 0; h < kind.handles.size(); ++h) {
    const Handle& handle = kind.handles[h];
    if (const Node* node = table.node->find(handle.key))
      one.changes[h] = read_change(*node, handle, join_key(table.path, handle.key), problems_);
  }
  for (std::size_t k = 0; k < kind.parameters.size(); ++k) {
    const Parameter& parameter = kind.parameters[k];
    const Node* node = table.node->find(parameter.key);
    if (node == nullptr) continue;
    const SettingFacts facts{join_key(table.path, parameter.key),
                             parameter.fallback,
                             parameter.range,
                             parameter.unit,
                             parameter.meaning,
                             {}};
    if (const auto number = read_number(*node, facts, problems_)) one.parameters[k] = *number;
  }
}

void InterventionReader::read_redesign(const NamedTable& table, Intervention& one) {
  JourneyRedesign& redesign = one.redesign;
  if (const Node* journey = table.node->find("journey"))
    if (const auto found = journeys_.find(*journey, join_key(table.path, "journey"), problems_))
      redesign.journey = JourneyId(*found);
  read_steps(table, touchpoints_, redesign.steps, problems_);
  read_edges(table, redesign.edges, problems_);
  const Node* remove = table.node->find("remove");
  if (remove == nullptr) return;
  const std::string path = join_key(table.path, "remove");
  if (remove->array() == nullptr) {
    problems_.push_back(wrong_type(*remove, path, "a list of touchpoints",
                                   "several can be taken out", "write remove = [\"...\"]"));
    return;
  }
  for (const Node& name : *remove->array())
    if (touchpoints_.find(name, path, problems_)) redesign.remove.push_back(*name.text());
}

void InterventionReader::read_arms() {
  scenario_.arms.push_back({"baseline", "Baseline", {}, {}});
  for (const NamedTable& table : named_tables(root_, "arm", problems_)) {
    Arm arm{table.name, table.name, {}, {}};
    read_arm(table, arm);
    if (arm.name != "baseline") {
      scenario_.arms.push_back(std::move(arm));
    } else if (arm.apply.empty()) {
      scenario_.arms.front().title = arm.title;
    } else {
      complain(table.node->place, table.path, "the baseline applies something",
               "it is what every other arm is compared with: the firm as it is",
               "give the arm another name; compare --against can name any arm");
    }
  }
}

void InterventionReader::read_arm(const NamedTable& table, Arm& arm) {
  constexpr std::array<std::string_view, 3> keys = {"name", "title", "apply"};
  for (const Entry& entry : table.node->table()->entries)
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
      problems_.push_back(unknown_key(entry, table.path, keys));
  if (const Node* title = table.node->find("title")) {
    const SettingFacts facts{join_key(table.path, "title"), 0, {}, "text",
                             "name shown to people",        {}};
    if (const auto text = read_text(*title, facts, problems_)) arm.title = *text;
  }
  const Node* apply = table.node->find("apply");
  if (apply == nullptr) return;
  const std::string key = join_key(table.path, "apply");
  if (apply->array() == nullptr) {
    problems_.push_back(wrong_type(*apply, key, "a list of names",
                                   "an arm can apply several interventions and shocks",
                                   "write apply = [], or names in quotes between the brackets"));
    return;
  }
  const NameIndex names("intervention or shock", scenario_.interventions);
  std::vector<Intervention> applied;
  for (const Node& name : *apply->array()) {
    const auto found = names.find(name, key, problems_);
    if (!found) continue;
    const std::string& word = *name.text();
    if (std::find(arm.apply.begin(), arm.apply.end(), word) != arm.apply.end())
      complain(name.place, key, "\"" + word + "\" is applied twice",
               "an intervention is done or not; its strength says how much",
               "name it once, or set its strength to 2");
    arm.apply.push_back(word);
  }
  // In the order of the scenario, so that the order of `apply` means nothing.
  for (const Intervention& one : scenario_.interventions)
    if (std::find(arm.apply.begin(), arm.apply.end(), one.name) != arm.apply.end())
      applied.push_back(one);
  if (!problems_.empty()) return;
  auto programme =
      Programme::of(std::move(applied), scenario_.world.touchpoints, scenario_.world.journeys);
  if (programme)
    arm.programme = std::move(*programme);
  else
    problems_.insert(problems_.end(), programme.problems().begin(), programme.problems().end());
}

}  // namespace cxsim
