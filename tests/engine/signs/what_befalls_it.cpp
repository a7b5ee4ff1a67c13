#include "engine/signs/circumstances.hpp"
#include "engine/signs/measures.hpp"
#include "engine/signs/sign.hpp"

namespace cxsim {
namespace {

using R = const RunResult&;

void all_consent_to_personalisation(World& w) {
  w.company.policy.personalisation = w.company.policy.consent = 1;
}

void over_and_over(Intervention& one) {
  one.timing.duration = 120;
  set(one, "reach", .2f);
}

void to_everybody(Intervention& one) { set(one, "reach", 1); }

void of_fix_only(Intervention& one) { one.scope.journeys.add(fix); }

double net_preference(R r) { return mean_customer(r, SegmentSum::net_preference); }

double believed(R r) { return mean_customer(r, SegmentSum::preference_quality); }

double trust(R r) { return mean_customer(r, SegmentSum::trust); }

double reached(R r) { return all(r, CompanySum::people_reached); }

Signs of_news() {
  const Kind& kind = kinds::news;
  return {
      {kind, "reach", {0, .25f, .5f, .75f, 1}, Trend::up, reached},
      {kind, "experience", {-1, -.5f, 0, .5f, 1}, Trend::up, believed, quiet, to_everybody},
      {kind, "vividness", {0, 1, 2, 4, 8}, Trend::down, believed, quiet, to_everybody},
      {kind, "trust_loss", {0, .1f, .3f, .6f, 1}, Trend::down, trust, quiet, to_everybody},
      {kind,
       "implicit_loss",
       {0, .03f, .1f, .3f, .6f},
       Trend::down,
       [](R r) { return mean_customer(r, SegmentSum::preference_implicit); },
       quiet,
       to_everybody},
      {kind,
       "reputation_loss",
       {-.2f, 0, .1f, .2f, .4f},
       Trend::down,
       [](R r) { return all(r, CompanySum::reputation); }},
      {kind, "every", {5, 10, 20, 40, 80}, Trend::down, reached, nullptr, over_and_over},
  };
}

}  // namespace

Signs signs_of_what_befalls_it() {
  Signs signs{
      {kinds::outage,
       "p_fail",
       {0, 1, 2, 4, 6},
       Trend::up,
       [](R r) { return share_failing(r, web); }},
      {kinds::demand_surge,
       "demand",
       {0, .5f, 1, 2, 4},
       Trend::up,
       [](R r) { return at(r, fix, JourneySum::closed); },
       nullptr,
       of_fix_only},
      {kinds::rival, "quality", {-.2f, -.1f, 0, .1f, .2f}, Trend::down, net_preference, quiet},
      {kinds::rival, "price", {.5f, .75f, 1, 1.5f, 2}, Trend::up, net_preference, quiet},
      {kinds::rival, "satisfaction", {-.4f, -.2f, 0, .2f, .4f}, Trend::down, net_preference, quiet},
      {kinds::recession,
       "price_sensitivity",
       {0, .5f, 1, 2, 4},
       Trend::down,
       net_preference,
       quiet},
      {kinds::recession, "revenue", {.25f, .5f, 1, 1.5f, 2}, Trend::up, revenue_per_customer},
      {kinds::data_breach,
       "consent",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       delivered,
       all_consent_to_personalisation},
      {kinds::data_breach, "trust", {0, .25f, .5f, .75f, 1}, Trend::up, trust, quiet},
      {kinds::expectation_jump,
       "expectation",
       {-.1f, -.05f, 0, .05f, .1f},
       Trend::down,
       [](R r) { return ratio(r, TouchpointSum::gap, TouchpointSum::contacts); }},
  };
  for (const Sign& sign : of_news()) signs.push_back(sign);
  return signs;
}

}  // namespace cxsim
