#include "recording/result_writer.hpp"

#include <cassert>
#include <utility>

#include "recording/contact_log.hpp"
#include "recording/life_log.hpp"
#include "recording/measures.hpp"
#include "recording/numbers.hpp"
#include "recording/people_table.hpp"
#include "recording/result_dimensions.hpp"

namespace cxsim {
namespace {

// What readers need to work on with the numbers, as attributes of the file.
void write_settings(NetcdfFile& file, const World& world) {
  const SimulationSettings& simulation = world.simulation;
  file.write_attribute({"currency", simulation.currency});
  file.write_attribute({"start_date", simulation.start_date});
  file.write_attribute({"population", static_cast<std::int32_t>(simulation.people)});
  file.write_attribute({"discount_rate", static_cast<double>(world.money.discount_rate)});
}

}  // namespace

ResultWriter::ResultWriter(std::string path, const World& world, const ResultPlan& plan)
    : file_(std::move(path), header_of(plan.title)),
      shape_(shape_of(world)),
      has_people_(!plan.people.empty()),
      logs_{contact_log(plan.contacts), life_log(plan.lives, plan.life_events)} {
  const std::string& currency = world.simulation.currency;
  write_settings(file_, world);
  define_root_dimensions(file_, world, plan.arms);
  define_arms(plan.arms);
  define_measures(currency);
  define_people(file_, plan.people, currency);
  for (const EventLog& log : logs_) log.define(file_, currency);
  write_provenance(file_, plan.scenario, world);
}

void ResultWriter::define_arms(const std::vector<ArmText>& arms) {
  const std::string name = "action_day";
  file_.define_variable({.path = name,
                         .dimensions = {"arm"},
                         .type = NumberType::int32,
                         .units = "d",
                         .long_name = std::string(action_day_meaning)});
  std::vector<std::int32_t> days;
  for (const ArmText& arm : arms) days.push_back(arm.action_day);
  file_.write_slab(name, {0}, {days.size()}, days);
}

void ResultWriter::define_measures(const std::string& currency) {
  for (const Measure& measure : measures())
    file_.define_variable({.path = std::string(measure.name),
                           .dimensions = dimensions_of(measure),
                           .type = measure.type,
                           .units = units_in(measure.units, currency),
                           .long_name = std::string(measure.long_name)});
}

void ResultWriter::write(std::size_t arm, std::size_t replication, const RunResult& result) {
  assert(result.complete);
  write_measures(arm, replication, result);
  if (has_people_) write_people(file_, arm, replication, result.people);
  for (EventLog& log : logs_) log.write(file_, arm, replication, result.events);
  file_.flush();
}

void ResultWriter::write_measures(std::size_t arm, std::size_t replication,
                                  const RunResult& result) {
  for (const Measure& measure : measures()) {
    const Extents lengths = lengths_along(measure.axis, shape_);
    Extents start{arm, replication, 0}, count{1, 1, result.months.size()};
    start.resize(start.size() + lengths.size(), 0);
    count.insert(count.end(), lengths.begin(), lengths.end());
    write_numbers(file_, std::string(measure.name), measure.type, start, count,
                  values_of(measure, result.months, shape_));
  }
}

void ResultWriter::keep_replications(std::size_t count) {
  file_.shorten_dimension("replication", count);
}

void ResultWriter::finish() { file_.finish(); }

}  // namespace cxsim
