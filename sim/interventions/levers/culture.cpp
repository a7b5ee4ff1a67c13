// Culture: employees who put the customer first, slowly.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"culture", lever(&StageLevers::culture), Operation::add, .2, "share",
           "customer-centric culture"},
};

constexpr std::array<std::string_view, 3> leans_on{"company.morale.culture_slope",
                                                   "customer.recovery.chance_culture",
                                                   "company.outer_loop.entropy"};

}  // namespace

const Kind kinds::culture{
    .name = "culture",
    .title = "Customer-centric culture",
    .meaning = "morale, recoveries, bots and root causes all follow the culture they grow in",
    .usual = {.ramp = 360},
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
