#include "cli/scenario_options.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/library.hpp"
#include "recording/netcdf_error.hpp"
#include "recording/netcdf_reader.hpp"
#include "scenario/override.hpp"
#include "scenario/toml_reader.hpp"

namespace cxsim {
namespace {

// What a result file says of the scenario that made it.
struct Texts {
  std::string written, resolved;
  std::int64_t replications;
};

bool tells_replications(const std::vector<std::string>& overrides) {
  return std::any_of(overrides.begin(), overrides.end(), [](const std::string& one) {
    return one.starts_with("simulation.replications=");
  });
}

Result<Texts> texts_of(const std::string& file, Incomplete incomplete) {
  return attempt([&] {
    const NetcdfReader reader(file, incomplete);
    return Texts{reader.text("provenance/scenario_as_written"),
                 reader.text("provenance/scenario_as_resolved"),
                 static_cast<std::int64_t>(reader.length("replication"))};
  });
}

}  // namespace

void ScenarioOptions::add_to(CLI::App& verb) {
  verb.add_option("SCENARIO", scenario, "scenario file, a name from the library, or a result file")
      ->required();
  verb.add_option("--set", set, "change one setting, such as company.maturity_stage=4")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  verb.add_option("--people", people, "size of the population")->type_name("N");
  verb.add_option("--days", days, "days after the burn-in")->type_name("N");
  verb.add_option("--replications", replications, "runs with different luck")->type_name("N");
  verb.add_option("--seed", seed, "names the luck of all runs")->type_name("N");
}

bool ScenarioOptions::is_result_file() const {
  const std::string ending = std::filesystem::path(scenario).extension().string();
  return ending == ".h5" || ending == ".nc" || ending == ".partial";
}

std::vector<std::string> ScenarioOptions::overrides() const {
  std::vector<std::string> all = set;
  const auto add = [&](const char* key, const std::optional<std::int64_t>& value) {
    if (value) all.push_back(std::string("simulation.") + key + "=" + std::to_string(*value));
  };
  add("people", people);
  add("days", days);
  add("replications", replications);
  add("seed", seed);
  return all;
}

Result<Scenario> ScenarioOptions::load() const {
  if (!is_result_file()) return read_scenario(find_scenario(scenario), overrides());
  return scenario_of_result(scenario, overrides());
}

Result<ScenarioFamily> ScenarioOptions::load_family() const {
  if (!is_result_file()) return ScenarioFamily::read(find_scenario(scenario), overrides());
  const auto texts = texts_of(scenario, Incomplete::refused);
  if (!texts) return texts.problems();
  // A run that went on until it was narrow enough had been allowed more than it took.
  std::vector<std::string> changes = overrides();
  if (!tells_replications(changes))
    changes.insert(changes.begin(),
                   "simulation.replications=" + std::to_string(texts->replications));
  return ScenarioFamily::read_resolved(texts->resolved, texts->written, scenario, changes);
}

Result<Scenario> scenario_of_result(const std::string& file,
                                    const std::vector<std::string>& overrides,
                                    Incomplete incomplete) {
  const auto texts = texts_of(file, incomplete);
  if (!texts) return texts.problems();
  auto scenario = read_resolved_scenario(texts->resolved, texts->written, file, overrides);
  // A run that went on until it was narrow enough had been allowed more than it took.
  if (scenario && !tells_replications(overrides))
    scenario->world.simulation.replications = texts->replications;
  return scenario;
}

}  // namespace cxsim
