// From the tree of a scenario file to a scenario that can run, with every problem told at once.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "scenario/expectation_reader.hpp"
#include "scenario/firm_reader.hpp"
#include "scenario/inheritance.hpp"
#include "scenario/intervention_reader.hpp"
#include "scenario/override.hpp"
#include "scenario/scenario.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/sections.hpp"
#include "scenario/spelling.hpp"
#include "scenario/toml_reader.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 16> named_sections = {
    "department", "root_cause",   "touchpoint",  "journey", "segment", "rival",
    "stage",      "intervention", "shock",       "arm",     "expect",  "record",
    "measured",   "about",        "uncertainty", "extends"};
constexpr std::array<std::string_view, 4> company_names = {"cx_owner", "recovery_department",
                                                           "sales_touchpoint", "care_for"};
constexpr std::array<std::string_view, 5> care_targets = {"nobody", "top_value", "bottom_value",
                                                          "random", "everybody"};

// Every file after a line with its name; folders are left out, for they differ between machines.
std::string as_written(const Document& document) {
  std::string all;
  for (const Source& source : document.sources) {
    all += "# ==== " + std::filesystem::path(source.file).filename().string() + " ====\n" +
           source.text;
    if (!source.text.empty() && source.text.back() != '\n') all += '\n';
  }
  if (document.overrides.empty()) return all;
  all += "# ==== command line ====\n";
  for (const std::string& assignment : document.overrides) all += "# --set " + assignment + "\n";
  return all;
}

class ScenarioReader {
 public:
  explicit ScenarioReader(Document document) : document_(std::move(document)) {}

  Problems read_problems() {
    auto scenario = read();
    return scenario ? Problems{} : scenario.problems();
  }

  Result<Scenario> read() {
    World& world = scenario_.world;
    set_defaults();
    map_keys();
    check_keys(document_.root, "");
    read_single_sections();
    read_record();
    read_care();
    const std::size_t before = problems_.size();
    FirmReader(document_.root, world, problems_).read();
    if (problems_.size() == before) {  // what follows refers to the firm
      InterventionReader(document_.root, scenario_, problems_).read();
      read_expectations(document_.root, scenario_, problems_);
    }
    scenario_.uncertainty = read_uncertainty(document_.root, problems_);
    check_consistency();
    if (!problems_.empty()) return problems_;
    settle_names();
    prepare(world);
    scenario_.as_written = as_written(document_);
    return std::move(scenario_);
  }

 private:
  void set_defaults() {
    for_each_single_section(scenario_.world, [](const std::string&, auto& section) {
      section = defaults<std::remove_reference_t<decltype(section)>>();
    });
    scenario_.record = defaults<RecordSettings>();
    scenario_.life_event_kinds = LifeEventKinds::all();
    scenario_.about = defaults<AboutScenario>();
    scenario_.measured = defaults<Measured>();
  }

  // What may stand in each table that holds single settings.
  void map_keys() {
    for (const std::string_view name : named_sections) allowed_[""].emplace_back(name);
    for (const std::string_view name : company_names) allowed_["company"].emplace_back(name);
    for_each_single_section(scenario_.world, [&](const std::string& path, auto& section) {
      using Section = std::remove_reference_t<decltype(section)>;
      for (const std::string_view key : key_names<Section>()) allowed_[path].emplace_back(key);
      const std::size_t dot = path.find('.');
      const std::string parent = dot == std::string::npos ? "" : path.substr(0, dot);
      if (!parent.empty()) allow_once("", parent);
      allow_once(parent, dot == std::string::npos ? path : path.substr(dot + 1));
    });
  }

  void allow_once(const std::string& path, const std::string& key) {
    std::vector<std::string>& keys = allowed_[path];
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }

  void check_keys(const Node& table, const std::string& path) {
    const std::vector<std::string>& keys = allowed_[path];
    const std::vector<std::string_view> allowed(keys.begin(), keys.end());
    for (const Entry& entry : table.table()->entries) {
      const std::string full = path.empty() ? entry.key : path + "." + entry.key;
      if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
        problems_.push_back(unknown_key(entry, path, allowed));
      } else if (allowed_.count(full) > 0 && is_table(entry.value, full, problems_)) {
        check_keys(entry.value, full);
      }
    }
  }

  void read_single_sections() {
    for_each_single_section(scenario_.world, [&](const std::string& path, auto& section) {
      const Node* node = find_table(path);
      if (node == nullptr) return;
      // Keys were checked already; each section reads its own and passes over the others.
      std::vector<std::string_view> present;
      for (const Entry& entry : node->table()->entries) present.push_back(entry.key);
      read_section(*node, path, section, problems_, present);
    });
    if (const Node* about = find_table("about"))
      read_section(*about, "about", scenario_.about, problems_);
    if (const Node* measured = document_.root.find("measured"))
      read_section(*measured, "measured", scenario_.measured, problems_);
  }

  const Node* find_table(const std::string& path) const {
    const std::size_t dot = path.find('.');
    const Node* node = document_.root.find(path.substr(0, dot));
    if (node != nullptr && dot != std::string::npos) node = node->find(path.substr(dot + 1));
    return node != nullptr && node->table() != nullptr ? node : nullptr;
  }

  void read_record() {
    const Node* record = document_.root.find("record");
    if (record == nullptr || !is_table(*record, "record", problems_)) return;
    Node plain = *record;
    for (Entry& entry : plain.table()->entries)
      if (entry.key == "life_event_kinds")
        entry.value = in_one_text(entry.value);
      else if (entry.value.text() != nullptr && *entry.value.text() == "all")
        entry.value = Node{everybody, entry.value.place};
    read_section(plain, "record", scenario_.record, problems_);
    read_life_event_kinds(*record);
  }

  // A list of texts as one text with spaces between; anything else as it is.
  static Node in_one_text(const Node& list) {
    if (list.array() == nullptr) return list;
    std::string text;
    for (const Node& word : *list.array()) {
      if (word.text() == nullptr) return list;
      text += (text.empty() ? "" : " ") + *word.text();
    }
    return Node{text, list.place};
  }

  void read_life_event_kinds(const Node& record) {
    const std::string& words = scenario_.record.life_event_kinds;
    LifeEventKinds& kinds = scenario_.life_event_kinds;
    kinds = words == "all" ? LifeEventKinds::all() : LifeEventKinds();
    if (words == "all") return;
    const Node* node = record.find("life_event_kinds");
    std::istringstream each(words);
    for (std::string word; each >> word;) {
      const auto found = std::find(life_event_names.begin(), life_event_names.end(), word);
      if (found == life_event_names.end())
        problems_.push_back({node->place, "record.life_event_kinds",
                             "no kind of event is called \"" + word + "\"",
                             "a result file keeps the kinds that are named",
                             spelling_cure(word, life_event_names, "kinds of events")});
      else
        kinds.add(static_cast<LifeEventKind>(found - life_event_names.begin()));
    }
  }

  void read_care() {
    const Node* company = find_table("company");
    const Node* care = company != nullptr ? company->find("care_for") : nullptr;
    if (care == nullptr) return;
    const std::string word = care->text() != nullptr ? *care->text() : describe(*care);
    const auto found = std::find(care_targets.begin(), care_targets.end(), word);
    if (found == care_targets.end()) {
      problems_.push_back({care->place, "company.care_for", "nobody is called \"" + word + "\"",
                           "care goes to a group of customers",
                           spelling_cure(word, care_targets, "groups")});
      return;
    }
    scenario_.world.company.care_for = static_cast<CareFor>(found - care_targets.begin());
  }

  void complain(const std::string& key, std::string what, std::string why, std::string cure) {
    Place place{document_.root.place.file, 0};
    const std::size_t dot = key.rfind('.');
    if (const Node* table = find_table(key.substr(0, dot)))
      if (const Node* value = table->find(key.substr(dot + 1))) place = value->place;
    problems_.push_back({place, key, std::move(what), std::move(why), std::move(cure)});
  }

  void check_consistency() {
    const World& w = scenario_.world;
    if (w.simulation.days < 30)
      complain("simulation.days", "there is no whole month in these days",
               "results are kept by months of 30 days", "simulate 30 days or more");
    if (!is_date(w.simulation.start_date))
      complain("simulation.start_date", "\"" + w.simulation.start_date + "\" is not a date",
               "results are dated from it", "write a date such as 2026-01-01");
    if (w.customer.trust.calm_below > w.customer.trust.hostile_above)
      complain("customer.trust.calm_below", "it lies above hostile_above",
               "hostility would end before it begins", "set it to hostile_above or less");
    if (w.customer.recovery.chance_low > w.customer.recovery.chance_high)
      complain("customer.recovery.chance_low", "it lies above chance_high",
               "no chance lies between the two", "set it to chance_high or less");
    if (w.customer.quality.failure_low > w.customer.quality.failure_high)
      complain("customer.quality.failure_low", "it lies above failure_high",
               "the mildest failure would be worse than the worst", "swap the two");
    if (w.company.policy.care > 0 && w.company.care_for == CareFor::nobody)
      complain("company.care", "care is given, but to nobody",
               "top-value customers would resent what nobody receives",
               "say who is chosen: care_for = \"top_value\", or set care to 0");
    if (w.customer.loyalty.period != floor_of(w.customer.loyalty.period))
      complain("customer.loyalty.period", "it is not a whole number of days",
               "a person lives in whole days", "round it");
  }

  static bool is_date(const std::string& text) {
    int y = 0;
    unsigned m = 0, d = 0;
    char rest = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%d-%u-%u%c", &y, &m, &d, &rest) != 3)
      return false;
    return std::chrono::year_month_day(std::chrono::year(y), std::chrono::month(m),
                                       std::chrono::day(d))
        .ok();
  }

  // Owners that a scenario does not name fall to its first department.
  void settle_names() {
    CompanyPlan& company = scenario_.world.company;
    if (!company.recovery_department.exists())
      company.recovery_department = company.cx_owner.exists() ? company.cx_owner : DepartmentId(0);
  }

  Document document_;
  Scenario scenario_{};
  Problems problems_;
  std::map<std::string, std::vector<std::string>> allowed_;
};

DefaultNames names_by_default() {
  DefaultNames names{{"department", {}},    {"root_cause", {}},         {"touchpoint", {}},
                     {"journey", {}},       {"segment", {"everybody"}}, {"rival", {"rival"}},
                     {"arm", {"baseline"}}, {"intervention", {}},       {"shock", {}},
                     {"expect", {}}};
  for (const MaturityStage& stage : default_stages) names["stage"].emplace_back(stage.name);
  return names;
}

// Of all assignments, each seen by itself.
Problems problems_of(Document document, const std::vector<std::string>& overrides,
                     const DefaultNames& names) {
  Problems problems;
  for (const std::string& assignment : overrides) {
    const Problems found = apply_override(document, assignment, names);
    problems.insert(problems.end(), found.begin(), found.end());
  }
  return problems;
}

Result<Document> with_overrides(const Document& document,
                                const std::vector<std::string>& overrides) {
  static const DefaultNames names = names_by_default();
  Document changed = document;
  for (const std::string& assignment : overrides)
    if (!override_in_place(changed, assignment, names).empty())
      return problems_of(document, overrides, names);
  return changed;
}

// Values that show whether the setting can be what its distribution may make it: both ends, and
// where both are whole numbers, one between them that is not.
std::vector<std::string> extremes_of(const Distribution& d) {
  if (d.kind == DistributionKind::listed) return d.values;
  if (d.kind == DistributionKind::none) return {};
  const double low = d.at[0];
  if (!is_bounded(d)) return {plain_number(low)};
  const double high = d.kind == DistributionKind::triangular ? d.at[2] : d.at[1];
  std::vector<std::string> texts{plain_number(low), plain_number(high)};
  const bool are_whole = std::floor(low) == low && std::floor(high) == high;
  if (are_whole && d.kind != DistributionKind::integer)
    texts.push_back(plain_number(low + .38196601125 * (high - low)));
  return texts;
}

Document without_uncertainty(Document document) {
  std::erase_if(document.root.table()->entries,
                [](const Entry& entry) { return entry.key == "uncertainty"; });
  return document;
}

// Problems of settings that cannot take what [uncertainty] may give them.
Problems check_uncertainty(const Document& document, const Scenario& scenario) {
  Problems problems;
  for (const UncertainSetting& one : scenario.uncertainty)
    for (const std::string& value : extremes_of(one.distribution)) {
      auto changed = with_overrides(document, {one.key + "=" + value});
      const Problems found =
          changed ? ScenarioReader(std::move(*changed)).read_problems() : changed.problems();
      if (found.empty()) continue;
      problems.push_back({one.place, "uncertainty." + one.key,
                          "with " + value + ": " + found.front().what, found.front().why,
                          found.front().cure});
      break;
    }
  return problems;
}

// With the [uncertainty] checked, which takes readings of its own.
Result<Scenario> read_whole(const Document& document) {
  auto scenario = ScenarioReader(document).read();
  if (!scenario) return scenario;
  const Problems problems = check_uncertainty(without_uncertainty(document), *scenario);
  if (!problems.empty()) return problems;
  return scenario;
}

Result<Document> read_document(const std::string& path, const std::vector<std::string>& overrides) {
  auto document = read_scenario_document(path);
  return document ? with_overrides(*document, overrides) : std::move(document);
}

Result<Document> read_resolved_document(const std::string& resolved, const std::string& file,
                                        const std::vector<std::string>& overrides) {
  auto document = read_toml_text(resolved, file);
  return document ? with_overrides(*document, overrides) : std::move(document);
}

// What made a result stays on record, unless it was changed.
Result<Scenario> read_whole_resolved(const Document& document, const std::string& as_written) {
  auto scenario = read_whole(document);
  if (scenario && document.overrides.empty()) scenario->as_written = as_written;
  return scenario;
}

}  // namespace

Result<Scenario> read_scenario(const std::string& path, const std::vector<std::string>& overrides) {
  const auto document = read_document(path, overrides);
  if (!document) return document.problems();
  return read_whole(*document);
}

Result<Scenario> read_resolved_scenario(const std::string& resolved, const std::string& as_written,
                                        const std::string& file,
                                        const std::vector<std::string>& overrides) {
  const auto document = read_resolved_document(resolved, file, overrides);
  if (!document) return document.problems();
  return read_whole_resolved(*document, as_written);
}

ScenarioFamily::ScenarioFamily(Scenario base, Document document)
    : base_(std::move(base)), document_(without_uncertainty(std::move(document))) {}

Result<ScenarioFamily> ScenarioFamily::read(const std::string& path,
                                            const std::vector<std::string>& overrides) {
  auto document = read_document(path, overrides);
  if (!document) return document.problems();
  auto scenario = read_whole(*document);
  if (!scenario) return scenario.problems();
  return ScenarioFamily(std::move(*scenario), std::move(*document));
}

Result<ScenarioFamily> ScenarioFamily::read_resolved(const std::string& resolved,
                                                     const std::string& as_written,
                                                     const std::string& file,
                                                     const std::vector<std::string>& overrides) {
  auto document = read_resolved_document(resolved, file, overrides);
  if (!document) return document.problems();
  auto scenario = read_whole_resolved(*document, as_written);
  if (!scenario) return scenario.problems();
  return ScenarioFamily(std::move(*scenario), std::move(*document));
}

std::vector<UncertainSetting> ScenarioFamily::uncertain() const {
  std::vector<UncertainSetting> all = uncertain_settings(base_);
  std::erase_if(all, [&](const UncertainSetting& one) {
    const std::vector<std::string> values = extremes_of(one.distribution);
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& value) { return !with({one.key + "=" + value}); });
  });
  return all;
}

Result<Scenario> ScenarioFamily::with(const std::vector<std::string>& overrides) const {
  auto document = with_overrides(document_, overrides);
  if (!document) return document.problems();
  return ScenarioReader(std::move(*document)).read();
}

}  // namespace cxsim
