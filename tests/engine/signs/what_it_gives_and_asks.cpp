#include "engine/signs/circumstances.hpp"
#include "engine/signs/measures.hpp"
#include "engine/signs/sign.hpp"

namespace cxsim {
namespace {

using R = const RunResult&;

void only_advertising_speaks(World& w) {
  silence(w);
  w.company.policy.advertising = .001f;
}

void cared_for(World& w) {
  for_everybody(w);
  w.company.policy.care = 1;
}

void to_all_who_leave(Intervention& one) {
  set(one, "offers", 1);
  set(one, "delay", 5);
}

void in_days(Intervention& one) { set(one, "delay", 10); }

void half_price(Intervention& one) {
  to_all_who_leave(one);
  set(one, "discount", .5f);
}

double cost_of_care(R r) { return all(r, SegmentSum::care_cost); }

double commitment(R r) { return mean_customer(r, SegmentSum::commitment); }

void for_longer(World& w) {
  people_leave_and_return(w);
  w.simulation.days = 240;
}

Signs of_win_back() {
  const Kind& kind = kinds::win_back;
  const auto world = people_leave_and_return;
  return {
      {kind,
       "offers",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       [](R r) { return all(r, SegmentSum::won_back); },
       world,
       in_days},
      {kind,
       "delay",
       {2, 5, 10, 20, 40},
       Trend::up,
       days_to_offer,
       world,
       [](Intervention& one) { set(one, "offers", 1); }},
      {kind,
       "discount",
       {0, .2f, .4f, .6f, .8f},
       Trend::up,
       price_term_of_returning,
       world,
       to_all_who_leave},
      {kind,
       "offer_duration",
       {1, 31, 61, 91, 121},
       Trend::down,
       revenue_per_customer,
       for_longer,
       half_price},
      {kind,
       "campaign",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       [](R r) { return all(r, CompanySum::people_reached); },
       [](World& w) {
         people_leave_and_return(w);
         w.simulation.burn_in = 90;
       }},
  };
}

}  // namespace

Signs signs_of_what_it_gives_and_asks() {
  Signs signs{
      {kinds::price,
       "price",
       {.6f, .8f, 1, 1.2f, 1.4f},
       Trend::up,
       revenue_per_customer,
       nobody_leaves},
      {kinds::price,
       "price",
       {.6f, .8f, 1, 1.2f, 1.4f},
       Trend::down,
       [](R r) { return mean_customer(r, SegmentSum::preference_price); },
       nobody_leaves},
      {kinds::advertising,
       "advertising",
       {0, 1, 2, 4, 8},
       Trend::down,
       [](R r) { return all(r, SegmentSum::unaware); },
       only_advertising_speaks},
      {kinds::advertising,
       "promise",
       {.75f, .8f, .85f, .9f, 1},
       Trend::down,
       [](R r) { return mean_customer(r, SegmentSum::trust); },
       nobody_leaves},
      {kinds::advertising, "claim", {0, .25f, .5f, .75f, 1}, Trend::up, cynicism, boasts},
      {kinds::care, "care", {0, .25f, .5f, .75f, 1}, Trend::up, delivered, for_everybody},
      {kinds::care, "cost", {0, 1, 2, 3, 4}, Trend::up, cost_of_care, cared_for},
      {kinds::service_recovery,
       "chance",
       {-.5f, -.2f, 0, .15f, .3f},
       Trend::up,
       [](R r) { return ratio(r, CompanySum::recoveries_succeeded, CompanySum::recoveries); }},
      {kinds::service_recovery,
       "experience",
       {-.4f, -.2f, 0, .1f, .2f},
       Trend::up,
       [](R r) { return ratio(r, CompanySum::first_recovery_gain, CompanySum::first_recoveries); }},
      {kinds::service_recovery,
       "cost",
       {0, .5f, 1, 2, 3},
       Trend::up,
       [](R r) { return all(r, SegmentSum::recovery_cost); }},
      {kinds::loyalty_benefits, "benefit", {0, .5f, 1, 2, 4}, Trend::up, commitment},
      {kinds::loyalty_benefits,
       "benefit",
       {0, 1, 2, 4, 8},
       Trend::down,
       [](R r) { return all(r, SegmentSum::churned); }},
      {kinds::loyalty_benefits,
       "benefit",
       {0, .5f, 1, 2, 4},
       Trend::up,
       [](R r) { return all(r, SegmentSum::benefit_cost); }},
  };
  for (const Sign& sign : of_win_back()) signs.push_back(sign);
  return signs;
}

}  // namespace cxsim
