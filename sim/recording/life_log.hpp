// The group /life_events: what people live through, a row for each event of every kind that is
// wanted.
#pragma once

#include "recording/event_log.hpp"

namespace cxsim {

std::span<const Column<LoggedEvent>> life_event_columns();

EventLog life_log(std::vector<PersonId> people, LifeEventKinds kinds);

}  // namespace cxsim
