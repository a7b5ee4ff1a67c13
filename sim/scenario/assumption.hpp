// The numbers of a scenario and how far to swing each that nobody has measured.
#pragma once

#include <string>
#include <vector>

#include "base/setting.hpp"
#include "engine/world.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {

struct Assumption {
  std::string key;  // in full, as --set takes it
  std::string unit, meaning, source;
  Tag tag = Tag::assumption;
  double value = 0, low = 0, high = 0;  // of the scenario, and both ends of the swing
  bool is_effectiveness = false;        // of one intervention, whose title `meaning` is
};

// A quarter down and up, within the range; from 0, a quarter of the range to either side.
// Both ends are the value where there is nowhere to go.
Assumption swung(Assumption assumption, const Range& range);

// Every number with one key in the scenario's tables of settings, swung.
std::vector<Assumption> number_settings(const World& world);

// intervention."NAME".effectiveness, or of a shock.
std::string effectiveness_key(const Intervention& intervention);

// It stands for all that is unsure of the intervention's effects; swung.
Assumption effectiveness_of(const Intervention& intervention);

}  // namespace cxsim
