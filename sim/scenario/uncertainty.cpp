#include "scenario/uncertainty.hpp"

#include <algorithm>
#include <utility>

#include "scenario/assumption.hpp"
#include "scenario/override.hpp"
#include "scenario/scenario.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

// A key in quotes holds the whole path.
std::string path_of(const std::string& path, const std::string& key) {
  const bool is_whole = path.empty() && key.find('.') != std::string::npos;
  return is_whole ? canonical_key(key) : key_with(path, key);
}

std::string in_words(const Place& place) {
  return place.file.empty() ? "on the command line"
                            : "in " + place.file + ":" + std::to_string(place.line);
}

// A key in other quotes than those of a base stands beside the base's, not in its place.
void add(std::vector<UncertainSetting>& found, UncertainSetting one, Problems& problems) {
  const auto before = std::find_if(found.begin(), found.end(), [&](const UncertainSetting& other) {
    return other.key == one.key;
  });
  if (before == found.end())
    found.push_back(std::move(one));
  else
    problems.push_back({one.place, "uncertainty." + one.key,
                        "it has a distribution already, " + in_words(before->place),
                        "a setting is drawn from one of them",
                        "remove one; to override the other, spell the key as it is spelled there"});
}

void read_below(const Node& table, const std::string& path, std::vector<UncertainSetting>& found,
                Problems& problems) {
  for (const Entry& entry : table.table()->entries) {
    const std::string key = path_of(path, entry.key);
    if (entry.value.table() == nullptr)
      problems.push_back({entry.value.place, "uncertainty." + key,
                          "expected a distribution, found " + describe(entry.value),
                          "a setting is uncertain by a distribution",
                          "write {distribution = \"uniform\", low = …, high = …}"});
    else if (entry.value.find("distribution") == nullptr)
      read_below(entry.value, key, found, problems);
    else if (const auto d = read_distribution(entry.value, "uncertainty." + key, problems))
      add(found, {key, *d, entry.place.line > 0 ? entry.place : entry.value.place}, problems);
  }
}

bool is_known(const std::vector<UncertainSetting>& all, const std::string& key) {
  return std::any_of(all.begin(), all.end(),
                     [&](const UncertainSetting& one) { return one.key == key; });
}

void add_swing(std::vector<UncertainSetting>& all, const Assumption& one) {
  const std::string key = canonical_key(one.key);
  if (is_known(all, key) || one.value == 0 || !(one.low < one.high)) return;
  all.push_back({key, {DistributionKind::uniform, {one.low, one.high, 0}, {}}});
}

}  // namespace

std::vector<UncertainSetting> read_uncertainty(const Node& root, Problems& problems) {
  std::vector<UncertainSetting> found;
  const Node* table = root.find("uncertainty");
  if (table == nullptr) return found;
  if (table->table() == nullptr)
    problems.push_back({table->place, "uncertainty", "expected a table, found " + describe(*table),
                        "it names settings and their distributions",
                        "begin it with [uncertainty]"});
  else
    read_below(*table, "", found, problems);
  return found;
}

std::vector<UncertainSetting> uncertain_settings(const Scenario& scenario) {
  std::vector<UncertainSetting> all = scenario.uncertainty;
  for (const Assumption& one : number_settings(scenario.world))
    if (one.tag == Tag::assumption) add_swing(all, one);
  for (const Arm& arm : scenario.arms)
    for (const Intervention& intervention : arm.programme.interventions())
      add_swing(all, effectiveness_of(intervention));
  std::erase_if(all, [](const UncertainSetting& one) {
    return one.distribution.kind == DistributionKind::none;
  });
  return all;
}

}  // namespace cxsim
