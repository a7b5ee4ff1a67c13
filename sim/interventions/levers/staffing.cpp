// Staffing: capacity against what the load calls for.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"staffing", each_department<&Department::staffing>(), Operation::multiply, 1.15,
           "factor", "capacity against what the load calls for"},
};

constexpr std::array<std::string_view, 3> leans_on{
    "customer.quality.wait_scale", "company.queue.agents", "company.concert.overload_loss"};

}  // namespace

const Kind kinds::staffing{
    .name = "staffing",
    .title = "Staffing and capacity",
    .meaning =
        "more or fewer people in the departments in scope: waits, overload and morale "
        "follow; wages are the scenario's opex",
    .scopes = static_cast<ScopeKeys>(ScopeKey::departments),
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
