#include "scenario/firm_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scenario/section_reader.hpp"
#include "scenario/spelling.hpp"
#include "scenario/ways_reader.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 1> name_only = {"name"};
constexpr std::array<std::string_view, 2> owned_keys = {"name", "owner"};
constexpr std::array<std::string_view, 8> touchpoint_keys = {
    "name", "owner", "root_cause", "direct", "weights", "facets", "levels", "quality"};
constexpr std::array<std::string_view, 4> journey_keys = {"name", "root_cause", "steps", "edges"};
constexpr std::array<std::string_view, 2> segment_keys = {"name", "needs"};

// Reads the rows of a table into a section at its defaults.
template <class Section>
Section read_table(const NamedTable& table, std::span<const std::string_view> also,
                   Problems& problems) {
  Section section = defaults<Section>();
  read_section(*table.node, table.path, section, problems, also);
  return section;
}

template <class Thing>
void name_it(const NamedTable& table, Thing& thing) {
  thing.name = table.name;
  if (thing.title.empty()) thing.title = table.name;
}

// Where a table was last written to: a file may change single keys of its base's table.
Place last_written(const Node& table) {
  for (const Entry& entry : table.table()->entries)
    if (entry.value.place.file != table.place.file) return entry.value.place;
  return table.place;
}

bool is_reserved(std::string_view name) {
  for (std::size_t k = 0; k < landmark_count; ++k)
    if (name == name_of(static_cast<Landmark>(k))) return true;
  return false;
}

}  // namespace

FirmReader::FirmReader(const Node& root, World& world, Problems& problems)
    : root_(root),
      world_(world),
      problems_(problems),
      departments_(named_tables(root, "department", problems)),
      root_causes_(named_tables(root, "root_cause", problems)),
      touchpoints_(named_tables(root, "touchpoint", problems)),
      journeys_(named_tables(root, "journey", problems)),
      department_names_("department", departments_),
      root_cause_names_("root cause", root_causes_),
      touchpoint_names_("touchpoint", touchpoints_),
      journey_names_("journey", journeys_) {}

void FirmReader::read() {
  read_departments();
  read_root_causes();
  read_touchpoints();
  read_journeys();
  read_segments();
  read_rivals();
  read_stages();
  read_company_names();
  if (problems_.empty()) read_graph();
}

void FirmReader::complain(const Place& place, std::string key, std::string what, std::string why,
                          std::string cure) {
  problems_.push_back({place, std::move(key), std::move(what), std::move(why), std::move(cure)});
}

void FirmReader::expect_whole(float sum, const Place& place, const std::string& key) {
  constexpr float tolerance = .002f;
  if (magnitude(sum - 1.0f) <= tolerance) return;
  complain(place, key, fmt::format("the shares add up to {:.3g}, not 1", sum),
           "they say how a whole is divided", "change them so that they add up to 1");
}

template <class Tag>
void FirmReader::refer(const NamedTable& table, std::string_view key, const NameIndex& index,
                       Id<Tag>& reference) {
  const Node* value = table.node->find(key);
  if (value == nullptr) return;
  if (value->text() != nullptr && value->text()->empty()) {
    reference = Id<Tag>();
    return;
  }
  if (const auto found = index.find(*value, join_key(table.path, key), problems_))
    reference = Id<Tag>(*found);
}

void FirmReader::read_departments() {
  for (const NamedTable& table : departments_) {
    world_.company.departments.push_back(read_table<Department>(table, name_only, problems_));
    name_it(table, world_.company.departments.back());
  }
  if (!departments_.empty()) return;
  complain({root_.place.file, 0}, "department", "the scenario has no department",
           "touchpoints are owned and worked on by departments",
           "add a [[department]], or extend a base such as bases/broadband.toml");
}

void FirmReader::read_root_causes() {
  for (const NamedTable& table : root_causes_) {
    RootCause cause;
    cause.name = cause.title = table.name;
    for (const Entry& entry : table.node->table()->entries) {
      const std::string key = join_key(table.path, entry.key);
      if (entry.key == "title" && entry.value.text() != nullptr)
        cause.title = *entry.value.text();
      else if (entry.key != "name" && entry.key != "owner")
        problems_.push_back(unknown_key(entry, table.path, owned_keys));
    }
    refer(table, "owner", department_names_, cause.owner);
    if (table.node->find("owner") == nullptr)
      complain(table.node->place, join_key(table.path, "owner"), "the root cause has no owner",
               "the outer loop asks who can fix it", "name a department: owner = \"...\"");
    world_.company.root_causes.push_back(cause);
  }
}

void FirmReader::read_touchpoints() {
  for (const NamedTable& table : touchpoints_) read_touchpoint(table);
  if (!touchpoints_.empty()) return;
  complain({root_.place.file, 0}, "touchpoint", "the scenario has no touchpoint",
           "customers would meet the firm nowhere",
           "add a [[touchpoint]], or extend a base such as bases/broadband.toml");
}

void FirmReader::read_touchpoint(const NamedTable& table) {
  Touchpoint touchpoint = read_table<Touchpoint>(table, touchpoint_keys, problems_);
  name_it(table, touchpoint);
  if (is_reserved(table.name))
    complain(table.node->place, table.path, "\"" + table.name + "\" is a reserved name",
             "journeys begin, are decided and end at vertices of that name",
             "give the touchpoint another name");
  if (const Node* direct = table.node->find("direct")) {
    const SettingFacts facts{join_key(table.path, "direct"),           1, {0, 1}, "flag",
                             "whether customers come here themselves", {}};
    const auto value = read_flag(*direct, facts, problems_);
    if (value && !*value) touchpoint.contact = Contact::indirect;
  }
  refer(table, "root_cause", root_cause_names_, touchpoint.root_cause);
  read_mixes(table, touchpoint);
  read_weights(table, touchpoint);
  world_.touchpoints.push_back(std::move(touchpoint));
}

void FirmReader::read_mixes(const NamedTable& table, Touchpoint& t) {
  t.facets = defaults<FacetMix>();
  t.levels = defaults<LevelWeights>();
  t.quality = defaults<LevelQuality>();
  const auto read = [&](std::string_view key, auto& section) -> const Node* {
    const Node* node = table.node->find(key);
    if (node != nullptr) read_section(*node, join_key(table.path, key), section, problems_);
    return node != nullptr && node->table() != nullptr ? node : nullptr;
  };
  const Node* facet_node = read("facets", t.facets);
  const Node* level_node = read("levels", t.levels);
  read("quality", t.quality);
  const Place& here = table.node->place;
  expect_whole(t.facets.product + t.facets.service + t.facets.ux + t.facets.brand,
               facet_node ? last_written(*facet_node) : here, join_key(table.path, "facets"));
  expect_whole(t.levels.rational + t.levels.emotional + t.levels.sensorial + t.levels.physical,
               level_node ? last_written(*level_node) : here, join_key(table.path, "levels"));
}

void FirmReader::read_weights(const NamedTable& table, Touchpoint& t) {
  t.department_weights.assign(departments_.size(), 0.0f);
  refer(table, "owner", department_names_, t.owner);
  const Node* weights = table.node->find("weights");
  if (weights == nullptr) {
    if (t.owner.exists()) t.department_weights[t.owner.index()] = 1.0f;
  } else if (is_table(*weights, join_key(table.path, "weights"), problems_)) {
    float sum = 0;
    for (const Entry& entry : weights->table()->entries) {
      const std::string key = join_key(join_key(table.path, "weights"), entry.key);
      const auto department = department_names_.find(Node{entry.key, entry.place}, key, problems_);
      const SettingFacts facts{
          key, 0, share_range, "share", "how much of the work here is this department's", {}};
      const auto weight = read_number(entry.value, facts, problems_);
      if (!department || !weight) continue;
      t.department_weights[*department] = *weight;
      sum += *weight;
    }
    expect_whole(sum, last_written(*weights), join_key(table.path, "weights"));
  }
  if (table.node->find("owner") == nullptr)
    complain(table.node->place, join_key(table.path, "owner"), "the touchpoint has no owner",
             "waits, handoffs and skill are its owner's", "name a department: owner = \"...\"");
}

void FirmReader::read_journeys() {
  for (const NamedTable& table : journeys_) read_journey(table);
  read_spawns();
  std::vector<std::string> acquiring;
  Place place;
  for (std::size_t j = 0; j < world_.journeys.size(); ++j) {
    if (!world_.journeys[j].acquires) continue;
    acquiring.push_back(world_.journeys[j].name);
    if (const Node* flag = journeys_[j].node->find("acquires")) place = flag->place;
  }
  if (acquiring.size() > 1)
    complain(place, "journey",
             "more than one journey acquires: " + fmt::format("{}", fmt::join(acquiring, ", ")),
             "a prospect who considers the firm takes one way in",
             "set acquires = true on one of them");
  if (journeys_.empty())
    complain({root_.place.file, 0}, "journey", "the scenario has no journey",
             "customers would have no reason to meet the firm",
             "add a [[journey]], or extend a base such as bases/broadband.toml");
}

void FirmReader::read_journey(const NamedTable& table) {
  Journey journey = read_table<Journey>(table, journey_keys, problems_);
  name_it(table, journey);
  journey.place = table.node->place;
  refer(table, "root_cause", root_cause_names_, journey.root_cause);
  read_steps(table, touchpoint_names_, journey.steps, problems_);
  read_edges(table, journey.edges, problems_);
  world_.journeys.push_back(std::move(journey));
}

void FirmReader::read_spawns() {
  for (std::size_t j = 0; j < world_.journeys.size(); ++j) {
    Journey& journey = world_.journeys[j];
    if (journey.spawned_journey.empty()) continue;
    const Node* value = journeys_[j].node->find("spawns");
    const Place place = value != nullptr ? value->place : journey.place;
    const auto found = journey_names_.find(Node{journey.spawned_journey, place},
                                           join_key(journeys_[j].path, "spawns"), problems_);
    if (found) journey.spawns = JourneyId(*found);
  }
}

void FirmReader::read_segments() {
  Problems& problems = problems_;
  const std::vector<NamedTable> tables = named_tables(root_, "segment", problems);
  for (const NamedTable& table : tables) {
    Segment segment = read_table<Segment>(table, segment_keys, problems_);
    name_it(table, segment);
    read_needs(table, segment);
    world_.segments.push_back(std::move(segment));
  }
  if (!tables.empty()) return;
  Segment everybody_alike = defaults<Segment>();
  everybody_alike.name = everybody_alike.title = "everybody";
  everybody_alike.need_factors.assign(world_.journeys.size(), 1.0f);
  world_.segments.push_back(std::move(everybody_alike));
}

void FirmReader::read_needs(const NamedTable& table, Segment& segment) {
  segment.need_factors.assign(world_.journeys.size(), 1.0f);
  const Node* needs = table.node->find("needs");
  const std::string path = join_key(table.path, "needs");
  if (needs == nullptr || !is_table(*needs, path, problems_)) return;
  for (const Entry& entry : needs->table()->entries) {
    const std::string key = join_key(path, entry.key);
    const auto journey = journey_names_.find(Node{entry.key, entry.place}, key, problems_);
    const SettingFacts facts{
        key, 1, {0, 1000}, "factor", "how often this segment needs the journey, against the others",
        {}};
    const auto factor = read_number(entry.value, facts, problems_);
    if (journey && factor) segment.need_factors[*journey] = *factor;
  }
}

void FirmReader::read_rivals() {
  for (const NamedTable& table : named_tables(root_, "rival", problems_))
    world_.rivals.push_back(read_table<Rival>(table, name_only, problems_));
  if (world_.rivals.empty()) world_.rivals.push_back(defaults<Rival>());
}

void FirmReader::read_stages() {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < stage_count; ++k) {
    world_.company.stages[k] = default_stages[k].levers;
    names.emplace_back(default_stages[k].name);
  }
  for (const NamedTable& table : named_tables(root_, "stage", problems_)) {
    const auto found = std::find(names.begin(), names.end(), table.name);
    if (found == names.end()) {
      complain(table.node->place, table.path, "there is no maturity stage \"" + table.name + "\"",
               "maturity has six stages", spelling_cure(table.name, names, "stages"));
      continue;
    }
    const auto stage = static_cast<std::size_t>(found - names.begin());
    read_section(*table.node, table.path, world_.company.stages[stage], problems_, name_only);
  }
}

void FirmReader::read_company_names() {
  const Node* company = root_.find("company");
  const NamedTable table{"company", "company", company};
  if (company == nullptr || company->table() == nullptr) return;
  refer(table, "cx_owner", department_names_, world_.company.cx_owner);
  refer(table, "recovery_department", department_names_, world_.company.recovery_department);
  refer(table, "sales_touchpoint", touchpoint_names_, world_.company.sales_touchpoint);
}

void FirmReader::read_graph() {
  auto graph = build_graph(world_.touchpoints, world_.journeys);
  if (!graph) {
    problems_.insert(problems_.end(), graph.problems().begin(), graph.problems().end());
    return;
  }
  world_.graph = std::move(*graph);
  const std::vector<std::string> redesigned = touchpoints_of_redesigns(root_);
  const auto is_awaited = [&](const std::string& name) {
    return std::find(redesigned.begin(), redesigned.end(), name) != redesigned.end();
  };
  for (std::size_t t = 0; t < world_.touchpoints.size(); ++t)
    if (world_.touchpoints[t].contact == Contact::direct && degree(Vertex(t), world_.graph) == 0 &&
        !is_awaited(world_.touchpoints[t].name))
      complain(touchpoints_[t].node->place, touchpoints_[t].path,
               "no journey visits the touchpoint", "nobody would ever come here",
               "make it a step of a journey, set direct = false, or take it out");
  const Problems found = check_graph(world_.graph, world_.journeys);
  problems_.insert(problems_.end(), found.begin(), found.end());
}

}  // namespace cxsim
