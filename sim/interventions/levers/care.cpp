// Care for chosen customers: they return it; top-value customers who see it go to others resent it.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"care", lever(&PolicyLevers::care), Operation::add, 1, "share",
           "special care at human contacts for the people in scope"},
    Handle{"cost", lever(&PolicyLevers::care_cost), Operation::move_to, untouched,
           "currency per contact", "cost of care at one contact"},
};

constexpr std::array<std::string_view, 4> leans_on{"customer.quality.care_gain",
                                                   "company.care_cost", "customer.care.equity_gain",
                                                   "customer.care.equity_loss"};

// Care for all: whoever the firm cared for before.
void reach_everybody(const Intervention& one, const DayOfResults&, Conditions& now) {
  if (!one.scope.is_about_people() && now.company.care_for == CareFor::nobody)
    now.company.care_for = CareFor::everybody;
}

}  // namespace

const Kind kinds::care{
    .name = "care",
    .title = "Care for chosen customers",
    .meaning =
        "people in scope are served better at human contacts, at a cost a contact "
        "(Adams 1963, reciprocity)",
    .scopes = ScopeKey::touchpoints | some_people,
    .handles = handles,
    .leans_on = leans_on,
    .act = reach_everybody,
};

}  // namespace cxsim
