// One visit: who answers, what is delivered, how it is lived, what it costs, what the firm sees.
#include "engine/life.hpp"

namespace cxsim {
namespace {

struct Visit {
  const Delivery& delivery;
  const Journey& journey;
  AnsweredBy by;
  float wait;  // minutes
  bool failed;
  float care;  // special care for chosen customers, [0, 1]
};

AnsweredBy who_answers(Person& p, const Delivery& delivery, const Today& today) {
  if (!delivery.staffed) return AnsweredBy::nobody;
  const bool first_try = p.self.failures == 0;
  const float technology = lever(&Levers::technology, p, today);
  if (first_try && p.luck.happens(Decision::answered_by_bot, technology)) return AnsweredBy::bot;
  return AnsweredBy::human;
}

bool is_chosen_for_care(const Person& p, const Today& today) {
  switch (today.world.company.care_for) {
    case CareFor::nobody:
      return false;
    case CareFor::everybody:
      return true;
    case CareFor::top_value:
      return value_tier(p, today) == ValueTier::top;
    case CareFor::bottom_value:
      return value_tier(p, today) == ValueTier::bottom;
    case CareFor::random:
      return Luck(today.key, p.id.value, 0)
          .happens(Decision::chosen_for_care, today.world.customer.care.random_share);
  }
  return false;
}

// How much care this person gets here; 0 for who is not chosen.
float care_for(const Person& p, const Today& today) {
  const float care = today.company.levers.care;
  const float everybodys = care > 0 && is_chosen_for_care(p, today) ? care : 0.0f;
  if (today.plans == nullptr || today.plans->particular.empty()) return everybodys;
  return particular_lever(everybodys, &Levers::care, today.plans->particular,
                          [&](const Scope& scope) { return concerns_contact(scope, p, today); });
}

Visit arrive(Person& p, const Today& today) {
  const Delivery& delivery = today.company.deliveries[p.self.vertex];
  const AnsweredBy by = who_answers(p, delivery, today);
  const bool human = by == AnsweredBy::human;
  const float wait = human && delivery.mean_wait > 0
                         ? delivery.mean_wait * p.luck.exponential(Decision::wait)
                         : 0.0f;
  const bool failed = p.luck.happens(Decision::fails, of(delivery.failure_chance, by));
  const float care = human ? care_for(p, today) : 0.0f;
  return {delivery, today.world.journeys[p.self.journey.index()], by, wait, failed, care};
}

Encounter<float> encounter_of(const Person& p, const Visit& visit, const Today& today) {
  const QualitySettings& s = today.world.customer.quality;
  const float announced = lever(&Levers::announced_waits, p, today);
  Encounter<float> e;
  e.quality = of(visit.delivery.quality, visit.by);
  e.physical = visit.delivery.physical;
  e.failure_chance = of(visit.delivery.failure_chance, visit.by);
  e.failure_damping = visit.by == AnsweredBy::bot ? s.bot_failure_damping : 1.0f;
  e.wait = visit.wait;
  e.wait_perception = s.wait_perception + announced * (1.0f - s.wait_perception);
  e.facet_product = visit.delivery.facets.product;
  e.facet_service = visit.delivery.facets.service;
  e.facet_ux = visit.delivery.facets.ux;
  e.facet_brand = visit.delivery.facets.brand;
  e.importance = visit.journey.importance;
  return e;
}

Circumstances<float> circumstances_of(Person& p, const Visit& visit, float noise,
                                      const Today& today) {
  Circumstances<float> c;
  c.noise = noise;
  c.severity = visit.failed ? p.luck.uniform(Decision::severity) : 0.0f;
  c.failed = visit.failed ? 1.0f : 0.0f;
  c.personalisation = lever(&Levers::personalisation, p, today);
  c.analytics = today.company.levers.analytics;
  c.consent = lever(&Levers::consent, p, today);
  c.privacy = c.personalisation > 0 ? privacy_of(p.id, today.key) : 0.0f;
  c.care = visit.care;
  return c;
}

// How much care others could be getting here; what is given elsewhere nobody sees.
float care_given_here(const Person& p, const Today& today) {
  float most = today.company.levers.care;
  if (today.plans == nullptr) return most;
  for (const ParticularChange& one : today.plans->particular)
    if (one.lever == &Levers::care && is_here(*one.scope, p) && one.scope->share > 0)
      most =
          max_of(most, min_of(1.0f, changed(today.company.levers.care, one.change, one.strength)));
  return most;
}

void settle_care(Person& p, const Visit& visit, const Today& today, Ledger& ledger) {
  if (visit.by != AnsweredBy::human) return;
  const CareSettings& s = today.world.customer.care;
  if (visit.care > 0) {
    const float cost = visit.care * lever(&Levers::care_cost, p, today);
    receive_care(p.self.mind, visit.care, s);
    p.self.cost += cost;
    ledger.tally.of(p.segment, SegmentSum::care_cost).add(static_cast<double>(cost));
    return;
  }
  const float others = care_given_here(p, today);
  if (others > 0 && value_tier(p, today) == ValueTier::top)
    see_care_go_to_others(p.self.mind, others, s);
}

// Another department than the last one: does it know what has happened so far?
void hand_over(Person& p, const Visit& visit, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const bool handed_over = c.last_department.exists() && c.last_department != visit.delivery.owner;
  c.last_department = visit.delivery.owner;
  if (!handed_over) return;
  const EpisodeSettings& s = today.world.customer.episode;
  const float chance = s.handoff_loss * (1.0f - visit.delivery.handoff_alignment);
  if (!p.luck.happens(Decision::loses_information, chance)) return;
  repeat_oneself(c.mind, c.episode, trait(p, Trait::reactivity, today), s);
  ledger.tally.of(CompanySum::handoffs_lost).count();
  if (LifeEvent* event = note(p, LifeEventKind::lost_information, today, ledger))
    event->touchpoint = TouchpointId(c.vertex);
}

void count_visit(Person& p, const Visit& visit, const Experience<float>& x, Ledger& ledger) {
  const TouchpointId at(p.self.vertex);
  const float cost = of(visit.delivery.cost, visit.by);
  p.self.cost += cost;
  p.history.reaction_sum += x.reaction;
  p.history.reaction_squares += x.reaction * x.reaction;
  if (p.history.contacts < 65535) ++p.history.contacts;
  Tally& tally = ledger.tally;
  tally.of(p.segment, SegmentSum::contact_cost).add(static_cast<double>(cost));
  tally.of(at, TouchpointSum::contacts).count();
  tally.of(at, TouchpointSum::gap).add(static_cast<double>(x.gap));
  if (visit.failed) tally.of(at, TouchpointSum::failures).count();
  if (p.self.failures > 0 || p.self.is(Fact::failure_behind))
    tally.of(at, TouchpointSum::repeats).count();
  if (visit.by == AnsweredBy::bot) tally.of(at, TouchpointSum::bot_contacts).count();
  tally.upstream_touchpoints.count(at, p.self.upstream);
  tally.upstream_causes.count(at, p.self.upstream_cause);
  if (visit.by != AnsweredBy::human || visit.delivery.minutes <= 0) return;
  ledger.minutes[visit.delivery.owner.index()].add(static_cast<double>(visit.delivery.minutes));
  tally.of(at, TouchpointSum::wait).add(static_cast<double>(visit.wait));
  tally.of(at, TouchpointSum::waits).count();
}

// The firm sees a share of the gaps, through the haze that analytics leaves.
void measure_gap(Person& p, const Experience<float>& x, const Today& today, Ledger& ledger) {
  const Levers& levers = today.company.levers;
  if (!p.luck.happens(Decision::gap_seen, levers.feedback)) return;
  const float haze = (1.0f - levers.analytics) * today.world.customer.survey.gap_noise;
  const float noise = p.luck.normals(Decision::gap_noise, Decision::gap_noise_angle).first;
  const TouchpointId at(p.self.vertex);
  ledger.tally.of(at, TouchpointSum::gap_seen).add(static_cast<double>(x.gap + haze * noise));
  ledger.tally.of(at, TouchpointSum::gaps_seen).count();
}

// The transactional survey; returns the score, or 0 where there is no answer.
float survey_contact(Person& p, const Visit& visit, const Experience<float>& x, float noise,
                     const Today& today, Ledger& ledger) {
  const SurveySettings& s = today.world.customer.survey;
  if (!visit.journey.surveyed || !p.self.active()) return 0;
  const float chance = csat_response_chance(x.reaction, visit.failed, s);
  if (!p.luck.happens(Decision::answers_survey, chance)) return 0;
  const float score = csat(x.reaction, noise, s);
  const TouchpointId at(p.self.vertex);
  ledger.tally.of(at, TouchpointSum::surveys).count();
  ledger.tally.of(at, TouchpointSum::survey_points).add(static_cast<double>(score));
  if (score >= s.satisfied_score) ledger.tally.of(at, TouchpointSum::satisfied).count();
  return score;
}

void tell_diary(Person& p, const Visit& visit, const Experience<float>& x, const Today& today,
                Ledger& ledger) {
  LifeEvent* event = note(p, LifeEventKind::contact, today, ledger);
  if (event == nullptr) return;
  event->touchpoint = TouchpointId(p.self.vertex);
  event->answered_by = visit.by;
  event->success = !visit.failed;
  event->number = p.self.contacts;
  event->wait = visit.wait;
  event->experience = x;
  event->effort = p.self.episode.effort;
}

}  // namespace

bool make_contact(Person& p, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const Levers& levers = today.company.levers;
  const Visit visit = arrive(p, today);
  const auto noise = p.luck.normals(Decision::quality_noise, Decision::quality_noise_angle);
  const Experience<float> x = live_encounter(
      c.mind, encounter_of(p, visit, today), circumstances_of(p, visit, noise.first, today),
      {today.market_expectation, levers.promise, levers.claim}, trait(p, Trait::reactivity, today),
      s);
  c.set(Fact::hostile, turns_hostile(c.mind.cynicism, c.is(Fact::hostile), s.trust));
  settle_care(p, visit, today, ledger);
  live_through(c.episode, x.reaction, visit.delivery.effort, s.episode);
  if (c.contacts < 255) ++c.contacts;
  count_visit(p, visit, x, ledger);
  measure_gap(p, x, today, ledger);
  tell_diary(p, visit, x, today, ledger);
  hand_over(p, visit, today, ledger);
  const float score = survey_contact(p, visit, x, noise.second, today, ledger);
  if (score > 0 && c.is(Fact::observed)) {
    for (auto event = ledger.events.rbegin(); event != ledger.events.rend(); ++event) {
      if (event->kind != LifeEventKind::contact) continue;
      event->surveyed = true;
      event->score = score;
      break;
    }
  }
  return visit.failed;
}

}  // namespace cxsim
