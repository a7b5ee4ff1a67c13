// A recession: people mind prices more, and may spend less.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"price_sensitivity",
           customer_number<&CustomerSettings::preference, &PreferenceSettings::price>(),
           Operation::multiply, 1.5, "factor", "weight of prices in every choice"},
    Handle{"revenue", number_of<&Conditions::money, &MoneySettings::revenue>(), Operation::multiply,
           untouched, "factor", "payment of an average customer"},
};

constexpr std::array<std::string_view, 1> leans_on{"customer.preference.price"};

}  // namespace

const Kind kinds::recession{
    .name = "recession",
    .title = "Recession",
    .meaning =
        "prices weigh more in every choice; with a price at the reference this alone "
        "changes nothing, because price differences are what is weighed",
    .nature = Nature::shock,
    .usual = {.ramp = 90, .duration = 540, .half_life = 180},
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
