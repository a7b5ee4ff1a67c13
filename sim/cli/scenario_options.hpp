// The options that every verb which simulates shares.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "recording/netcdf_reader.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

struct ScenarioOptions {
  std::string scenario;  // path of a scenario or a result file, or a name in the library
  std::vector<std::string> set;
  std::optional<std::int64_t> people, days, replications, seed;

  void add_to(CLI::App& verb);

  // The scenario with the options applied; that of a result file is the one that made it.
  Result<Scenario> load() const;
  Result<ScenarioFamily> load_family() const;
  bool is_result_file() const;

  // All of the changes, as --set takes them.
  std::vector<std::string> overrides() const;
};

// The scenario that a result file keeps, with changes if any; complete files only unless told.
Result<Scenario> scenario_of_result(const std::string& file,
                                    const std::vector<std::string>& overrides,
                                    Incomplete incomplete = Incomplete::refused);

}  // namespace cxsim
