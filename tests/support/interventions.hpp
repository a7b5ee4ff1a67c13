// Interventions made by hand: of a kind, at once and for good, moving one number.
#pragma once

#include <cmath>
#include <string_view>
#include <utility>

#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {

// Sets the amount of a handle, or a parameter, by its key.
inline void set(Intervention& one, std::string_view key, float amount) {
  for (std::size_t h = 0; h < one.kind->handles.size(); ++h)
    if (one.kind->handles[h].key == key) one.changes[h].amount = amount;
  for (std::size_t k = 0; k < one.kind->parameters.size(); ++k)
    if (one.kind->parameters[k].key == key) one.parameters[k] = amount;
}

// One that moves nothing yet: at its full strength from day 0 of results to the end.
inline Intervention bare(const Kind& kind) {
  Intervention one = usual(kind);
  one.timing = defaults<Timing>();
  for (Change& change : one.changes) change.amount = std::nanf("");
  return one;
}

inline Intervention bare(const Kind& kind, std::string_view key, float amount) {
  Intervention one = bare(kind);
  set(one, key, amount);
  return one;
}

inline Intervention from_day(std::int64_t start, Intervention one) {
  one.timing.start = start;
  return one;
}

inline Intervention for_days(float duration, Intervention one) {
  one.timing.duration = duration;
  return one;
}

inline Intervention named(std::string name, Intervention one) {
  one.name = one.title = std::move(name);
  return one;
}

}  // namespace cxsim
