// A group of the result file with one row for each event of some people: a person's events of a day
// in the order they were lived, run after run.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/life_event.hpp"
#include "recording/column.hpp"

namespace cxsim {

struct LoggedEvent {
  std::size_t arm, replication;
  const LifeEvent* event;
};

// What a log holds, and of whom.
struct EventLogPlan {
  std::string_view group;
  std::span<const Column<LoggedEvent>> columns;
  LifeEventKinds kinds;
  std::vector<PersonId> people;  // in order; nobody leaves the group out
};

class EventLog {
 public:
  explicit EventLog(EventLogPlan plan) : plan_(std::move(plan)) {}

  void define(NetcdfFile& file, std::string_view currency) const;

  // Appends those of the events that it logs, in their order.
  void write(NetcdfFile& file, std::size_t arm, std::size_t replication,
             std::span<const LifeEvent> events);

 private:
  bool wants(const LifeEvent& event) const;
  std::string path_of(const Column<LoggedEvent>& column) const;

  EventLogPlan plan_;
  std::size_t rows_ = 0;
};

// Place in a dimension that begins with "none".
template <class Thing>
double place_after_none(Thing thing) {
  return thing.exists() ? static_cast<double>(thing.index() + 1) : 0;
}

}  // namespace cxsim
