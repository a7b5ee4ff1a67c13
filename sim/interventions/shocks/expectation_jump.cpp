// The market moves on: somebody shows what is possible, and everybody is held to it.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"expectation", number_of<&Conditions::market, &MarketSettings::expectation>(),
           Operation::add, .03, "quality", "quality that customers hold every firm to"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.expectation.loss_aversion",
                                                   "market.expectation_trend"};

}  // namespace

const Kind kinds::expectation_jump{
    .name = "expectation_jump",
    .title = "Market expectation jump",
    .meaning = "customers come to hold every firm to a higher standard",
    .nature = Nature::shock,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
