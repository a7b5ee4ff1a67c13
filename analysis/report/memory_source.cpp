#include "analysis/report/memory_source.hpp"

#include <cassert>
#include <cmath>
#include <utility>

#include "analysis/statistics/interval.hpp"
#include "recording/measures.hpp"
#include "recording/netcdf_error.hpp"

namespace cxsim {
namespace {

template <class Thing>
std::vector<std::string> names_of(const std::vector<Thing>& things) {
  std::vector<std::string> names;
  names.reserve(things.size());
  for (const Thing& thing : things) names.push_back(thing.name);
  return names;
}

double as_stored(double value, NumberType type) {
  if (type == NumberType::float32) return static_cast<double>(static_cast<float>(value));
  return is_floating(type) ? value : std::round(value);
}

Values<double> empty_array(const Measure& measure, const ResultFacts& facts,
                           const TallyShape& shape) {
  Values<double> array{{facts.arms.size(), facts.replications, facts.months}, {}};
  const Extents lengths = lengths_along(measure.axis, shape);
  array.shape.insert(array.shape.end(), lengths.begin(), lengths.end());
  return array;
}

const Measure& known_measure(const std::string& name) {
  if (const Measure* measure = find_measure(name)) return *measure;
  throw RecordingError({{},
                        name,
                        "there is no measure of this name",
                        "nothing was counted under it",
                        "choose one of those that cxsim reference --output-format lists"});
}

}  // namespace

MemorySource::MemorySource(const World& world, std::string title, std::vector<ArmFacts> arms,
                           std::span<const RunsOfArm> runs)
    : world_(world), runs_(runs) {
  facts_.title = std::move(title);
  facts_.currency = world.simulation.currency;
  facts_.discount_rate = static_cast<double>(world.money.discount_rate);
  facts_.arms = std::move(arms);
  facts_.replications = runs.empty() ? 0 : runs.front().size();
  facts_.months = static_cast<std::size_t>(months_in(world.simulation));
  assert(runs.size() == facts_.arms.size());
}

std::vector<std::string> MemorySource::labels(const std::string& dimension) const {
  const auto after_none = [](std::vector<std::string> names) {
    names.emplace(names.begin(), "none");
    return names;
  };
  if (dimension == "segment") return names_of(world_.segments);
  if (dimension == "touchpoint") return names_of(world_.touchpoints);
  if (dimension == "journey") return names_of(world_.journeys);
  if (dimension == "department") return names_of(world_.company.departments);
  if (dimension == "root_cause") return names_of(world_.company.root_causes);
  if (dimension == "upstream_touchpoint") return after_none(names_of(world_.touchpoints));
  if (dimension == "upstream_root_cause") return after_none(names_of(world_.company.root_causes));
  return {};
}

Values<double> MemorySource::read(const std::string& name) const {
  const Measure& measure = known_measure(name);
  const TallyShape shape = shape_of(world_);
  Values<double> array = empty_array(measure, facts_, shape);
  const std::size_t values_a_run = facts_.months * cells_along(measure.axis, shape).size();
  for (const RunsOfArm& runs : runs_)
    for (const RunResult& run : runs) {
      if (!run.complete) {
        array.values.insert(array.values.end(), values_a_run, not_known);
        continue;
      }
      for (const double value : values_of(measure, run.months, shape))
        array.values.push_back(as_stored(value, measure.type));
    }
  return array;
}

}  // namespace cxsim
