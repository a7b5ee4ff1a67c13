// Training: skill and empathy of chosen departments, learnt slowly and forgotten slowly.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"skill", each_department<&Department::skill_bonus>(), Operation::add, .08, "share",
           "skill beyond the firm's"},
    Handle{"empathy", each_department<&Department::empathy_bonus>(), Operation::add, .08, "share",
           "empathy beyond the firm's"},
};

constexpr std::array<std::string_view, 3> leans_on{"company.delivery.rational_capability",
                                                   "company.delivery.emotional_capability",
                                                   "company.delivery.skill_protection"};

}  // namespace

// Ramp assumed; half-life between the transfer of training (62, 44, 34% at 0, 6, 12 months: Saks &
// Belcourt 2006) and the decay of unused skill (Arthur et al. 1998).
const Kind kinds::training{
    .name = "training",
    .title = "Training",
    .meaning =
        "raises skill and empathy of the departments in scope; ramp and half-life follow "
        "Saks & Belcourt 2006 and Arthur et al. 1998",
    .usual = {.ramp = 90, .half_life = 300},
    .scopes = static_cast<ScopeKeys>(ScopeKey::departments),
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
