// cxsim run --uncertain: draws of what the scenario is not sure of, in one result file.
#pragma once

#include <cstdint>
#include <string>

#include "cli/scenario_options.hpp"
#include "cli/status.hpp"

namespace cxsim {

struct UncertainRun {
  ScenarioOptions scenario;
  std::string output;
  std::size_t draws;
  std::uint64_t design_seed;
  int threads;  // 0: every core
  bool json, quiet;
};

Status run_uncertain(const UncertainRun& run);

}  // namespace cxsim
