#include "scenario/section_reader.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "scenario/spelling.hpp"
#include "scenario/toml_reader.hpp"

namespace cxsim {
namespace {

// positive_range begins a hair above zero; people call that "above 0".
bool begins_above_zero(const Range& range) {
  return range.low > 0 && range.low <= positive_range.low;
}

// "from 0 to 1", "of 0 or more", or nothing if every number will do.
std::string to_text(const Range& range) {
  const bool has_low = std::isfinite(range.low);
  const bool has_high = std::isfinite(range.high);
  const std::string low = plain_number(range.low);
  const std::string high = plain_number(range.high);
  if (begins_above_zero(range)) return has_high ? "above 0, up to " + high : "above 0";
  if (has_low && has_high) return "from " + low + " to " + high;
  if (has_low) return "of " + low + " or more";
  if (has_high) return "of " + high + " or less";
  return {};
}

// "a number from 0 to 1 (share)"
std::string wanted(std::string_view kind, const SettingFacts& facts) {
  std::string text(kind);
  if (const std::string range = to_text(facts.range); !range.empty()) text += " " + range;
  if (!facts.unit.empty()) text += " (" + std::string(facts.unit) + ")";
  return text;
}

std::string why_it_matters(const SettingFacts& facts) {
  if (facts.meaning.empty()) return "the run needs a value that it can use";
  return "this sets: " + std::string(facts.meaning);
}

std::string cure_with(const std::string& wanted_value, const std::string& fallback) {
  return "write " + wanted_value + "; without the line it is " + fallback;
}

Problem out_of_range(const Node& node, std::string_view kind, const SettingFacts& facts) {
  return {node.place, facts.key,
          "expected " + wanted(kind, facts) + ", found " +
              plain_number(node.integer() ? static_cast<double>(*node.integer()) : *node.number()),
          why_it_matters(facts), cure_with(wanted(kind, facts), plain_number(facts.fallback))};
}

Problem wrong_value(const Node& node, std::string_view kind, const SettingFacts& facts,
                    const std::string& fallback) {
  const std::string wanted_value = wanted(kind, facts);
  return wrong_type(node, facts.key, kind, why_it_matters(facts),
                    cure_with(wanted_value, fallback));
}

bool lies_in(const Range& range, double number) {
  return number >= range.low && number <= range.high;
}

// A number written either way: 3 or 3.0.
std::optional<double> as_number(const Node& node) {
  if (const auto* integer = node.integer()) return static_cast<double>(*integer);
  if (const auto* number = node.number()) return *number;
  return {};
}

// Also 1e6, which TOML takes for a number with a fraction, as far as doubles count exactly.
std::optional<std::int64_t> as_whole(const Node& node) {
  constexpr double exact = 9007199254740992.0;
  if (const auto* integer = node.integer()) return *integer;
  const auto* number = node.number();
  if (!number || std::trunc(*number) != *number || std::fabs(*number) > exact) return {};
  return static_cast<std::int64_t>(*number);
}

// Whether a text spells a day of the calendar and nothing else.
bool is_day(const std::string& text) {
  constexpr std::size_t length_of_a_day = 10;
  if (text.size() != length_of_a_day) return false;
  const auto value = read_toml_value(text);
  return value && value->date() && value->date()->text == text;
}

}  // namespace

std::optional<float> read_number(const Node& node, const SettingFacts& facts, Problems& problems) {
  const std::optional<double> number = as_number(node);
  if (!number) {
    problems.push_back(wrong_value(node, "a number", facts, plain_number(facts.fallback)));
    return {};
  }
  const auto stored = static_cast<float>(*number);
  if (std::isfinite(stored) && lies_in(facts.range, *number)) return stored;
  problems.push_back(out_of_range(node, "a number", facts));
  return {};
}

std::optional<std::int64_t> read_whole(const Node& node, const SettingFacts& facts,
                                       Problems& problems) {
  const std::optional<std::int64_t> whole = as_whole(node);
  if (!whole)
    problems.push_back(wrong_value(node, "a whole number", facts, plain_number(facts.fallback)));
  else if (lies_in(facts.range, static_cast<double>(*whole)))
    return whole;
  else
    problems.push_back(out_of_range(node, "a whole number", facts));
  return {};
}

std::optional<bool> read_flag(const Node& node, const SettingFacts& facts, Problems& problems) {
  if (const bool* flag = node.flag()) return *flag;
  problems.push_back(wrong_type(node, facts.key, "true or false", why_it_matters(facts),
                                cure_with("true or false, in small letters and without quotes",
                                          facts.fallback != 0 ? "true" : "false")));
  return {};
}

std::optional<std::string> read_text(const Node& node, const SettingFacts& facts,
                                     Problems& problems) {
  const bool is_date = facts.unit == date_unit;
  const std::string* text = node.text();
  if (is_date && node.date()) text = &node.date()->text;
  if (text && (!is_date || is_day(*text))) return *text;
  problems.push_back(
      wrong_type(node, facts.key, is_date ? "a date" : "a text", why_it_matters(facts),
                 cure_with(is_date ? "a day of the calendar as year-month-day, such as 2026-01-31"
                                   : "a text in double quotes",
                           text_token(facts.fallback_text))));
  return {};
}

Problem wrong_type(const Node& found, std::string key, std::string_view expected, std::string why,
                   std::string cure) {
  return {found.place, std::move(key),
          "expected " + std::string(expected) + ", found " + describe(found), std::move(why),
          std::move(cure)};
}

Problem unknown_key(const Entry& entry, std::string_view path,
                    std::span<const std::string_view> allowed) {
  return {entry.place, join_key(path, entry.key), "there is no such key",
          "it would change nothing, and the result would look as if it had",
          spelling_cure(entry.key, allowed, "keys allowed here")};
}

bool is_table(const Node& node, std::string_view path, Problems& problems) {
  if (node.table()) return true;
  const std::string key(path);
  problems.push_back(wrong_type(node, key, "a table", "its keys have nowhere to stand",
                                "write [" + key + "] on a line of its own and its keys below"));
  return false;
}

double shortest_decimal(float number) {
  if (!std::isfinite(number)) return static_cast<double>(number);
  std::array<char, 32> buffer{};
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  double decimal = 0;
  std::from_chars(buffer.data(), written.ptr, decimal);
  return static_cast<float>(decimal) == number ? decimal : static_cast<double>(number);
}

Node written(float value, std::string_view) { return {shortest_decimal(value)}; }
Node written(std::int64_t value, std::string_view) { return {value}; }
Node written(bool value, std::string_view) { return {value}; }

Node written(const std::string& value, std::string_view unit) {
  if (unit == date_unit && is_day(value)) return {Date{value}};
  return {value};
}

}  // namespace cxsim
