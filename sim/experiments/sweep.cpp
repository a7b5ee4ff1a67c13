#include "experiments/sweep.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include "experiments/design.hpp"
#include "experiments/experiment.hpp"
#include "recording/measure_weights.hpp"
#include "scenario/override.hpp"
#include "scenario/spelling.hpp"
#include "scenario/toml_writer.hpp"

namespace cxsim {
namespace {

constexpr double own_value = std::numeric_limits<double>::quiet_NaN();
constexpr double most_points = 1e7, most_values = 2e8;  // 16 bytes are held for each value

Problem refused(std::string key, std::string what, std::string why, std::string cure) {
  return {{}, std::move(key), std::move(what), std::move(why), std::move(cure)};
}

bool is_lattice(DesignKind kind) {
  return kind == DesignKind::grid || kind == DesignKind::morris ||
         kind == DesignKind::one_at_a_time;
}

std::vector<std::size_t> levels_of(const std::vector<Variation>& variations) {
  std::vector<std::size_t> levels;
  for (const Variation& variation : variations) levels.push_back(variation.levels);
  return levels;
}

// How many points the design would have, before they are laid out.
double points_wanted(const SweepRequest& request) {
  const auto n = static_cast<double>(request.size),
             k = static_cast<double>(request.variations.size());
  double product = 1, sum = 1;
  for (const Variation& variation : request.variations) {
    product *= static_cast<double>(variation.levels);
    sum += static_cast<double>(variation.levels);
  }
  switch (request.design) {
    case DesignKind::grid:
      return product;
    case DesignKind::one_at_a_time:
      return sum;
    case DesignKind::saltelli:
      return n * (k + 2);
    case DesignKind::morris:
      return n * (k + 1);
    default:
      return n;
  }
}

UnitDesign design_of(const SweepRequest& request) {
  const std::size_t n = request.size, k = request.variations.size();
  switch (request.design) {
    case DesignKind::grid:
      return grid(levels_of(request.variations));
    case DesignKind::latin_hypercube:
      return latin_hypercube(n, k, request.seed);
    case DesignKind::sobol:
      return sobol(n, k, request.seed);
    case DesignKind::saltelli:
      return saltelli(n, k, request.seed);
    case DesignKind::morris:
      return morris(n, k, request.seed);
    case DesignKind::one_at_a_time:
      return one_at_a_time(levels_of(request.variations));
    case DesignKind::random:
    case DesignKind::points:
      break;
  }
  return random(n, k, request.seed);
}

Problems check_variations(const SweepRequest& request) {
  Problems problems;
  std::set<std::string> names;
  if (request.variations.empty())
    problems.push_back(refused("", "nothing varies", "a sweep compares points that differ",
                               "say what to vary, such as --vary company.maturity_stage=1:6:int"));
  for (const Variation& variation : request.variations) {
    if (!names.insert(variable_name_of(variation.key)).second)
      problems.push_back(refused(variation.key, "it varies twice",
                                 "a setting has one value at a point", "name it once"));
    if (variation.key == "simulation.replications")
      problems.push_back(refused(variation.key, "replications cannot vary from point to point",
                                 "they are a dimension of the results",
                                 "give their number with --replications"));
    if (variation.key.starts_with("record.") || variation.key.starts_with("uncertainty."))
      problems.push_back(refused(variation.key, "it changes nothing that a sweep keeps",
                                 "every point would be the same", "vary a setting of the model"));
  }
  return problems;
}

Problems check_size(const SweepRequest& request) {
  const double points = points_wanted(request);
  const double values = points * static_cast<double>(request.variations.size());
  if (points > most_points || values > most_values)
    return {refused("",
                    fmt::format("the design has {:.3g} points of {} settings", points,
                                request.variations.size()),
                    fmt::format("more than {:.0e} points, or {:.0e} values, are not laid out",
                                most_points, most_values),
                    "vary fewer settings, at fewer levels, or sample with --design sobol -n N")};
  const bool is_sequence =
      request.design == DesignKind::sobol || request.design == DesignKind::saltelli;
  const std::size_t dimensions =
      request.variations.size() * (request.design == DesignKind::saltelli ? 2 : 1);
  if (is_sequence && dimensions > largest_sobol_dimensions)
    return {refused("", fmt::format("{} settings vary", request.variations.size()),
                    fmt::format("the Sobol' sequence has {} dimensions", largest_sobol_dimensions),
                    "vary fewer, or choose --design lhs or morris")};
  return {};
}

Problems check_measures(const SweepRequest& request) {
  Problems problems;
  std::vector<std::string> names;
  for (const Measure& measure : measures()) names.emplace_back(measure.name);
  for (const std::string& name : request.measures)
    if (find_measure(name) == nullptr)
      problems.push_back(refused("--measures", "there is no measure " + name,
                                 "only measures of docs/output-format.md are kept",
                                 spelling_cure(name, names, "measures")));
  return problems;
}

// Whether a run ended is told by its profit, and a mean is of no use without what it is a mean of.
void keep_what_belongs(std::vector<std::string>& kept) {
  if (kept.empty()) return;
  std::vector<std::string> more{"profit"};
  for (const std::string& name : kept)
    if (const Measure* measure = find_measure(name)) more.emplace_back(weight_of(*measure));
  for (const std::string& name : more)
    if (!name.empty() && std::find(kept.begin(), kept.end(), name) == kept.end())
      kept.push_back(name);
}

}  // namespace

std::optional<DesignKind> find_design(std::string_view name) {
  for (std::size_t k = 0; k < design_kinds.size(); ++k)
    if (design_kinds[k].name == name) return static_cast<DesignKind>(k);
  return {};
}

Sweep::Sweep(ScenarioFamily family, SweepRequest request)
    : family_(std::move(family)), request_(std::move(request)) {
  // What a point is does not depend on how often it is repeated.
  Scenario once = base();
  once.world.simulation.replications = 1;
  std::string content = fmt::format("cxsim {} {}\n", CXSIM_VERSION, schema_version);
  const SweptMeasures kept = measures();
  for (const SweptMeasures::Column& column : kept.columns())
    content += std::string(column.measure->name) + "\n";
  base_name_ = fingerprint(content + resolved_toml(once));
}

Result<Sweep> Sweep::of(ScenarioFamily family, SweepRequest request) {
  if (request.size == 0) request.size = row_of(request.design).usual;
  keep_what_belongs(request.measures);
  for (Variation& variation : request.variations) {
    variation.key = canonical_key(variation.key);
    describe(variation, family.base());
  }
  Problems problems = check_variations(request);
  for (const Problems& found : {check_size(request), check_measures(request)})
    problems.insert(problems.end(), found.begin(), found.end());
  if (!problems.empty()) return problems;
  return Sweep(std::move(family), std::move(request)).laid_out();
}

Result<Sweep> Sweep::laid_out() && {
  if (request_.design == DesignKind::points) {
    values_ = std::move(request_.points);
    units_.assign(values_.size(), own_value);
    return std::move(*this);
  }
  const UnitDesign design = design_of(request_);
  units_.resize(design.values.size());
  values_.resize(design.values.size());
  for (std::size_t point = 0; point < design.points(); ++point) place(point, design.point(point));
  return std::move(*this);
}

void Sweep::place(std::size_t point, std::span<const double> units) {
  const Placing placing = is_lattice(request_.design) ? Placing::on_lattice : Placing::drawn;
  for (std::size_t a = 0; a < variations().size(); ++a) {
    const std::size_t at = point * variations().size() + a;
    units_[at] = units[a];
    values_[at] = std::isnan(units[a]) ? own_value
                                       : value_at(variations()[a].distribution, units[a], placing);
  }
}

void Sweep::draw_again(std::size_t point, std::uint64_t attempt) {
  // Seeds of attempts lie far apart, so that sweeps with seeds near each other share no draws.
  const std::uint64_t seed = request_.seed + (attempt << 32U);
  place(point, random_point(point, variations().size(), seed));
}

std::vector<std::string> Sweep::overrides_at(std::size_t point) const {
  std::vector<std::string> overrides;
  for (std::size_t a = 0; a < variations().size(); ++a) {
    const double value = values_[point * variations().size() + a];
    if (std::isnan(value)) continue;
    overrides.push_back(variations()[a].key + "=" +
                        spelling_of(variations()[a].distribution, value));
  }
  return overrides;
}

Place Sweep::place_of(std::size_t point) const {
  if (request_.lines.empty()) return {};
  return {request_.file, request_.lines[point]};
}

Result<Scenario> Sweep::scenario_at(std::size_t point) const {
  return family_.with(overrides_at(point));
}

RunKey Sweep::key_of_run(std::size_t point, std::size_t replication) const {
  std::string content = fmt::format("{}\n{}\n", base_name_, replication);
  for (const std::string& assignment : overrides_at(point)) content += assignment + "\n";
  return key_of(content);
}

SweptMeasures Sweep::measures() const {
  return SweptMeasures(request_.measures, shape_of(base().world));
}

}  // namespace cxsim
