// The project's own library, as the studio offers it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "analysis/studio/scenario_library.hpp"

namespace cxsim {

inline std::vector<OfferedScenario> offered_here() {
  namespace fs = std::filesystem;
  const fs::path folder = CXSIM_SOURCE_DIR "/scenarios";
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path below = entry.path().lexically_relative(folder);
    if (entry.path().extension() == ".toml" && *below.begin() != "bases")
      paths.push_back(below.string());
  }
  return offered_by_library(folder.string(), paths);
}

}  // namespace cxsim
