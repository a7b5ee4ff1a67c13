// The group /contacts: every contact of the people whose contacts are logged.
#pragma once

#include "recording/event_log.hpp"

namespace cxsim {

std::span<const Column<LoggedEvent>> contact_columns();

EventLog contact_log(std::vector<PersonId> people);

}  // namespace cxsim
