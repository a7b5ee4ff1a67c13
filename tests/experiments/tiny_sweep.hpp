// Sweeps of the tiny scenario, for the tests of what they are, keep and run.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "experiments/sweep.hpp"
#include "scenario/scratch_folder.hpp"
#include "support/tiny_scenario.hpp"

namespace cxsim {

template <class T>
T sound(Result<T> result) {
  if (!result) throw std::runtime_error(to_text(result.problems().front()));
  return std::move(*result);
}

inline ScenarioFamily tiny_family(const ScratchFolder& folder, const std::string& more = "",
                                  const std::vector<std::string>& overrides = {}) {
  return sound(ScenarioFamily::read(folder.write("tiny.toml", tiny_scenario(more)), overrides));
}

// `vary` as the command line takes it.
inline SweepRequest request_for(const ScenarioFamily& family,
                                const std::vector<std::string_view>& vary, DesignKind design,
                                std::size_t size = 0, std::uint64_t seed = 1) {
  SweepRequest request;
  for (const std::string_view one : vary)
    request.variations.push_back(sound(read_variation(one, family.base())));
  request.design = design;
  request.size = size;
  request.seed = seed;
  return request;
}

}  // namespace cxsim
