#include "engine/world.hpp"

#include <cmath>

namespace cxsim {
namespace {

// People are dealt to segments by id, in proportion to the weights.
std::vector<std::uint32_t> ends_of(const std::vector<Segment>& segments, std::int64_t people) {
  double total = 0;
  for (const Segment& segment : segments) total += static_cast<double>(segment.weight);
  std::vector<std::uint32_t> ends;
  double so_far = 0;
  for (const Segment& segment : segments) {
    so_far += static_cast<double>(segment.weight);
    ends.push_back(
        static_cast<std::uint32_t>(std::llround(so_far / total * static_cast<double>(people))));
  }
  ends.back() = static_cast<std::uint32_t>(people);
  return ends;
}

}  // namespace

void prepare(World& world) {
  world.company.slides_from = static_cast<int>(world.simulation.burn_in);
  world.tables = JourneyTables(world.graph, world.journeys.size());
  world.acquiring = JourneyId();
  for (std::size_t j = 0; j < world.journeys.size(); ++j)
    if (world.journeys[j].acquires) world.acquiring = JourneyId(j);
  world.trait_tables.clear();
  for (const Segment& segment : world.segments) world.trait_tables.emplace_back(segment);
  world.segment_ends = ends_of(world.segments, world.simulation.people);
}

}  // namespace cxsim
