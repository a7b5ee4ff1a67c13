// The numbers nobody has measured that an arm's success may hang on, and how far to swing each.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.hpp"

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

// Settings that any arm leans on, whatever it does.
inline constexpr std::array<std::string_view, 7> leant_on_by_all{
    "customer.memory.explicit_rate",
    "customer.preference.quality",
    "customer.preference.satisfaction",
    "customer.loyalty.look_satisfaction",
    "customer.loyalty.look_base",
    "customer.word_of_mouth.heard_rate",
    "money.margin"};

// What the interventions of both arms lean on and what every arm does, as far as it is tagged an
// assumption or derived, and the margin; then the effectiveness of each intervention.
std::vector<Assumption> assumptions_of(const Scenario& scenario, const Arm& arm,
                                       const Arm& against);

}  // namespace cxsim
