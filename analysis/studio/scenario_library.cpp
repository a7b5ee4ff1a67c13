#include "analysis/studio/scenario_library.hpp"

#include <algorithm>
#include <filesystem>

#include "scenario/inheritance.hpp"
#include "scenario/scenario.hpp"
#include "scenario/toml_reader.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

// Titles of bases are told by the base alone: the scenario has one of its own.
std::string title_in(const Source& source) {
  const auto document = read_toml_text(source.text, source.file);
  if (!document) return {};
  const Node* about = document->root.find("about");
  const Node* title = about != nullptr ? about->find("title") : nullptr;
  return title != nullptr && title->text() != nullptr ? *title->text() : std::string();
}

// Of the last base, which every other file of the chain extends.
std::string firm_of(const std::string& path) {
  const auto document = read_scenario_document(path);
  const bool extends = document && document->sources.size() > 1;
  return extends ? title_in(document->sources.back()) : std::string();
}

bool is_in_lessons(const OfferedScenario& offered) {
  return offered.in_library && fs::path(offered.said).parent_path() == fs::path("library");
}

Json entry_json(const ScenarioLibrary::Entry& entry) {
  const auto scenario = read_scenario(entry.path, {});
  const AboutScenario about = scenario ? scenario->about : AboutScenario{};
  return {{"name", entry.name},
          {"title", scenario ? about.title : entry.name + " (not in order: see cxsim check)"},
          {"question", about.question},
          {"concept", about.concept_taught},
          {"look_for", about.look_for},
          {"weakness", about.weakness},
          {"firm", firm_of(entry.path)},
          {"is_lesson", is_in_lessons(entry) && scenario && !scenario->expectations.empty()}};
}

}  // namespace

ScenarioLibrary::ScenarioLibrary(const std::vector<OfferedScenario>& offered) {
  for (const OfferedScenario& one : offered) {
    const std::string stem = fs::path(one.path).stem().string();
    entries_.push_back({one, find(stem) == nullptr ? stem : one.said});
  }
}

const ScenarioLibrary::Entry* ScenarioLibrary::find(std::string_view name) const {
  const auto first = [&](auto matches) {
    const auto found = std::find_if(entries_.begin(), entries_.end(), matches);
    return found == entries_.end() ? nullptr : &*found;
  };
  if (const Entry* named = first([&](const Entry& entry) { return entry.name == name; }))
    return named;
  return first([&](const Entry& entry) { return entry.said == name; });
}

std::vector<OfferedScenario> offered_by_library(const std::string& folder,
                                                const std::vector<std::string>& paths) {
  std::vector<OfferedScenario> offered;
  for (const std::string& path : paths)
    offered.push_back({(fs::path(folder) / path).string(), path, true});
  return offered;
}

Json library_json(const ScenarioLibrary& library) {
  Json list = Json::array();
  for (const ScenarioLibrary::Entry& entry : library.entries()) list.push_back(entry_json(entry));
  return list;
}

}  // namespace cxsim
