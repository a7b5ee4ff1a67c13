// The numbers nobody has measured that an arm's success may hang on, and how far to swing each.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "scenario/assumption.hpp"
#include "scenario/scenario.hpp"

namespace cxsim {

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
