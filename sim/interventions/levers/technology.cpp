// Technology: bots answer before people do. It amplifies the culture it meets.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"technology", lever(&PolicyLevers::technology), Operation::move_to, .5, "share",
           "share of human contacts that a bot answers first"},
};

constexpr std::array<std::string_view, 4> leans_on{
    "company.delivery.bot_failure", "company.delivery.bot_emotional",
    "company.delivery.bot_emotional_culture", "money.bot_cost"};

}  // namespace

const Kind kinds::technology{
    .name = "technology",
    .title = "Bots answer first",
    .meaning =
        "a bot takes the first try of a share of human contacts; it is cheap, and as good "
        "as the culture behind it (Luo et al. 2019, sign)",
    .scopes = ScopeKey::touchpoints | some_people,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
