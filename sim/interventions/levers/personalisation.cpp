// Personalisation, with or without consent: welcome where it was asked for, creepy where not.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"personalisation", lever(&PolicyLevers::personalisation), Operation::move_to, 1, "share",
           "how far contacts are personalised"},
    Handle{"consent", lever(&PolicyLevers::consent), Operation::move_to, untouched, "share",
           "how far customers have agreed to it"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.quality.personalisation_gain",
                                                   "customer.quality.privacy_loss"};

}  // namespace

const Kind kinds::personalisation{
    .name = "personalisation",
    .title = "Personalisation",
    .meaning =
        "contacts are fitted to the customer; without consent the private resent it "
        "(Aguirre 2015, sign)",
    .scopes = ScopeKey::touchpoints | some_people,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
