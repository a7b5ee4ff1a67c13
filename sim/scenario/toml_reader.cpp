#include "scenario/toml_reader.hpp"

// toml++ 3.3 asserts that headers and lists begin well before it checks that they do. In debug
// builds [,] would stop the program, in release builds clang would take it for impossible; with
// assertions that do nothing, and no NDEBUG to turn them into assumptions, the checks are reached.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(condition) static_assert(true)
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 16  // deepest_nesting, which the preprocessor cannot read
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

#include <algorithm>
#include <sstream>
#include <tuple>
#include <utility>

#include "scenario/shielding.hpp"
#include "scenario/source_text.hpp"
#include "scenario/syntax_problem.hpp"
#include "scenario/toml_lines.hpp"
#include "scenario/toml_scan.hpp"

namespace cxsim {
namespace {

static_assert(TOML_MAX_NESTED_VALUES == deepest_nesting);

constexpr std::size_t most_syntax_problems = 20;

class TreeBuilder {
 public:
  explicit TreeBuilder(const std::string& file) : file_(file) {}

  Node build(const toml::node& from) const {
    Node node{{}, place_of(from.source())};
    if (const auto* table = from.as_table())
      node.value = build_table(*table);
    else if (const auto* array = from.as_array())
      node.value = build_array(*array);
    else
      node.value = build_value(from);
    return node;
  }

 private:
  Place place_of(const toml::source_region& region) const {
    return {file_, static_cast<int>(region.begin.line)};
  }

  // toml++ sorts keys by letter; the places of the keys give back the order of writing.
  Table build_table(const toml::table& from) const {
    std::vector<std::pair<const toml::key*, const toml::node*>> written;
    for (auto&& [key, value] : from) written.emplace_back(&key, &value);
    std::stable_sort(written.begin(), written.end(), [](const auto& a, const auto& b) {
      const auto at = [](const toml::key& key) {
        return std::tuple(key.source().begin.line, key.source().begin.column);
      };
      return at(*a.first) < at(*b.first);
    });
    Table table;
    for (const auto& [key, value] : written)
      table.entries.push_back({unshielded(key->str()), place_of(key->source()), build(*value)});
    return table;
  }

  Array build_array(const toml::array& from) const {
    Array array;
    for (const toml::node& element : from) array.push_back(build(element));
    return array;
  }

  static Node::Value build_value(const toml::node& from) {
    if (const auto* integer = from.as_integer()) return integer->get();
    if (const auto* number = from.as_floating_point()) return number->get();
    if (const auto* text = from.as_string()) return unshielded(text->get());
    if (const auto* flag = from.as_boolean()) return flag->get();
    std::ostringstream spelled;
    if (const auto* date = from.as_date()) spelled << date->get();
    if (const auto* time = from.as_time()) spelled << time->get();
    if (const auto* both = from.as_date_time()) spelled << both->get();
    return Date{spelled.str()};
  }

  const std::string& file_;
};

void blank_line(std::string& text, int number) {
  const std::string_view line = line_of(text, number);
  const auto begin = static_cast<std::size_t>(line.data() - text.data());
  std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(begin), line.size(), ' ');
}

// Parses again without each line that is wrong by itself, so that all of them can be reported.
Result<Node> parse(std::string_view text, const std::string& name) {
  std::string remaining = shielded(text);
  Problems problems;
  while (problems.size() < most_syntax_problems) {
    const toml::parse_result parsed = toml::parse(remaining, name);
    if (parsed && problems.empty()) return TreeBuilder(name).build(parsed.table());
    if (parsed) break;
    const int line = static_cast<int>(parsed.error().source().begin.line);
    problems.push_back(syntax_problem(text, {name, line}, parsed.error().description()));
    if (problems.back().place.line != line || !stands_alone(line_of(remaining, line))) break;
    blank_line(remaining, line);
  }
  return problems;
}

Problem unknown_character(Place place) {
  return {std::move(place), "", "an escape \\U001000.. names a character that nobody can read",
          "it is one of those without a meaning of their own, and kept for use inside",
          "write the character that you mean"};
}

Problem too_deep(Place place, std::string what) {
  return {std::move(place), "", std::move(what),
          "no setting lies so deep, so this is most likely not a scenario",
          "write the keys as `cxsim reference` shows them"};
}

}  // namespace

Result<Document> read_toml_text(std::string text, const std::string& name) {
  if (Problems problems = check_text(text, name); !problems.empty()) return problems;
  if (const auto dots = key_with_too_many_dots(text))
    return too_deep({name, line_number(text, *dots)},
                    "the key has more than " + std::to_string(deepest_nesting) + " parts");
  if (const auto escape = unshieldable_escape(text))
    return unknown_character({name, line_number(text, *escape)});
  Result<Node> root = parse(text, name);
  if (!root) return root.problems();
  if (depth_of(*root) > deepest_nesting)
    return too_deep({name, 0}, "tables lie more than " + std::to_string(deepest_nesting) +
                                   " deep inside one another");
  return Document{std::move(*root), {{name, std::move(text)}}};
}

Result<Document> read_toml(const std::string& path) {
  Result<std::string> text = read_file(path);
  if (!text) return text.problems();
  return read_toml_text(std::move(*text), path);
}

namespace {

void place_on_command_line(Node& node) {
  node.place = {};
  if (Table* table = node.table())
    for (Entry& entry : table->entries) {
      entry.place = {};
      place_on_command_line(entry.value);
    }
  if (Array* array = node.array())
    for (Node& element : *array) place_on_command_line(element);
}

}  // namespace

std::optional<Node> read_toml_value(std::string_view text) {
  Result<Document> document = read_toml_text("value = " + std::string(text), "");
  if (!document) return {};
  Table& table = *document->root.table();
  if (table.entries.size() != 1 || table.entries.front().key != "value") return {};
  place_on_command_line(table.entries.front().value);
  return std::move(table.entries.front().value);
}

}  // namespace cxsim
