// cxsim scenarios: what the library holds.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/console.hpp"
#include "cli/library.hpp"
#include "cli/verbs.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {
namespace {

struct Listed {
  std::string name, title, question;
};

std::vector<Listed> list_library() {
  std::vector<Listed> listed;
  const std::filesystem::path library = library_folder();
  for (const std::string& name : library_scenarios()) {
    const auto scenario = read_scenario((library / name).string(), {});
    listed.push_back(scenario ? Listed{name, scenario->about.title, scenario->about.question}
                              : Listed{name, "(not in order: see cxsim check)", ""});
  }
  return listed;
}

std::string as_json(const std::vector<Listed>& library) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const Listed& one : library)
    json.push_back({{"name", one.name}, {"title", one.title}, {"question", one.question}});
  return json.dump(2) + "\n";
}

std::string as_text(const std::vector<Listed>& library) {
  std::size_t width = 0;
  for (const Listed& one : library) width = std::max(width, one.name.size());
  std::string text;
  for (const Listed& one : library) {
    text += fmt::format("{:<{}}  {}\n", one.name, width, one.title);
    if (!one.question.empty()) text += fmt::format("{:<{}}  {}\n", "", width, one.question);
  }
  return text;
}

Status scenarios_verb(bool json) {
  const std::vector<Listed> library = list_library();
  if (library.empty()) {
    tell_problem({{},
                  "",
                  "no scenarios were found",
                  "they are looked for in ./scenarios and where the program is installed",
                  "set CXSIM_SCENARIOS to their folder"});
    return Status::failed;
  }
  return print(json ? as_json(library) : as_text(library)) ? Status::done : Status::failed;
}

}  // namespace

void add_scenarios(CLI::App& app, Status& status) {
  auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand("scenarios", "list the scenarios that come with the program");
  verb->add_flag("--json", *json, "print the list as JSON");
  verb->footer("\nExamples:\n  cxsim scenarios\n  cxsim run 01_first_run\n");
  verb->callback([json, &status] { status = scenarios_verb(*json); });
}

}  // namespace cxsim
