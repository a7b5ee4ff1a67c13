// What can be turned on an intervention or a shock: when it acts, what it costs, how far it goes.
#pragma once

#include <functional>
#include <string>

#include "analysis/report/json_values.hpp"
#include "analysis/studio/slider.hpp"
#include "engine/world.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {

// What a scenario says about the sizes and units of its numbers.
struct Surroundings {
  Horizon horizon;
  std::string currency;
};

Surroundings surroundings_in(const World& world);

// The key of one of its numbers, given by the number's name; of a change by its operation too,
// since a change written as {add = x} has a key of its own below it.
using KeyOf = std::function<std::string(std::string_view number, const Change* change)>;

// Control[]: its timing, its share of people if it has one, and the numbers of its kind; those
// that it leaves alone only where `left_alone` asks for them, with null for a value.
enum class LeftAlone : unsigned char { left_out, shown };
Json intervention_controls(const Intervention& one, const Surroundings& around, const KeyOf& key_of,
                           LeftAlone left_alone);

// "intervention" or "shock"
std::string_view name_of(Nature nature);

}  // namespace cxsim
