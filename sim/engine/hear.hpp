// Indirect contact, the receiving side: what was said yesterday is heard today.
#pragma once

#include <span>

#include "engine/person.hpp"

namespace cxsim {

// Hears all of a person's messages of the day, in order.
void hear_messages(Person& person, std::span<const Message> messages, const Today& today,
                   Ledger& ledger);

}  // namespace cxsim
