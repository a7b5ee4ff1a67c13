// A scenario as the tree its files spell: every key and value with the line it was written on.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/problem.hpp"

namespace cxsim {

struct Entry;
struct Node;

// Keys in the order they were written.
struct Table {
  std::vector<Entry> entries;

  const Entry* entry(std::string_view key) const;
  Entry* entry(std::string_view key);
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  // Replaces the value of a key, or appends the key; returns the value in its new home.
  Node& set(std::string_view key, Node value, Place key_place = {});
};

using Array = std::vector<Node>;

// A date, time or both, spelled as TOML spells it: 2026-01-01.
struct Date {
  std::string text;
  bool operator==(const Date&) const = default;
};

// In the order of the alternatives of Node::Value.
enum class NodeKind : std::uint8_t { table, array, integer, number, text, flag, date };

struct Node {
  using Value = std::variant<Table, Array, std::int64_t, double, std::string, bool, Date>;

  Value value;
  Place place = {};

  NodeKind kind() const { return static_cast<NodeKind>(value.index()); }
  const Table* table() const { return std::get_if<Table>(&value); }
  Table* table() { return std::get_if<Table>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  Array* array() { return std::get_if<Array>(&value); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value); }
  const double* number() const { return std::get_if<double>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const bool* flag() const { return std::get_if<bool>(&value); }
  const Date* date() const { return std::get_if<Date>(&value); }

  // The value of a key; null if this is not a table or has no such key.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Place place;  // where the key stands; the value has its own place
  Node value;
};

// A file as it was written, kept for the record of what made a result.
struct Source {
  std::string file;
  std::string text;
};

struct Document {
  Node root;
  std::vector<Source> sources = {};  // the file that was asked for, then its bases, nearest first
  std::vector<std::string> overrides = {};  // assignments applied afterwards, as written
};

// Deeper trees are refused; no scenario needs a quarter of it.
inline constexpr int deepest_nesting = 16;

// How many tables and arrays lie around the deepest value: 0 for a number or a text.
int depth_of(const Node& node);

// What a reader sees there, for error texts: `the text "high"`, `a table`.
std::string describe(const Node& node);

// A non-empty array that holds tables only, as [[touchpoint]] makes it.
bool is_list_of_tables(const Node& node);

// The `name` of a table; null if there is none or it is not a text.
const std::string* name_in(const Node& table);

}  // namespace cxsim
