// A surge of demand: the needs behind chosen journeys come up more often, and queues fill.
#include "interventions/catalogue.hpp"
#include "interventions/intervention.hpp"

namespace cxsim {
namespace {

constexpr std::array parameters{
    Parameter{"demand", 2, {.05, 1000}, "factor", "how much more often the needs come up"},
};

constexpr std::array<std::string_view, 2> leans_on{"company.queue.hiring_rate",
                                                   "customer.quality.wait_scale"};

void surge(const Intervention& one, const DayOfResults& today, Conditions& now) {
  const float more =
      changed(1.0f, {Operation::multiply, one.parameter(0)}, strength_on(one.timing, today.day));
  for (std::size_t j = 0; j < now.journeys.size(); ++j) {
    if (!one.scope.journeys.has(JourneyId(j))) continue;
    float& days_between = now.journeys[j].days_between;
    days_between /= max_of(.01f, more);
  }
}

}  // namespace

const Kind kinds::demand_surge{
    .name = "demand_surge",
    .title = "Demand surge",
    .meaning = "the needs behind the journeys in scope come up more often",
    .nature = Nature::shock,
    .usual = {.duration = 30},
    .scopes = static_cast<ScopeKeys>(ScopeKey::journeys),
    .parameters = parameters,
    .leans_on = leans_on,
    .act = surge,
};

}  // namespace cxsim
