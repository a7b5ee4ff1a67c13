// A journey drawn anew: steps and ways added, taken out or made likelier, rolled out over
// customers.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array<std::string_view, 3> leans_on{"customer.episode.handoff_loss",
                                                   "customer.episode.effort_rate",
                                                   "customer.memory.explicit_rate"};

std::string_view refuse(const Intervention& one) {
  const JourneyRedesign& r = one.redesign;
  if (!r.journey.exists()) return "it does not say which journey: journey = \"...\"";
  if (r.steps.empty() && r.remove.empty() && r.edges.empty())
    return "it changes nothing: give steps, remove or edges";
  return {};
}

}  // namespace

const Kind kinds::journey_redesign{
    .name = "journey_redesign",
    .title = "Redesign a journey",
    .meaning =
        "customers take new ways through the touchpoints; the ramp is its roll-out, in "
        "which a growing share of customers takes them",
    .leans_on = leans_on,
    .refusal = refuse,
    .redesigns_a_journey = true,
};

}  // namespace cxsim
