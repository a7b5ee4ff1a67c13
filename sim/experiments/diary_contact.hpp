// One contact in a sentence: who answered, how it compared with what was expected, how it felt.
#pragma once

#include <string>
#include <string_view>

#include "experiments/diary_chapters.hpp"

namespace cxsim {

// What the sentence can build on.
struct Scene {
  const LifeEvent* previous = nullptr;  // contact of the same journey
  std::int32_t days_since = 0;          // the last thing told
  std::string_view felt;                // the last feeling named
};

std::string contact_told(const LifeEvent& contact, const Scene& scene, const World& world);

// That they turned hostile at this contact, or ceased to be.
std::string hostility_told(const LifeEvent& contact);

// That the department of `to` did not know what the one of `from` had been told.
std::string handoff_told(const LifeEvent& from, const LifeEvent& to, const World& world);

}  // namespace cxsim
