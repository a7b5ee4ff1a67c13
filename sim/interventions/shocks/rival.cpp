// A rival moves: better, dearer or cheaper, more liked.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"quality", each_rival<&Rival::quality>(), Operation::add, .05, "quality",
           "quality rivals are believed to have"},
    Handle{"price", each_rival<&Rival::price>(), Operation::multiply, untouched, "factor",
           "price of rivals"},
    Handle{"satisfaction", each_rival<&Rival::satisfaction>(), Operation::add, untouched,
           "reaction", "satisfaction rivals are believed to give"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.preference.quality",
                                                   "customer.preference.price"};

}  // namespace

const Kind kinds::rival{
    .name = "rival",
    .title = "Rivals move",
    .meaning = "every rival becomes better, cheaper or more liked",
    .nature = Nature::shock,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
