#include "scenario/override.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "scenario/merging.hpp"
#include "scenario/source_text.hpp"
#include "scenario/spelling.hpp"
#include "scenario/toml_lines.hpp"
#include "scenario/toml_reader.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr std::string_view form = "write key=value, such as company.maturity_stage=3";

Problem on_command_line(std::string_view key, std::string what, std::string why, std::string cure) {
  return {{}, std::string(key), std::move(what), std::move(why), std::move(cure)};
}

// Reads a key character by character; a part that begins with a quote may hold dots and equals
// signs up to the quote that closes it.
class KeyCursor {
 public:
  // Whether the character stands outside quotes, where dots and equals signs divide.
  bool divides(char c) {
    if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
      return false;
    }
    if (at_start_ && (c == '"' || c == '\'')) quote_ = c;
    at_start_ = c == '.' || (at_start_ && c == ' ');
    return c == '.' || c == '=';
  }

 private:
  char quote_ = '\0';
  bool at_start_ = true;
};

std::size_t end_of_key(std::string_view assignment) {
  KeyCursor cursor;
  for (std::size_t i = 0; i < assignment.size(); ++i)
    if (cursor.divides(assignment[i]) && assignment[i] == '=') return i;
  return std::string_view::npos;
}

std::string unquoted(std::string_view part) {
  const bool quoted = part.size() >= 2 && (part.front() == '"' || part.front() == '\'') &&
                      part.back() == part.front();
  return std::string(quoted ? part.substr(1, part.size() - 2) : part);
}

// Decimals as people type them, which TOML refuses: .1, -.5, 5.
std::optional<double> lenient_number(std::string_view text) {
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  if (text.find_first_not_of("+-.0123456789eE") != std::string_view::npos) return {};
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole_text = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole_text && text.find('.') != std::string_view::npos ? std::optional(number)
                                                                : std::nullopt;
}

Result<Node> value_of(const Assignment& assignment) {
  if (auto value = read_toml_value(assignment.value)) return std::move(*value);
  if (const auto number = lenient_number(assignment.value)) return Node{*number};
  if (std::string_view("\"'[{").find(assignment.value.front()) == std::string_view::npos)
    return Node{std::string(assignment.value)};
  return on_command_line(
      assignment.key,
      "the value " + text_token(assignment.value) + " opens a quote or bracket but is not TOML",
      "guessing what it means could change the answer",
      "close what it opens, and put the whole assignment in single quotes so "
      "that the shell leaves it alone");
}

// Walks down a tree along the parts of a key and changes the value at its end.
class Setter {
 public:
  Setter(Node& root, std::string_view key, const DefaultNames& defaults)
      : root_(root), key_(key), defaults_(defaults), parts_(parts_of_key(key)) {}

  Problems set(Node value) {
    refuse_keys_that_cannot_be_set(value);
    Node* here = &root_;
    for (std::size_t i = 0; problems_.empty() && i < parts_.size(); ++i) {
      const bool last = i + 1 == parts_.size();
      here = here->array() ? named(*here, parts_[i]) : below(*here, parts_[i], last);
      path_ = join_key(path_, parts_[i]);
      if (here && last) assign(*here, std::move(value));
    }
    return std::move(problems_);
  }

 private:
  void refuse_keys_that_cannot_be_set(const Node& value) {
    if (std::any_of(parts_.begin(), parts_.end(), [](const auto& part) { return part.empty(); }))
      refuse("a part of the key is empty", "it names nothing", std::string(form));
    else if (parts_.front() == "extends")
      refuse("a base cannot be set", "it is followed while the file is read",
             "write extends in a file of your own and run that");
    else if (static_cast<int>(parts_.size()) + depth_of(value) > deepest_nesting)
      refuse("the key has too many parts", "no setting lies so deep, so nothing would be changed",
             "write the key as `cxsim reference` shows it");
  }

  // The value of a key in a table; made if it is not there.
  Node* below(Node& here, const std::string& key, bool last) {
    if (last && by_name_ && key == "name") {
      refuse_renaming();
      return nullptr;
    }
    by_name_ = false;
    Table* table = here.table();
    if (!table) {
      refuse(path_ + " is " + describe(here) + ", not a table",
             "no key lies inside it: nothing would be changed", "stop the key at " + path_);
      return nullptr;
    }
    if (Entry* entry = table->entry(key)) {
      if (last) entry->place = {};
      return &entry->value;
    }
    const bool is_list = !last && defaults_.contains(join_key(path_, key));
    return &table->set(key, is_list ? Node{Array{}} : Node{Table{}});
  }

  // The table of that name in a list; made if the name exists by default.
  Node* named(Node& list, const std::string& name) {
    by_name_ = true;
    for (Node& table : *list.array())
      if (const std::string* its_name = name_in(table); its_name && *its_name == name)
        return &table;
    std::vector<std::string> names = names_of(list);
    const auto known = defaults_.find(path_);
    if (known != defaults_.end())
      for (const std::string& default_name : known->second) {
        if (default_name == name) return append(list, name);
        names.push_back(default_name);
      }
    if (is_list_of_tables(list) || known != defaults_.end())
      refuse("no " + path_ + " has the name " + text_token(name),
             "nothing would be changed, and the result would look as if it had been",
             spelling_cure(name, names, path_ + " names"));
    else
      refuse("what " + path_ + " lists has no names", "a single value in it cannot be named",
             "set the whole list: " + path_ + "=[…]");
    return nullptr;
  }

  static Node* append(Node& list, const std::string& name) {
    Node table{Table{}};
    table.table()->set("name", Node{name});
    list.array()->push_back(std::move(table));
    return &list.array()->back();
  }

  void assign(Node& target, Node value) {
    if (target.table() && !target.table()->entries.empty() && !value.table())
      return refuse("this is a table of several keys, not one value",
                    "it cannot be told which of them should change",
                    "go on to a key in it, such as " + path_ + ".KEY=…");
    if (by_name_ && value.find("name")) return refuse_renaming();
    if (is_list_of_tables(target) && target.array()->front().find("name") && !is_empty(value))
      return refuse("this is a list of named tables", "all of them would be replaced",
                    "say which one, and which key in it, such as " + path_ + ".NAME.KEY=…");
    if (target.table() && value.table())
      lay_over(target, std::move(value), problems_);
    else
      target = std::move(value);
  }

  static bool is_empty(const Node& value) { return value.array() && value.array()->empty(); }

  void refuse_renaming() {
    refuse("a name cannot be set", "what refers to the old name would be left dangling",
           "rename it in a file");
  }

  void refuse(std::string what, std::string why, std::string cure) {
    problems_.push_back(on_command_line(key_, std::move(what), std::move(why), std::move(cure)));
  }

  Node& root_;
  std::string_view key_;
  const DefaultNames& defaults_;
  std::vector<std::string> parts_;
  std::string path_;
  bool by_name_ = false;  // the last part was the name of a table in a list
  Problems problems_;
};

}  // namespace

std::vector<std::string> parts_of_key(std::string_view key) {
  std::vector<std::string> parts;
  KeyCursor cursor;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < key.size(); ++i) {
    if (!cursor.divides(key[i])) continue;
    parts.push_back(unquoted(trimmed(key.substr(begin, i - begin))));
    begin = i + 1;
  }
  parts.push_back(unquoted(trimmed(key.substr(begin))));
  return parts;
}

bool has_value(std::string_view assignment) {
  return end_of_key(assignment) != std::string_view::npos;
}

Result<Assignment> split_assignment(std::string_view assignment) {
  if (!is_utf8(assignment))
    return on_command_line("", "the assignment is not UTF-8",
                           "names would be garbled in results and reports",
                           "set the terminal to UTF-8");
  const std::size_t equals = end_of_key(assignment);
  if (equals == std::string_view::npos)
    return on_command_line("", text_token(assignment) + " has no equals sign",
                           "it cannot be told which key takes which value", std::string(form));
  const Assignment found{trimmed(assignment.substr(0, equals)),
                         trimmed(assignment.substr(equals + 1))};
  if (found.value.empty())
    return on_command_line(found.key, "no value follows the equals sign",
                           "leaving a setting empty has no meaning",
                           "write a value, or \"\" for an empty text");
  return found;
}

const Node* find_key(const Node& root, std::string_view key) {
  const Node* here = &root;
  for (const std::string& part : parts_of_key(key)) {
    const Array* list = here->array();
    if (list == nullptr) {
      here = here->find(part);
    } else {
      const auto found = std::find_if(list->begin(), list->end(), [&](const Node& table) {
        const std::string* name = name_in(table);
        return name != nullptr && *name == part;
      });
      here = found == list->end() ? nullptr : &*found;
    }
    if (here == nullptr) return nullptr;
  }
  return here;
}

// Keys of assignments know no escapes: what stands in quotes stands for itself.
std::string key_with(std::string_view key, std::string_view part) {
  std::string text(part);
  const char quote = text.find('"') == std::string::npos ? '"' : '\'';
  if (key_token(part) != part) text = quote + text + quote;
  return key.empty() ? text : std::string(key) + "." + text;
}

std::string canonical_key(std::string_view key) {
  std::string canonical;
  for (const std::string& part : parts_of_key(key)) canonical = key_with(canonical, part);
  return canonical;
}

Problems override_in_place(Document& document, std::string_view assignment,
                           const DefaultNames& defaults) {
  const Result<Assignment> parts = split_assignment(assignment);
  if (!parts) return parts.problems();
  Result<Node> value = value_of(*parts);
  if (!value) return value.problems();
  Problems problems = Setter(document.root, parts->key, defaults).set(std::move(*value));
  if (problems.empty()) document.overrides.emplace_back(assignment);
  return problems;
}

Problems apply_override(Document& document, std::string_view assignment,
                        const DefaultNames& defaults) {
  Document changed = document;
  Problems problems = override_in_place(changed, assignment, defaults);
  if (problems.empty()) document = std::move(changed);
  return problems;
}

}  // namespace cxsim
