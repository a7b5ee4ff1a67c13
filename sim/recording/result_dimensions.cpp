#include "recording/result_dimensions.hpp"

#include <algorithm>
#include <array>

#include "engine/run.hpp"

namespace cxsim {
namespace {

constexpr std::string_view nothing_upstream = "none";

constexpr auto texts = std::to_array<DimensionText>({
    {"arm", "alternative that is compared; baseline applies nothing"},
    {"replication", "run with its own luck, the same in every arm"},
    {"month",
     "first day of each month of 30 days; what holds at month end holds at its last "
     "midnight"},
    {"segment", "kind of people"},
    {"touchpoint", "place where people meet the firm"},
    {"journey", "what people want to get done"},
    {"department", "part of the firm"},
    {"upstream_touchpoint", "touchpoint that a contact follows from, or none"},
    {"root_cause", "systemic cause of failures and needs"},
    {"upstream_root_cause", "root cause that a contact follows from, or none"},
    {"stars", "stars of a public review"},
});

std::string content_of(std::string_view dimension) {
  const auto found = std::find_if(texts.begin(), texts.end(), [dimension](const DimensionText& t) {
    return t.name == dimension;
  });
  return std::string(found->content);
}

template <class Thing>
std::vector<std::string> names_of(const std::vector<Thing>& things) {
  std::vector<std::string> names;
  names.reserve(things.size());
  for (const Thing& thing : things) names.push_back(thing.name);
  return names;
}

// What people are shown, one a line, for readers that draw pages.
template <class Thing>
Attributes titles_of(const std::vector<Thing>& things) {
  std::string titles;
  for (const Thing& thing : things) {
    if (!titles.empty()) titles += '\n';
    titles += thing.title.empty() ? thing.name : thing.title;
  }
  return {{"titles", titles}};
}

template <class Thing>
void define_things(NetcdfFile& file, const std::string& dimension,
                   const std::vector<Thing>& things) {
  file.define_labelled_dimension(dimension, names_of(things), content_of(dimension),
                                 titles_of(things));
}

template <class Thing>
void define_upstream(NetcdfFile& file, const std::string& dimension,
                     const std::vector<Thing>& things) {
  std::vector<std::string> labels = names_of(things);
  labels.emplace(labels.begin(), nothing_upstream);
  file.define_labelled_dimension(dimension, labels, content_of(dimension));
}

std::vector<std::int32_t> spaced(std::int64_t count, std::int32_t first, std::int32_t step) {
  std::vector<std::int32_t> numbers;
  for (std::int64_t k = 0; k < count; ++k)
    numbers.push_back(first + static_cast<std::int32_t>(k) * step);
  return numbers;
}

void define_numbers(NetcdfFile& file, const std::string& dimension,
                    const std::vector<std::int32_t>& numbers) {
  file.define_numbered_dimension(dimension, numbers, "1", content_of(dimension));
}

}  // namespace

std::span<const DimensionText> root_dimensions() { return texts; }

void define_root_dimensions(NetcdfFile& file, const World& world,
                            const std::vector<ArmText>& arms) {
  const SimulationSettings& simulation = world.simulation;
  define_things(file, "arm", arms);
  define_numbers(file, "replication", spaced(simulation.replications, 0, 1));
  file.define_numbered_dimension("month", spaced(months_in(simulation), 0, days_per_month),
                                 "days since " + simulation.start_date + " 00:00:00",
                                 content_of("month"), {{"calendar", "proleptic_gregorian"}});
  define_things(file, "segment", world.segments);
  define_things(file, "touchpoint", world.touchpoints);
  define_things(file, "journey", world.journeys);
  define_things(file, "department", world.company.departments);
  define_upstream(file, "upstream_touchpoint", world.touchpoints);
  define_things(file, "root_cause", world.company.root_causes);
  define_upstream(file, "upstream_root_cause", world.company.root_causes);
  define_numbers(file, "stars", spaced(5, 1, 1));
}

}  // namespace cxsim
