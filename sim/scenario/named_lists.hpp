// Tables that a scenario lists by name: departments, root causes, touchpoints, journeys, segments.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "scenario/document.hpp"

namespace cxsim {

// One table of a list, with the path its keys go by.
struct NamedTable {
  std::string name;
  std::string path;  // touchpoint.call
  const Node* node;
};

// The tables under a key, in order; what is no list of named tables is a problem.
std::vector<NamedTable> named_tables(const Node& root, std::string_view key, Problems& problems);

// The number a name stands for within a list, or a problem with the nearest right spelling.
class NameIndex {
 public:
  NameIndex(std::string noun, const std::vector<NamedTable>& tables);
  NameIndex(std::string noun, std::span<const std::string_view> names)
      : noun_(std::move(noun)), names_(names.begin(), names.end()) {}
  template <class Thing>
  NameIndex(std::string noun, const std::vector<Thing>& things) : noun_(std::move(noun)) {
    for (const Thing& thing : things) names_.push_back(thing.name);
  }

  std::optional<std::size_t> find(const Node& value, const std::string& key,
                                  Problems& problems) const;
  std::optional<std::size_t> find(std::string_view name) const;
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::string noun_;
  std::vector<std::string> names_;
};

}  // namespace cxsim
