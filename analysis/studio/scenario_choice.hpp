// Which scenario somebody chose in the studio, and what they changed in it.
#pragma once

#include <string>
#include <vector>

namespace cxsim {

struct ScenarioChoice {
  std::string name;              // in the studio's library
  std::vector<std::string> set;  // as --set takes them
  std::string toml;  // laid over the scenario as a file that extends it would be; may be empty

  bool operator==(const ScenarioChoice&) const = default;
};

}  // namespace cxsim
