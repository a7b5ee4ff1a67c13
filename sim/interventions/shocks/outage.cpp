// An outage: contacts at chosen touchpoints fail more often for a while.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"p_fail", each_touchpoint<&Touchpoint::p_fail>(), Operation::multiply, 8, "factor",
           "chance that a contact fails"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.quality.failure_penalty",
                                                   "customer.memory.explicit_rate"};

}  // namespace

const Kind kinds::outage{
    .name = "outage",
    .title = "Outage",
    .meaning = "contacts at the touchpoints in scope fail more often",
    .nature = Nature::shock,
    .usual = {.duration = 5},
    .scopes = ScopeKey::touchpoints | ScopeKey::departments,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
