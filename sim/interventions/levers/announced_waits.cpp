// Announced waits: a wait that is told, or filled, is not overestimated.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"announced_waits", lever(&PolicyLevers::announced_waits), Operation::move_to, 1, "share",
           "share of waits that are announced or occupied"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.quality.wait_perception",
                                                   "customer.quality.wait_scale"};

}  // namespace

const Kind kinds::announced_waits{
    .name = "announced_waits",
    .title = "Announced waits",
    .meaning =
        "waits are told or filled, and feel as long as they are (Maister 1985, size "
        "assumed)",
    .scopes = static_cast<ScopeKeys>(ScopeKey::touchpoints),
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
