#include "recording/event_log.hpp"

#include <algorithm>

namespace cxsim {
namespace {

constexpr std::size_t rows_at_once = 1 << 18;

}  // namespace

std::string EventLog::path_of(const Column<LoggedEvent>& column) const {
  return std::string(plan_.group) + "/" + std::string(column.name);
}

void EventLog::define(NetcdfFile& file, std::string_view currency) const {
  if (plan_.people.empty()) return;
  file.define_growing_dimension(std::string(plan_.group) + "/event");
  for (const Column<LoggedEvent>& column : plan_.columns)
    file.define_variable({.path = path_of(column),
                          .dimensions = {"event"},
                          .type = column.type,
                          .units = units_in(column.units, currency),
                          .long_name = std::string(column.long_name),
                          .attributes = attributes_of(column)});
}

bool EventLog::wants(const LifeEvent& event) const {
  return plan_.kinds.has(event.kind) &&
         std::binary_search(plan_.people.begin(), plan_.people.end(), event.person);
}

void EventLog::write(NetcdfFile& file, std::size_t arm, std::size_t replication,
                     std::span<const LifeEvent> events) {
  if (plan_.people.empty()) return;
  std::vector<LoggedEvent> rows;
  const auto flush = [&] {
    for (const Column<LoggedEvent>& column : plan_.columns)
      write_column<LoggedEvent>(file, path_of(column), column, {rows_}, {rows.size()}, rows);
    rows_ += rows.size();
    rows.clear();
  };
  for (const LifeEvent& event : events) {
    if (wants(event)) rows.push_back({arm, replication, &event});
    if (rows.size() == rows_at_once) flush();
  }
  flush();
}

}  // namespace cxsim
