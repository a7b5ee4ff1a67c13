// The group /contacts: every contact of the observed people, one row each, run after run.
#pragma once

#include <span>
#include <string_view>

#include "engine/life_event.hpp"
#include "recording/column.hpp"

namespace cxsim {

struct LoggedContact {
  std::size_t arm, replication;
  const LifeEvent* event;
};

std::span<const Column<LoggedContact>> contact_columns();

class ContactLog {
 public:
  static void define(NetcdfFile& file);

  // Appends the contacts among the events, in their order.
  void write(NetcdfFile& file, std::size_t arm, std::size_t replication,
             std::span<const LifeEvent> events);

 private:
  std::size_t rows_ = 0;
};

}  // namespace cxsim
