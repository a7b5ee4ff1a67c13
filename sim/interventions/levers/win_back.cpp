// Win-back: offers to those who leave, and a campaign to those who left.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"offers", lever(&PolicyLevers::win_back_offers), Operation::move_to, .5, "share",
           "share of leaving customers who get an offer"},
    Handle{"delay", lever(&PolicyLevers::win_back_delay), Operation::move_to, untouched, "days",
           "time from leaving to the offer"},
    Handle{"discount", lever(&PolicyLevers::win_back_discount), Operation::move_to, untouched,
           "share", "price cut of the offer"},
    Handle{"offer_duration", lever(&PolicyLevers::win_back_duration), Operation::move_to, untouched,
           "days", "time the price cut lasts"},
};

constexpr std::array parameters{
    Parameter{"campaign", 0, share_range, "share",
              "share of all former customers who get the offer on the first day", "", Tag::choice},
};

constexpr std::array<std::string_view, 3> leans_on{"customer.acquisition.former_penalty",
                                                   "customer.acquisition.former_buy_threshold",
                                                   "customer.preference.price"};

std::optional<Happening> call_back(const Intervention& one, std::int64_t day) {
  const float reach =
      one.parameter(0) * min_of(1.0f, one.timing.strength * one.timing.effectiveness);
  if (day != one.timing.start || reach <= 0) return std::nullopt;
  return Happening{.reaches = Reaches::former_customers, .reach = reach, .brings_offer = true};
}

}  // namespace

const Kind kinds::win_back{
    .name = "win_back",
    .title = "Win-back offers",
    .meaning = "former customers consider the firm again, at a lower price for a while",
    .scopes = ScopeKey::segments | ScopeKey::value_tiers,
    .handles = handles,
    .parameters = parameters,
    .leans_on = leans_on,
    .happening = call_back,
};

}  // namespace cxsim
