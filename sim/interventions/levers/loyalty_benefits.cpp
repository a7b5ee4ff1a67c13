// Loyalty benefits: a reason to stay, and a thank-you for staying.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"benefit", lever(&PolicyLevers::loyalty_benefit), Operation::add, 1, "factor",
           "benefit that staying customers receive: 1 is a usual loyalty programme"},
};

constexpr std::array<std::string_view, 3> leans_on{"customer.loyalty_benefit.inertia",
                                                   "customer.loyalty_benefit.commitment",
                                                   "customer.loyalty_benefit.cost"};

}  // namespace

const Kind kinds::loyalty_benefits{
    .name = "loyalty_benefits",
    .title = "Loyalty benefits",
    .meaning =
        "customers lose something by leaving and commit a little more each month, at a "
        "cost a customer and month",
    .scopes = some_people,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
