// Cross-functional alignment: departments work as one.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"alignment", lever(&StageLevers::alignment), Operation::add, .2, "share",
           "how far departments work as one"},
};

constexpr std::array<std::string_view, 4> leans_on{
    "company.concert.silo_exponent", "customer.episode.handoff_loss",
    "customer.episode.handoff_reaction", "company.outer_loop.upstream_alignment"};

}  // namespace

const Kind kinds::alignment{
    .name = "alignment",
    .title = "Cross-functional alignment",
    .meaning =
        "departments work as one: fewer handoffs lose information, the weakest link "
        "weighs less, and causes upstream can be mended",
    .usual = {.ramp = 180},
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
