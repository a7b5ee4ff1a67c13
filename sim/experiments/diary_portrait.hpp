// Who the story is about, before it begins and after it ends.
#pragma once

#include "experiments/diary_telling.hpp"

namespace cxsim {

// "The life of person 7, who left in anger"
std::string title_of(PersonId person, const std::vector<LifeEvent>& events,
                     const PersonRecord& record, const Telling& telling);

// What sort of person they are, and where they stand when the story begins.
Paragraphs portrait_of(PersonId person, const Telling& telling);

// Where they stand when it ends, and what it came to for both sides.
Paragraphs epilogue_of(const std::vector<LifeEvent>& events, const PersonRecord& record,
                       const Telling& telling);

}  // namespace cxsim
