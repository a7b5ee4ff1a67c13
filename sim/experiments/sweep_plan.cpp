// What a sweep says of itself: its plan, and what its file holds beside the results.
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "experiments/experiment.hpp"
#include "experiments/sweep.hpp"
#include "scenario/override.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

constexpr double own_value = std::numeric_limits<double>::quiet_NaN();

// The scenario's own value at a key, as a number.
double number_at(const Node& root, const Variation& variation) {
  const Node* node = find_key(root, variation.key);
  if (node == nullptr) return variation.fallback;
  if (const std::int64_t* whole = node->integer()) return static_cast<double>(*whole);
  if (const double* number = node->number()) return *number;
  return own_value;
}

std::vector<std::string> unquoted(std::vector<std::string> texts) {
  for (std::string& text : texts)
    if (text.size() > 1 && text.front() == '"' && text.back() == '"')
      text = text.substr(1, text.size() - 2);
  return texts;
}

Node text(std::string value) { return Node{std::move(value)}; }

Node number(std::size_t value) { return Node{static_cast<std::int64_t>(value)}; }

}  // namespace

// What is set at each point: equal plans mean equal points, also on another machine.
std::string Sweep::points_text() const {
  std::string all;
  for (std::size_t point = 0; point < points(); ++point) {
    all += std::to_string(point) + "\n";
    for (const std::string& assignment : overrides_at(point)) all += assignment + "\n";
  }
  return all;
}

std::string Sweep::plan() const {
  Node sweep{Table{}};
  Table& table = *sweep.table();
  table.set("version", text(CXSIM_VERSION));
  table.set("schema_version", text(std::string(schema_version)));
  table.set("design", text(std::string(row_of(request_.design).name)));
  table.set("size", number(request_.size));
  table.set("design_seed", text(std::to_string(request_.seed)));
  table.set("points", number(points()));
  table.set("replications", number(replications()));
  Array kept;
  for (const std::string& name : request_.measures) kept.push_back(text(name));
  table.set("measures", kept.empty() ? text("all") : Node{std::move(kept)});
  Array vary;
  for (const Variation& variation : variations()) {
    Node one = write_distribution(variation.distribution);
    Node row{Table{}};
    row.table()->set("key", text(variation.key));
    for (Entry& entry : one.table()->entries) row.table()->set(entry.key, std::move(entry.value));
    row.table()->set("levels", number(variation.levels));
    vary.push_back(std::move(row));
  }
  table.set("vary", Node{std::move(vary)});
  Node root{Table{}};
  root.table()->set("sweep", std::move(sweep));
  root.table()->set("scenario", resolved(base()));
  Node names{Table{}};
  names.table()->set("points", text(fingerprint(points_text())));
  names.table()->set("scenario_as_written", text(fingerprint(base().as_written)));
  root.table()->set("fingerprints", std::move(names));
  return to_toml(root);
}

std::vector<SweptSetting> Sweep::settings() const {
  std::vector<SweptSetting> settings;
  const Node root = resolved(base());
  for (std::size_t a = 0; a < variations().size(); ++a) {
    const Variation& variation = variations()[a];
    SweptSetting setting{variation.key,
                         variation.unit,
                         variation.meaning,
                         std::string(row_of(variation.distribution).name),
                         {},
                         {},
                         {}};
    const bool is_listed = variation.distribution.kind == DistributionKind::listed;
    const bool has_labels = is_listed && !lists_numbers(variation.distribution);
    if (has_labels) setting.labels = unquoted(variation.distribution.values);
    const double own = number_at(root, variation);
    for (std::size_t point = 0; point < points(); ++point) {
      double value = values_[point * variations().size() + a];
      if (std::isnan(value))
        value = has_labels ? -1 : own;
      else if (is_listed && !has_labels)
        value = number_in(spelling_of(variation.distribution, value)).value_or(own_value);
      setting.values.push_back(value);
      setting.units.push_back(units_[point * variations().size() + a]);
    }
    settings.push_back(std::move(setting));
  }
  return settings;
}

SweepTexts Sweep::texts() const {
  return {base().about.title,
          std::string(row_of(request_.design).name),
          std::to_string(request_.seed),
          plan(),
          static_cast<std::int32_t>(request_.size),
          {base().as_written, resolved_toml(base())}};
}

std::vector<ArmText> Sweep::arms() const {
  std::vector<ArmText> arms;
  for (const Arm& arm : base().arms) arms.push_back(described(arm));
  return arms;
}

}  // namespace cxsim
