// Service recovery: how often an attempt to put a bad journey right succeeds, and how it feels.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"chance", customer_number<&CustomerSettings::recovery, &RecoverySettings::chance_base>(),
           Operation::add, .15, "probability", "chance that a recovery succeeds"},
    Handle{"experience",
           customer_number<&CustomerSettings::recovery, &RecoverySettings::experience>(),
           Operation::add, untouched, "reaction", "experience of a prompt first recovery"},
    Handle{"cost", customer_number<&CustomerSettings::recovery, &RecoverySettings::cost>(),
           Operation::multiply, untouched, "factor", "cost of one attempt"},
};

constexpr std::array<std::string_view, 3> leans_on{"customer.recovery.satisfaction_rate",
                                                   "customer.recovery.failed_satisfaction",
                                                   "customer.recovery.repeat_penalty"};

}  // namespace

const Kind kinds::service_recovery{
    .name = "service_recovery",
    .title = "Service recovery",
    .meaning = "those who put bad journeys right may do more: replace, refund, apologise",
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
