// The scenarios that the studio offers: those that come with the program, and one that was asked
// for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/json_values.hpp"

namespace cxsim {

struct OfferedScenario {
  std::string path;  // of its file
  std::string
      said;  // what `cxsim run` can be told: a path, below the library's folder or by itself
  bool in_library = false;
};

class ScenarioLibrary {
 public:
  // A scenario goes by its file's name without the ending; where an earlier one has that name, by
  // what `cxsim run` is told.
  explicit ScenarioLibrary(const std::vector<OfferedScenario>& offered);

  struct Entry : OfferedScenario {
    std::string name;

    // What `cxsim run` is best told.
    const std::string& run_as() const { return in_library ? name : said; }
  };

  const std::vector<Entry>& entries() const { return entries_; }

  // By name, or by what `cxsim run` is told; null if there is none.
  const Entry* find(std::string_view name) const;

 private:
  std::vector<Entry> entries_;
};

// The library's scenarios, by their paths below its folder.
std::vector<OfferedScenario> offered_by_library(const std::string& folder,
                                                const std::vector<std::string>& paths);

// LibraryEntry[] of the page's studio_api.ts. Reads every file.
Json library_json(const ScenarioLibrary& library);

}  // namespace cxsim
