// A shared customer record (CRM): the next department knows what the last one heard.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"handoff_loss",
           customer_number<&CustomerSettings::episode, &EpisodeSettings::handoff_loss>(),
           Operation::multiply, .5, "factor", "chance that a handoff loses information"},
    Handle{"analytics", lever(&StageLevers::analytics), Operation::add, .2, "share",
           "accuracy with which feedback is understood"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.episode.handoff_loss",
                                                   "customer.episode.handoff_reaction"};

}  // namespace

const Kind kinds::shared_record{
    .name = "shared_record",
    .title = "Shared customer record",
    .meaning =
        "departments see one record of the customer (CRM): fewer handoffs lose "
        "information, and feedback is understood better",
    .usual = {.ramp = 90},
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
