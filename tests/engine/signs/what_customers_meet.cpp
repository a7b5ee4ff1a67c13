#include "engine/signs/circumstances.hpp"
#include "engine/signs/measures.hpp"
#include "engine/signs/sign.hpp"

namespace cxsim {
namespace {

using R = const RunResult&;

void personal(Intervention& one) { set(one, "personalisation", 1); }

double fix_effort(R r) {
  double total = 0, count = 0;
  for (const LifeEvent& e : r.events) {
    if (e.kind != LifeEventKind::close || e.number == 0) continue;
    total += static_cast<double>(e.effort) / e.number;
    ++count;
  }
  return total / count;
}

Signs of_touchpoints() {
  const Kind& kind = kinds::touchpoint_quality;
  constexpr std::array<float, 5> more{-.2f, -.1f, 0, .05f, .1f}, factors{.5f, 1, 1.5f, 2, 3};
  return {
      {kind, "rational", more, Trend::up, delivered},
      {kind, "emotional", more, Trend::up, delivered},
      {kind, "sensorial", more, Trend::up, delivered},
      {kind, "physical", more, Trend::up, delivered},
      {kind, "p_fail", factors, Trend::up, [](R r) { return share_failing(r, app); }},
      {kind, "effort", factors, Trend::up, fix_effort},
      {kind, "service_minutes", factors, Trend::up,
       [](R r) { return at(r, service, DepartmentSum::minutes); }},
      {kind, "cost", factors, Trend::up, [](R r) { return all(r, SegmentSum::contact_cost); }},
  };
}

}  // namespace

Signs signs_of_what_customers_meet() {
  Signs signs{
      {kinds::training,
       "skill",
       {-.1f, 0, .1f, .2f, .3f},
       Trend::down,
       [](R r) { return share_failing(r, call); }},
      {kinds::training, "empathy", {-.1f, 0, .1f, .2f, .3f}, Trend::up, delivered},
      {kinds::technology,
       "technology",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       [](R r) { return all(r, TouchpointSum::bot_contacts); }},
      {kinds::shared_record,
       "handoff_loss",
       {0, .5f, 1, 1.5f, 2},
       Trend::up,
       [](R r) { return all(r, CompanySum::handoffs_lost); }},
      {kinds::shared_record,
       "analytics",
       {-.4f, -.2f, 0, .2f, .6f},
       Trend::down,
       root_causes,
       fast_loop},
      {kinds::personalisation,
       "personalisation",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       delivered,
       all_consent},
      {kinds::personalisation,
       "consent",
       {0, .25f, .5f, .75f, 1},
       Trend::up,
       delivered,
       nullptr,
       personal},
  };
  for (const Sign& sign : of_touchpoints()) signs.push_back(sign);
  return signs;
}

}  // namespace cxsim
