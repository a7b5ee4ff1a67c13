// What holds at the small firm on a day without interventions.
#pragma once

#include <type_traits>

#include "interventions/conditions.hpp"
#include "support/small_plan.hpp"

namespace cxsim {

inline Conditions small_conditions() {
  Conditions now;
  now.market = defaults<MarketSettings>();
  now.rivals = {defaults<Rival>(), defaults<Rival>()};
  for_each_section(now.customer, [](const auto&, auto& section) {
    section = defaults<std::remove_reference_t<decltype(section)>>();
  });
  now.money = defaults<MoneySettings>();
  now.company = small_plan();
  now.touchpoints = small_firm_touchpoints();
  now.journeys = small_firm_journeys();
  return now;
}

}  // namespace cxsim
