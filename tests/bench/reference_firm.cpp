#include "reference_firm.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

namespace cxsim::bench {

Scenario reference_scenario(std::int64_t people) {
  auto scenario = read_scenario(
      CXSIM_SOURCE_DIR "/scenarios/bases/broadband.toml",
      {fmt::format("simulation.people={}", people), fmt::format("simulation.days={}", days_of_year),
       "simulation.burn_in=0", "simulation.replications=1"});
  if (scenario) return std::move(*scenario);
  for (const Problem& problem : scenario.problems()) fmt::print(stderr, "{}\n", to_text(problem));
  std::exit(1);
}

const World& reference_firm(std::int64_t people) {
  static std::map<std::int64_t, World> firms;
  const auto found = firms.find(people);
  if (found != firms.end()) return found->second;
  return firms.emplace(people, reference_scenario(people).world).first->second;
}

}  // namespace cxsim::bench
