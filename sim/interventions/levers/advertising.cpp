// Advertising and the promise it carries: how many hear it, what it says, and how loudly.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"advertising", lever(&PolicyLevers::advertising), Operation::multiply, 1.5, "factor",
           "rate at which advertising reaches people; its price is the scenario's opex"},
    Handle{"promise", lever(&PolicyLevers::promise), Operation::move_to, untouched, "quality",
           "quality the brand promises"},
    Handle{"claim", lever(&PolicyLevers::claim), Operation::move_to, untouched, "share",
           "how loudly it does"},
};

constexpr std::array<std::string_view, 4> leans_on{
    "customer.advertising.persuasion", "customer.advertising.explicit_promise",
    "customer.trust.cynicism_rate", "customer.trust.loss"};

}  // namespace

const Kind kinds::advertising{
    .name = "advertising",
    .title = "Advertising and promise",
    .meaning = "more people hear of the firm, and of a promise that it will be held to",
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
