// A diary as JSON: the story, and the numbers it is made of.
#pragma once

#include <span>

#include "analysis/report/json_values.hpp"
#include "experiments/diary.hpp"

namespace cxsim {

Json diary_json(const Diary& diary, const World& world);

// The same as a page draws it: with the kind of each entry, the score of each contact that was
// surveyed, the purchases, and every number to a thousandth. `events` are those it was told from.
Json drawn_diary_json(const Diary& diary, std::span<const LifeEvent> events, const World& world);

}  // namespace cxsim
