#include "scenario/named_lists.hpp"

#include <algorithm>

#include "base/ids.hpp"
#include "scenario/section_reader.hpp"
#include "scenario/spelling.hpp"

namespace cxsim {

std::vector<NamedTable> named_tables(const Node& root, std::string_view key, Problems& problems) {
  std::vector<NamedTable> tables;
  const Node* list = root.find(key);
  if (list == nullptr) return tables;
  const std::string header = "[[" + std::string(key) + "]]";
  if (list->array() == nullptr) {
    problems.push_back(wrong_type(*list, std::string(key), "a list of tables",
                                  "there can be several, each with a name",
                                  "write " + header + " with two brackets, and a name below it"));
    return tables;
  }
  for (const Node& node : *list->array()) {
    const std::string* name = name_in(node);
    if (name == nullptr || name->empty()) {
      problems.push_back({node.place, std::string(key), "a table of this list has no name",
                          "other tables, --set and results refer to it by its name",
                          "add a line such as name = \"something\" below " + header});
      continue;
    }
    tables.push_back({*name, join_key(key, *name), &node});
  }
  if (tables.size() > most_named_things) {
    problems.push_back({list->place, std::string(key),
                        "there are " + std::to_string(tables.size()) + " tables of this kind",
                        "the simulator keeps each in one byte and one row of every result",
                        "keep to " + std::to_string(most_named_things) + " at most"});
    tables.resize(most_named_things);
  }
  return tables;
}

NameIndex::NameIndex(std::string noun, const std::vector<NamedTable>& tables)
    : noun_(std::move(noun)) {
  for (const NamedTable& table : tables) names_.push_back(table.name);
}

std::optional<std::size_t> NameIndex::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names_.begin());
}

std::optional<std::size_t> NameIndex::find(const Node& value, const std::string& key,
                                           Problems& problems) const {
  if (value.text() == nullptr) {
    problems.push_back(wrong_type(value, key, "the name of a " + noun_,
                                  "it refers to a " + noun_ + " by its name",
                                  "write the name in quotes"));
    return std::nullopt;
  }
  if (const auto found = find(std::string_view(*value.text()))) return found;
  problems.push_back({value.place, key, "there is no " + noun_ + " \"" + *value.text() + "\"",
                      "the name would refer to nothing",
                      spelling_cure(*value.text(), names_, noun_ + "s of this scenario")});
  return std::nullopt;
}

}  // namespace cxsim
