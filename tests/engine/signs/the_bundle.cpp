#include "engine/signs/circumstances.hpp"
#include "engine/signs/measures.hpp"
#include "engine/signs/sign.hpp"

namespace cxsim {
namespace {

using R = const RunResult&;

void personal(World& w) {
  w.company.policy.personalisation = 1;
  w.company.policy.consent = 0;
}

void return_soon(World& w) {
  people_leave_and_return(w);
  w.company.policy.win_back_offers = 1;
  w.company.policy.win_back_delay = 2;
  w.company.policy.win_back_discount = 0;
}

void return_at_half_price(World& w) {
  return_soon(w);
  w.company.policy.win_back_discount = .5f;
  w.company.policy.win_back_duration = 0;
  w.simulation.days = 240;
}

void offers_within_days(World& w) {
  people_leave_and_return(w);
  w.company.policy.win_back_delay = 10;
}

double failing_calls(R r) { return share_failing(r, call); }

constexpr std::array<float, 5> shares{0, .25f, .5f, .75f, 1};

Signs of_stage_levers() {
  const Kind& kind = kinds::free_levers;
  return {
      {kind,
       "alignment",
       {-.4f, -.2f, 0, .2f, .5f},
       Trend::down,
       [](R r) { return all(r, CompanySum::handoffs_lost); },
       nobody_leaves},
      {kind, "culture", {-.3f, -.1f, 0, .2f, .5f}, Trend::up, mean_morale},
      {kind,
       "feedback",
       {-.1f, 0, .2f, .4f, .8f},
       Trend::up,
       [](R r) { return all(r, TouchpointSum::gaps_seen) / all(r, TouchpointSum::contacts); }},
      {kind, "analytics", {-.4f, -.2f, 0, .2f, .6f}, Trend::down, root_causes, fast_loop},
      {kind,
       "inner",
       {-.5f, -.2f, 0, .2f, .4f},
       Trend::up,
       [](R r) { return all(r, CompanySum::recoveries); },
       heard_of},
      {kind, "inner_delay", {-5, -2, 0, 5, 15}, Trend::up, days_to_recovery, taken_up},
      {kind, "outer", {0, 1, 2, 4, 8}, Trend::down, root_causes},
      {kind, "skill", {-.1f, 0, .05f, .1f, .2f}, Trend::down, failing_calls},
      {kind, "empathy", {-.2f, -.1f, 0, .1f, .2f}, Trend::up, delivered},
      {kind,
       "programme_cost",
       {0, 1, 2, 3, 4},
       Trend::up,
       [](R r) { return all(r, SegmentSum::programme_cost); }},
  };
}

Signs of_policy_levers() {
  const Kind& kind = kinds::free_levers;
  return {
      {kind,
       "promise",
       {-.05f, 0, .05f, .1f, .2f},
       Trend::down,
       [](R r) { return mean_customer(r, SegmentSum::trust); },
       nobody_leaves},
      {kind, "claim", shares, Trend::up, cynicism, boasts},
      {kind,
       "advertising",
       {0, .005f, .01f, .02f, .04f},
       Trend::down,
       [](R r) { return all(r, SegmentSum::unaware); },
       quiet},
      {kind, "technology", shares, Trend::up,
       [](R r) { return all(r, TouchpointSum::bot_contacts); }},
      {kind, "personalisation", shares, Trend::up, delivered, all_consent},
      {kind, "consent", shares, Trend::up, delivered, personal},
      {kind, "price", {-.4f, -.2f, 0, .2f, .4f}, Trend::up, revenue_per_customer, nobody_leaves},
      {kind, "staffing", {-.5f, -.25f, 0, .25f, 1}, Trend::down, [](R r) { return mean_wait(r); }},
      {kind, "announced_waits", shares, Trend::up, perceived, short_of_staff},
      {kind, "care", shares, Trend::up, delivered, for_everybody},
      {kind,
       "care_cost",
       {-2, -1, 0, 1, 3},
       Trend::up,
       [](R r) { return all(r, SegmentSum::care_cost); },
       [](World& w) {
         for_everybody(w);
         w.company.policy.care = 1;
       }},
      {kind,
       "encounters",
       {0, 1, 5, 20, 50},
       Trend::up,
       [](R r) { return all(r, CompanySum::messages_sent); },
       quiet},
      {kind, "win_back_offers", shares, Trend::up, [](R r) { return all(r, SegmentSum::won_back); },
       offers_within_days},
      {kind, "win_back_delay", {0, 5, 10, 20, 40}, Trend::up, days_to_offer, return_soon},
      {kind,
       "win_back_discount",
       {0, .2f, .4f, .6f, .8f},
       Trend::up,
       price_term_of_returning,
       return_soon},
      {kind,
       "win_back_duration",
       {1, 31, 61, 91, 121},
       Trend::down,
       revenue_per_customer,
       return_at_half_price},
      {kind,
       "loyalty_benefit",
       {0, .5f, 1, 2, 4},
       Trend::up,
       [](R r) { return mean_customer(r, SegmentSum::commitment); }},
  };
}

}  // namespace

Signs signs_of_the_bundle() {
  Signs signs = of_stage_levers();
  for (const Sign& sign : of_policy_levers()) signs.push_back(sign);
  return signs;
}

}  // namespace cxsim
