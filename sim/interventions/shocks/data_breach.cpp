// A data breach: trust falls at once, and nobody consents any more.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array handles{
    Handle{"consent", lever(&PolicyLevers::consent), Operation::move_to, 0, "share",
           "how far customers agree to personalisation"},
};

constexpr std::array parameters{
    Parameter{"trust", .8, share_range, "factor", "trust that remains on the day it is known"},
};

constexpr std::array<std::string_view, 2> leans_on{"customer.preference.trust",
                                                   "customer.fading.trust"};

std::optional<Happening> become_known(const Intervention& one, std::int64_t day) {
  if (day != one.timing.start) return std::nullopt;
  const float pull = min_of(1.0f, one.timing.strength * one.timing.effectiveness);
  return Happening{.reaches = Reaches::customers, .trust_loss = pull * (1.0f - one.parameter(0))};
}

}  // namespace

const Kind kinds::data_breach{
    .name = "data_breach",
    .title = "Data breach",
    .meaning = "customers lose trust on the day it is known, and withdraw consent",
    .nature = Nature::shock,
    .usual = {.duration = 360, .half_life = 180},
    .scopes = ScopeKey::segments | ScopeKey::value_tiers,
    .handles = handles,
    .parameters = parameters,
    .leans_on = leans_on,
    .happening = become_known,
};

}  // namespace cxsim
