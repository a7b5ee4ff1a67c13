#include "analysis/studio/chosen_scenario.hpp"

#include <fmt/format.h>

#include <cctype>
#include <filesystem>
#include <fstream>

#include "analysis/page/run_command.hpp"
#include "scenario/spelling.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view changes_file = "changes.toml";

Problem unknown_scenario(const std::string& name, const ScenarioLibrary& library) {
  std::vector<std::string> names;
  for (const auto& entry : library.entries()) names.push_back(entry.name);
  return {{},
          "scenario",
          "there is no scenario " + text_token(name),
          "the studio runs those of its library, and the one it was started with",
          spelling_cure(name, names, "scenarios")};
}

std::string extends_line(const std::string& base) { return "extends = " + text_token(base) + "\n"; }

// As the person wrote it: without the line in front that names the base.
Problems in_their_text(Problems problems, const std::string& path) {
  for (Problem& problem : problems) {
    if (problem.place.file != path) continue;
    problem.place.file = "changes";
    if (problem.place.line > 0) --problem.place.line;
  }
  return problems;
}

Result<ScenarioFamily> read_laid_over(const ScenarioChoice& choice, const std::string& base,
                                      const std::string& folder) {
  const std::string path = (fs::path(folder) / changes_file).string();
  {
    std::ofstream file(path, std::ios::binary);
    file << extends_line(base) << choice.toml << "\n";
    if (!file.flush())
      return Problem{{path, 0},
                     "",
                     "cannot be written",
                     "changes are laid over the scenario as a file",
                     "make room in the folder for temporary files"};
  }
  auto family = ScenarioFamily::read(path, choice.set);
  std::error_code ignored;
  fs::remove(path, ignored);
  if (!family) return in_their_text(family.problems(), path);
  return family;
}

std::string path_of(const ScenarioLibrary::Entry& entry) {
  return fs::absolute(entry.path).lexically_normal().string();
}

// For a comment: on one line, whatever the words hold.
std::string on_one_line(std::string text) {
  for (char& letter : text)
    if (std::iscntrl(static_cast<unsigned char>(letter)) != 0) letter = ' ';
  return text;
}

bool is_changed(const ScenarioChoice& choice) {
  return !choice.set.empty() || !choice.toml.empty();
}

}  // namespace

Result<ScenarioFamily> read_choice(const ScenarioChoice& choice, const ScenarioLibrary& library,
                                   const std::string& folder) {
  const auto* entry = library.find(choice.name);
  if (entry == nullptr) return unknown_scenario(choice.name, library);
  if (choice.toml.empty()) return ScenarioFamily::read(entry->path, choice.set);
  return read_laid_over(choice, path_of(*entry), folder);
}

Scenario as_chosen(const ScenarioChoice& choice, Scenario scenario,
                   const ScenarioLibrary& library) {
  const auto* entry = library.find(choice.name);
  if (entry == nullptr || choice.toml.empty()) return scenario;
  const std::string line = extends_line(path_of(*entry));
  const std::size_t place = scenario.as_written.find(line);
  if (place != std::string::npos)
    scenario.as_written.replace(place, line.size(),
                                extends_line(fs::path(entry->path).filename().string()));
  return scenario;
}

std::string command_of(const ScenarioChoice& choice, const ScenarioLibrary& library) {
  if (!choice.toml.empty()) return "cxsim run " + saved_name(choice) + ".toml";
  const auto* entry = library.find(choice.name);
  std::string command = "cxsim run " + shell_word(entry != nullptr ? entry->run_as() : choice.name);
  for (const std::string& assignment : choice.set) command += " --set " + shell_word(assignment);
  return command;
}

std::string saved_name(const ScenarioChoice& choice) {
  std::string name = fs::path(choice.name).stem().string();
  for (char& letter : name)
    if (std::isalnum(static_cast<unsigned char>(letter)) == 0 && letter != '.' && letter != '-')
      letter = '_';
  return name + (is_changed(choice) ? "_changed" : "_saved");
}

std::string saved_scenario(const ScenarioChoice& choice, const Scenario& scenario,
                           const ScenarioLibrary& library) {
  const std::string file = saved_name(choice) + ".toml";
  std::string made = command_of(choice, library);
  if (!choice.toml.empty()) {
    made = command_of({choice.name, choice.set, {}}, library);
    made += ", with interventions or arms of its own";
  }
  return fmt::format(
      "# {}: saved from cxsim studio. Every setting is written out, so that the file stands by "
      "itself\n# and gives the same numbers again.\n#\n#     made from: {}\n#     run it:    cxsim "
      "run {}\n#     check it:  cxsim check {}\n\n{}",
      on_one_line(scenario.about.title.empty() ? choice.name : scenario.about.title),
      on_one_line(made), file, file, resolved_toml(scenario));
}

}  // namespace cxsim
