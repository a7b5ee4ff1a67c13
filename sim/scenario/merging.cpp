#include "scenario/merging.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

bool any_named(const Node& list) {
  return std::any_of(list.array()->begin(), list.array()->end(),
                     [](const Node& each) { return each.find("name"); });
}

bool is_named_list(const Node& node) { return is_list_of_tables(node) && any_named(node); }

class Overlay {
 public:
  explicit Overlay(Problems& problems) : problems_(problems) {}

  void lay_over(Node& base, Node overlay, const std::string& path) {
    if (base.table() && overlay.table())
      merge_tables(*base.table(), std::move(*overlay.table()), path);
    else if (is_named_list(base) && is_named_list(overlay))
      merge_lists(*base.array(), std::move(*overlay.array()), path);
    else if (is_named_list(base) && overlay.table())
      problems_.push_back(single_brackets(path, overlay.place));
    else
      base = std::move(overlay);
  }

 private:
  void merge_tables(Table& base, Table overlay, const std::string& path) {
    std::unordered_map<std::string, std::size_t> index;
    for (const Entry& entry : base.entries) index.emplace(entry.key, index.size());
    for (Entry& entry : overlay.entries) {
      const auto known = index.find(entry.key);
      if (known == index.end()) {
        base.entries.push_back(std::move(entry));
        continue;
      }
      Entry& under = base.entries[known->second];
      if (!under.value.table() && !is_named_list(under.value)) under.place = entry.place;
      lay_over(under.value, std::move(entry.value), join_key(path, entry.key));
    }
  }

  void merge_lists(Array& base, Array overlay, const std::string& path) {
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < base.size(); ++i)
      if (const std::string* name = name_in(base[i])) index.emplace(*name, i);
    for (Node& table : overlay) {
      const std::string name = name_in(table) ? *name_in(table) : std::string();
      const auto known = index.find(name);
      if (known == index.end())
        base.push_back(std::move(table));
      else
        lay_over(base[known->second], std::move(table), join_key(path, name));
    }
  }

  static Problem single_brackets(const std::string& path, const Place& place) {
    return {place, path, "this is one table, but the base has several, each with a name",
            "it would wipe out all that the base lists there",
            "write [[" + path + "]] and say which one is meant with name = \"...\""};
  }

  Problems& problems_;
};

class NameCheck {
 public:
  Problems check(const Node& root) {
    check_below(root, "");
    return std::move(problems_);
  }

 private:
  void check_below(const Node& node, const std::string& path) {
    if (const Table* table = node.table())
      for (const Entry& entry : table->entries)
        check_list(entry.value, join_key(path, entry.key), path.empty());
    if (is_list_of_tables(node))
      for (const Node& table : *node.array())
        check_below(table, name_in(table) ? join_key(path, *name_in(table)) : path);
  }

  void check_list(const Node& node, const std::string& path, bool outermost) {
    if (is_list_of_tables(node) && (outermost || any_named(node))) check_each(node, path);
    check_below(node, path);
  }

  void check_each(const Node& list, const std::string& path) {
    std::unordered_map<std::string, int> first_lines;
    for (const Node& table : *list.array()) {
      const std::string* name = name_in(table);
      if (!name || name->empty()) {
        problems_.push_back(nameless(table, path));
        continue;
      }
      const auto [first, is_new] = first_lines.emplace(*name, table.place.line);
      if (!is_new) problems_.push_back(same_name(table, path, *name, first->second));
    }
  }

  static Problem nameless(const Node& table, const std::string& path) {
    const Node* name = table.find("name");
    const std::string what = name ? "its name is " + describe(*name) : "it has no name";
    return {name ? name->place : table.place, path, what,
            "the name is how arms, journeys, --set and files that extend this one refer to it",
            "give it a name in quotes, such as name = \"call\""};
  }

  static Problem same_name(const Node& table, const std::string& path, const std::string& name,
                           int first_line) {
    return {table.place, path,
            "two have the name " + text_token(name) + ", the first on line " +
                std::to_string(first_line),
            "what refers to this name could mean either", "rename one, or write both as one table"};
  }

  Problems problems_;
};

}  // namespace

void lay_over(Node& base, Node overlay, Problems& problems) {
  Overlay(problems).lay_over(base, std::move(overlay), "");
}

Problems check_names(const Node& root) { return NameCheck().check(root); }

std::vector<std::string> names_of(const Node& list) {
  std::vector<std::string> names;
  if (const Array* array = list.array())
    for (const Node& table : *array)
      if (const std::string* name = name_in(table)) names.push_back(*name);
  return names;
}

}  // namespace cxsim
