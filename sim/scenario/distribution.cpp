#include "scenario/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "scenario/spelling.hpp"
#include "scenario/toml_reader.hpp"
#include "scenario/toml_tokens.hpp"

namespace cxsim {
namespace {

constexpr std::string_view kind_key = "distribution", values_key = "values";
constexpr std::string_view why = "the setting is drawn from it, again for every point";

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const DistributionRow& row : distribution_kinds) names.push_back(row.name);
  return names;
}

std::vector<std::string_view> all_keys() {
  std::vector<std::string_view> keys{kind_key, values_key};
  for (const DistributionRow& row : distribution_kinds)
    for (const std::string_view parameter : row.parameters)
      if (!parameter.empty() && std::find(keys.begin(), keys.end(), parameter) == keys.end())
        keys.push_back(parameter);
  return keys;
}

std::optional<double> number_of(const Node& node) {
  if (const std::int64_t* whole = node.integer()) return static_cast<double>(*whole);
  if (const double* number = node.number()) return *number;
  return {};
}

// As --set takes it.
std::optional<std::string> spelling_of(const Node& node) {
  if (const std::string* text = node.text()) return text_token(*text);
  if (const bool* flag = node.flag()) return *flag ? "true" : "false";
  if (const std::int64_t* whole = node.integer()) return std::to_string(*whole);
  if (const auto number = number_of(node)) return plain_number(*number);
  return {};
}

class DistributionReader {
 public:
  DistributionReader(const Node& table, const std::string& key, Problems& problems)
      : table_(table), key_(key), problems_(problems), before_(problems.size()) {}

  std::optional<Distribution> read() {
    check_keys();
    read_kind();
    if (is_clean()) read_parameters();
    if (is_clean() && distribution_.kind == DistributionKind::listed) read_values();
    if (is_clean())
      if (const auto fault = fault_of(distribution_))
        complain(table_.place, key_, *fault, "mend " + wanted());
    if (!is_clean()) return {};
    return distribution_;
  }

 private:
  bool is_clean() const { return problems_.size() == before_; }

  void complain(const Place& place, const std::string& key, std::string what, std::string cure) {
    problems_.push_back({place, key, std::move(what), std::string(why), std::move(cure)});
  }

  void check_keys() {
    const std::vector<std::string_view> allowed = all_keys();
    for (const Entry& entry : table_.table()->entries)
      if (std::find(allowed.begin(), allowed.end(), entry.key) == allowed.end())
        complain(entry.place, join_key(key_, entry.key), "no distribution has this parameter",
                 spelling_cure(entry.key, allowed, "parameters"));
  }

  void read_kind() {
    const Node* node = table_.find(kind_key);
    const std::string name = node->text() != nullptr ? *node->text() : describe(*node);
    const std::vector<std::string_view> names = kind_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
      return complain(node->place, key_, "there is no distribution \"" + name + "\"",
                      spelling_cure(name, names, "distributions"));
    distribution_.kind = static_cast<DistributionKind>(found - names.begin());
  }

  std::string wanted() const {
    std::string text;
    for (const std::string_view parameter : row_of(distribution_).parameters)
      if (!parameter.empty()) text += (text.empty() ? "" : ", ") + std::string(parameter) + " = …";
    return text.empty() ? "values = [ … ]" : text;
  }

  void read_parameters() {
    const auto& names = row_of(distribution_).parameters;
    for (std::size_t k = 0; k < names.size() && !names[k].empty(); ++k) {
      const Node* node = table_.find(names[k]);
      const auto number = node != nullptr ? number_of(*node) : std::nullopt;
      if (number)
        distribution_.at[k] = *number;
      else
        complain(node != nullptr ? node->place : table_.place, join_key(key_, names[k]),
                 node != nullptr ? "expected a number, found " + describe(*node) : "it is missing",
                 "write " + wanted());
    }
  }

  void read_values() {
    const Node* list = table_.find(values_key);
    if (list == nullptr || list->array() == nullptr)
      return complain(list != nullptr ? list->place : table_.place, join_key(key_, values_key),
                      "a list of values is missing", "write " + wanted());
    for (const Node& value : *list->array()) {
      if (auto spelling = spelling_of(value))
        distribution_.values.push_back(std::move(*spelling));
      else
        complain(value.place, join_key(key_, values_key),
                 "expected a number, a text or a flag, found " + describe(value),
                 "list single values");
    }
  }

  const Node& table_;
  const std::string& key_;
  Problems& problems_;
  std::size_t before_;
  Distribution distribution_;
};

bool is_whole(double number) { return std::floor(number) == number; }

}  // namespace

std::optional<std::string> fault_of(const Distribution& d) {
  const auto [a, b, c] = d.at;
  if (!std::isfinite(a) || !std::isfinite(b) || !std::isfinite(c)) return "a number is not finite";
  switch (d.kind) {
    case DistributionKind::uniform:
      if (!(a < b)) return "low is not below high";
      break;
    case DistributionKind::log_uniform:
      if (!(a < b)) return "low is not below high";
      if (a <= 0) return "low is not above 0, where there are no ratios";
      break;
    case DistributionKind::integer:
      if (!is_whole(a) || !is_whole(b)) return "low and high are not whole numbers";
      if (!(a < b)) return "low is not below high";
      break;
    case DistributionKind::triangular:
      if (!(a <= b && b <= c && a < c)) return "low, mode and high are not in this order";
      break;
    case DistributionKind::normal:
      if (!(b > 0)) return "sd is not above 0";
      break;
    case DistributionKind::lognormal:
      if (!(a > 0)) return "median is not above 0";
      if (!(b > 0)) return "sd_log is not above 0";
      break;
    case DistributionKind::listed:
      if (d.values.empty()) return "it lists no values";
      break;
    case DistributionKind::none:
      break;
  }
  return {};
}

bool is_bounded(const Distribution& d) {
  return d.kind != DistributionKind::normal && d.kind != DistributionKind::lognormal;
}

std::optional<Distribution> read_distribution(const Node& table, const std::string& key,
                                              Problems& problems) {
  return DistributionReader(table, key, problems).read();
}

Node write_distribution(const Distribution& d) {
  Node table{Table{}};
  const DistributionRow& row = row_of(d);
  table.table()->set(kind_key, Node{std::string(row.name)});
  for (std::size_t k = 0; k < row.parameters.size() && !row.parameters[k].empty(); ++k)
    table.table()->set(row.parameters[k], Node{d.at[k]});
  if (d.kind != DistributionKind::listed) return table;
  Array values;
  for (const std::string& value : d.values) {
    auto node = read_toml_value(value);
    values.push_back(node ? std::move(*node) : Node{value});
  }
  table.table()->set(values_key, Node{std::move(values)});
  return table;
}

}  // namespace cxsim
