// Price: what everybody, or somebody, pays against the reference price.
#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"price", lever(&PolicyLevers::price), Operation::multiply, .95, "factor",
           "price against what it was"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.preference.price", "money.margin"};

}  // namespace

const Kind kinds::price{
    .name = "price",
    .title = "Price",
    .meaning =
        "a cut or a rise, for everybody or for some; the cost of goods follows revenue, "
        "as it does in the whole model",
    .scopes = some_people,
    .handles = handles,
    .leans_on = leans_on,
};

}  // namespace cxsim
