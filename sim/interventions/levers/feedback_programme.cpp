// Listening: on how many journeys the firm asks, and how well it understands the answers.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"feedback", lever(&StageLevers::feedback), Operation::add, .2, "share",
           "share of journeys on which the firm collects feedback"},
    Handle{"analytics", lever(&StageLevers::analytics), Operation::add, .2, "share",
           "accuracy with which it is understood"},
};

constexpr std::array<std::string_view, 2> leans_on{"company.outer_loop.full_hearing",
                                                   "customer.recovery.chance_base"};

}  // namespace

const Kind kinds::feedback_programme{
    .name = "feedback_programme",
    .title = "Feedback programme",
    .meaning =
        "the firm hears of more bad journeys and understands them better; what it does "
        "about them is the loops'",
    .usual = {.ramp = 90},
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
