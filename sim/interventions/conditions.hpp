// What holds on a day: every number of a scenario that interventions and shocks can move.
#pragma once

#include <vector>

#include "company/company.hpp"
#include "journey/journey.hpp"
#include "model/customer_settings.hpp"
#include "model/market.hpp"

namespace cxsim {

struct Conditions {
  MarketSettings market;
  std::vector<Rival> rivals;
  CustomerSettings customer;
  MoneySettings money;
  CompanyPlan company;
  std::vector<Touchpoint> touchpoints;
  std::vector<Journey> journeys;
};

}  // namespace cxsim
