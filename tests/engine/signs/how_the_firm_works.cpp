#include "engine/signs/circumstances.hpp"
#include "engine/signs/measures.hpp"
#include "engine/signs/sign.hpp"

namespace cxsim {
namespace {

using R = const RunResult&;

void funded_for_two_months(Intervention& one) {
  one.timing.duration = 60;
  one.timing.half_life = 36500;
  set(one, "stage", 6);
  set(one, "days_per_stage", 20);
}

void to_the_top(Intervention& one) { set(one, "stage", 6); }

void in_a_month(Intervention& one) { set(one, "days_per_stage", 30); }

double programme_cost(R r) { return mean_customer(r, SegmentSum::programme_cost); }

double recoveries(R r) { return all(r, CompanySum::recoveries); }

double wait(R r) { return mean_wait(r); }

double gaps_seen(R r) { return all(r, TouchpointSum::gaps_seen) / all(r, TouchpointSum::contacts); }

}  // namespace

Signs signs_of_how_the_firm_works() {
  return {
      {kinds::maturity_climb,
       "stage",
       {2, 3, 4, 5, 6},
       Trend::up,
       programme_cost,
       nullptr,
       in_a_month},
      {kinds::maturity_climb,
       "days_per_stage",
       {5, 20, 40, 80, 160},
       Trend::down,
       programme_cost,
       nullptr,
       to_the_top},
      {kinds::maturity_climb,
       "slide_days",
       {5, 20, 40, 80, 160},
       Trend::up,
       programme_cost,
       nullptr,
       funded_for_two_months},
      {kinds::feedback_programme, "feedback", {-.1f, 0, .2f, .4f, .8f}, Trend::up, gaps_seen},
      {kinds::feedback_programme,
       "analytics",
       {-.4f, -.2f, 0, .2f, .6f},
       Trend::down,
       root_causes,
       fast_loop},
      {kinds::inner_loop, "inner", {-.5f, -.2f, 0, .2f, .4f}, Trend::up, recoveries, heard_of},
      {kinds::inner_loop, "inner_delay", {0, .5f, 1, 2, 4}, Trend::up, days_to_recovery, taken_up},
      {kinds::outer_loop, "outer", {0, 1, 2, 4, 8}, Trend::down, root_causes},
      {kinds::outer_loop,
       "level",
       {0, .5f, 1, 1.5f, 2},
       Trend::up,
       [](R r) { return share_failing(r, app); }},
      {kinds::alignment,
       "alignment",
       {-.4f, -.2f, 0, .2f, .5f},
       Trend::down,
       [](R r) { return all(r, CompanySum::handoffs_lost); },
       nobody_leaves},
      {kinds::culture, "culture", {-.3f, -.1f, 0, .2f, .5f}, Trend::up, mean_morale},
      {kinds::staffing, "staffing", {.5f, .75f, 1, 1.25f, 2}, Trend::down, wait},
      {kinds::announced_waits,
       "announced_waits",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       perceived,
       short_of_staff},
      {kinds::continuous_improvement, "outer", {0, 1, 2, 4, 8}, Trend::down, root_causes},
      {kinds::continuous_improvement, "entropy", {0, .5f, 1, 2, 4}, Trend::up, root_causes},
      {kinds::continuous_improvement,
       "skill",
       {-.1f, 0, .05f, .1f, .3f},
       Trend::down,
       [](R r) { return share_failing(r, call); }},
  };
}

}  // namespace cxsim
