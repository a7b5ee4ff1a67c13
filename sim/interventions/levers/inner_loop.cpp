// The inner loop: customers of bad journeys are called back, and soon.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"inner", lever(&StageLevers::inner), Operation::add, .3, "probability",
           "chance that a bad journey the firm heard of is followed up"},
    Handle{"inner_delay", lever(&StageLevers::inner_delay), Operation::multiply, .5, "factor",
           "mean delay of the follow-up"},
};

constexpr std::array<std::string_view, 4> leans_on{
    "customer.recovery.chance_base", "customer.recovery.experience",
    "customer.recovery.failed_satisfaction", "customer.recovery.cost"};

}  // namespace

const Kind kinds::inner_loop{
    .name = "inner_loop",
    .title = "Inner loop",
    .meaning = "more of the bad journeys that are heard of are followed up, and sooner",
    .usual = {.ramp = 30},
    .scopes = ScopeKey::journeys | some_people,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
