// Reads one section of a scenario by the rows of its settings table, and writes it back.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/setting.hpp"
#include "scenario/document.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {

// A text setting with this unit takes a day, 2026-01-01, with or without quotes.
inline constexpr std::string_view date_unit = "date";

// What a row says about its number, whichever section it belongs to.
struct SettingFacts {
  std::string key;  // in full: company.maturity_stage
  double fallback = 0;
  Range range = {};
  std::string_view unit = {};
  std::string_view meaning = {};
  std::string_view fallback_text = {};
};

// A value that fits the facts; otherwise nothing, and a problem more.
std::optional<float> read_number(const Node& node, const SettingFacts& facts, Problems& problems);
std::optional<std::int64_t> read_whole(const Node& node, const SettingFacts& facts,
                                       Problems& problems);
std::optional<bool> read_flag(const Node& node, const SettingFacts& facts, Problems& problems);
std::optional<std::string> read_text(const Node& node, const SettingFacts& facts,
                                     Problems& problems);

// `expected` is what should stand there: "a table", "a list of texts".
Problem wrong_type(const Node& found, std::string key, std::string_view expected, std::string why,
                   std::string cure);
Problem unknown_key(const Entry& entry, std::string_view path,
                    std::span<const std::string_view> allowed);

// The float as the shortest decimal that reads back as the same float: 0.1, not 0.10000000149.
double shortest_decimal(float number);

// The key of every row.
template <class Section>
std::vector<std::string_view> key_names() {
  std::vector<std::string_view> names;
  for (const Setting<Section>& row : settings_of<Section>) names.push_back(row.key);
  return names;
}

template <class Section>
SettingFacts facts_of(const Setting<Section>& row, std::string key) {
  return {std::move(key), row.fallback, row.range, row.unit, row.meaning, row.fallback_text};
}

// Reads the value into the row's member, or leaves the member as it was.
template <class Section>
void read_setting(const Node& node, const Setting<Section>& row, std::string key, Section& section,
                  Problems& problems) {
  const SettingFacts facts = facts_of(row, std::move(key));
  const auto keep = [&](auto member, auto value) {
    if (value) section.*member = std::move(*value);
  };
  std::visit(
      [&](auto member) {
        using Value = std::remove_reference_t<decltype(section.*member)>;
        if constexpr (std::is_same_v<Value, float>)
          keep(member, read_number(node, facts, problems));
        else if constexpr (std::is_same_v<Value, std::int64_t>)
          keep(member, read_whole(node, facts, problems));
        else if constexpr (std::is_same_v<Value, bool>)
          keep(member, read_flag(node, facts, problems));
        else
          keep(member, read_text(node, facts, problems));
      },
      row.member);
}

// Reports anything but a table.
bool is_table(const Node& node, std::string_view path, Problems& problems);

// Reads every key of the table into the section and reports every key that does not fit.
// `path` is the table's full key; `also_allowed` are keys that the caller reads itself.
template <class Section>
void read_section(const Node& table, std::string_view path, Section& section, Problems& problems,
                  std::span<const std::string_view> also_allowed = {}) {
  if (!is_table(table, path, problems)) return;
  std::vector<std::string_view> allowed = key_names<Section>();
  allowed.insert(allowed.end(), also_allowed.begin(), also_allowed.end());
  for (const Entry& entry : table.table()->entries) {
    const auto known = std::find(allowed.begin(), allowed.end(), entry.key);
    const auto row = static_cast<std::size_t>(known - allowed.begin());
    if (known == allowed.end())
      problems.push_back(unknown_key(entry, path, allowed));
    else if (row < std::size(settings_of<Section>))
      read_setting(entry.value, std::data(settings_of<Section>)[row], join_key(path, entry.key),
                   section, problems);
  }
}

Node written(float value, std::string_view unit);
Node written(std::int64_t value, std::string_view unit);
Node written(bool value, std::string_view unit);
Node written(const std::string& value, std::string_view unit);

// Every row of the section as a table, in the order of the rows.
template <class Section>
Node write_section(const Section& section) {
  Node node{Table{}};
  for (const Setting<Section>& row : settings_of<Section>)
    std::visit([&](auto member) { node.table()->set(row.key, written(section.*member, row.unit)); },
               row.member);
  return node;
}

}  // namespace cxsim
