// The reference firm with few people and two months: a scenario text that runs in milliseconds.
#pragma once

#include <string>

namespace cxsim {

inline const std::string broadband =
    std::string(CXSIM_SOURCE_DIR) + "/scenarios/bases/broadband.toml";

// `more` goes on after the section [simulation].
inline std::string tiny_scenario(const std::string& more = "") {
  return "extends = \"" + broadband +
         "\"\n"
         "[simulation]\n"
         "people = 100\n"
         "days = 60\n"
         "burn_in = 30\n"
         "replications = 2\n" +
         more;
}

// Two interventions, one with a space in its name, and an arm that applies them.
inline const std::string two_trainings =
    "[[intervention]]\n"
    "name = \"academy\"\n"
    "kind = \"training\"\n"
    "start = 10\n"
    "[[intervention]]\n"
    "name = \"big push\"\n"
    "kind = \"training\"\n"
    "start = 20\n"
    "[[arm]]\n"
    "name = \"trained\"\n"
    "apply = [\"academy\", \"big push\"]\n";

}  // namespace cxsim
