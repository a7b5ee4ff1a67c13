// One visit: who answers, what is delivered, how it is lived, what it costs, what the firm sees.
#pragma once

#include "engine/person.hpp"

namespace cxsim {

template <class F>
struct Visit {
  Mask<F> human, bot;  // who answers; neither where nobody works
  Mask<F> surveyed;    // the journey asks for satisfaction
  Mask<F> failed;
  F wait;  // minutes
  F care;  // special care for chosen customers, [0, 1]
  F cost;  // currency
  F minutes, effort, handoff_alignment;
  Whole<F> owner;
  Encounter<F> encounter;
};

// How much care this person gets here; 0 for who is not chosen.
float care_for(const Somebody& one, const Today& today);

// How much care others could be getting here; what is given elsewhere nobody sees.
float care_given_here(const Somebody& one, const Today& today);

template <class F>
Visit<F> arrive(Person<F>& p, const Today& today) {
  const QualitySettings& s = today.world.customer.quality;
  const ColumnTable<Delivery>& deliveries = today.company.deliveries;
  const std::span<const Journey> journeys(today.world.journeys);
  const Whole<F> at = p.self.vertex, journey = p.self.journey;
  Visit<F> v;

  const Mask<F> staffed = look_up(deliveries, &Delivery::staffed, at);
  const Mask<F> first_try = p.self.failures == Whole<F>(0);
  v.bot = staffed && first_try &&
          p.luck.happens(Decision::answered_by_bot, lever(&Levers::technology, p, today));
  v.human = staffed && !v.bot;
  const Whole<F> by = select(v.human, Whole<F>(static_cast<int>(AnsweredBy::human)),
                             select(v.bot, Whole<F>(static_cast<int>(AnsweredBy::bot)),
                                    Whole<F>(static_cast<int>(AnsweredBy::nobody))));

  const F mean_wait = look_up(deliveries, &Delivery::mean_wait, at);
  v.wait = F(0.0f);
  if (const Mask<F> waits = v.human && mean_wait > F(0.0f); !none(p.here && waits))
    v.wait = select(waits, mean_wait * p.luck.exponential(Decision::wait), F(0.0f));

  Encounter<F>& e = v.encounter;
  e.failure_chance = look_up(deliveries, &Delivery::failure_chance, by, at);
  v.failed = p.luck.happens(Decision::fails, e.failure_chance);
  v.cost = look_up(deliveries, &Delivery::cost, by, at);
  v.minutes = look_up(deliveries, &Delivery::minutes, at);
  v.effort = look_up(deliveries, &Delivery::effort, at);
  v.handoff_alignment = look_up(deliveries, &Delivery::handoff_alignment, at);
  v.owner = look_up(deliveries, &Delivery::owner, at);
  v.surveyed = look_up(journeys, &Journey::surveyed, journey);
  v.care = F(0.0f);

  const F announced = lever(&Levers::announced_waits, p, today);
  e.quality = look_up(deliveries, &Delivery::quality, by, at);
  e.physical = look_up(deliveries, &Delivery::physical, at);
  e.failure_damping = select(v.bot, F(s.bot_failure_damping), F(1.0f));
  e.wait = v.wait;
  e.wait_perception = s.wait_perception + announced * (1.0f - s.wait_perception);
  e.facet_product = look_up(deliveries, &Delivery::facets, std::size_t{0}, at);
  e.facet_service = look_up(deliveries, &Delivery::facets, std::size_t{1}, at);
  e.facet_ux = look_up(deliveries, &Delivery::facets, std::size_t{2}, at);
  e.facet_brand = look_up(deliveries, &Delivery::facets, std::size_t{3}, at);
  e.importance = look_up(journeys, &Journey::importance, journey);
  return v;
}

// Whether anybody anywhere is to be cared for specially.
inline bool care_is_given(const Today& today) {
  return today.company.levers.care > 0 || has_particular_levers(today);
}

template <class F>
F care_received(Person<F>& p, const Visit<F>& v, const Today& today) {
  F received = F(0.0f);
  if (!care_is_given(today)) return received;
  auto care = spread(received);
  among(p, v.human, [&] {
    for_everybody(p, today,
                  [&](std::size_t k, const Somebody& one) { care[k] = care_for(one, today); });
  });
  return collect(care);
}

template <class F>
Circumstances<F> circumstances_of(Person<F>& p, const Visit<F>& v, F noise, const Today& today) {
  Circumstances<F> c;
  c.noise = noise;
  c.severity = select(v.failed, p.luck.uniform(Decision::severity), F(0.0f));
  c.failed = select(v.failed, F(1.0f), F(0.0f));
  c.personalisation = lever(&Levers::personalisation, p, today);
  c.analytics = F(today.company.levers.analytics);
  c.consent = lever(&Levers::consent, p, today);
  c.privacy = F(0.0f);
  if (const Mask<F> personal = c.personalisation > F(0.0f); !none(personal))
    c.privacy = select(personal, privacy_of<F>(as_word(p.id), today.key), F(0.0f));
  c.care = v.care;
  return c;
}

template <class F>
void settle_care(Person<F>& p, const Visit<F>& v, const Today& today, Ledger& ledger) {
  if (!care_is_given(today)) return;
  const CareSettings& s = today.world.customer.care;
  CustomerOf<F>& c = p.self;
  where(
      p, v.care > F(0.0f),
      [&] {
        receive_care(c.mind, v.care, s);
        const F cost = v.care * lever(&Levers::care_cost, p, today);
        c.cost = c.cost + cost;
        add(p, cost, SegmentSum::care_cost, ledger);
      },
      c.mind.equity, c.cost);
  where(
      p, v.human && !(v.care > F(0.0f)),
      [&] {
        auto others = spread(F(0.0f));
        for_everybody(p, today, [&](std::size_t k, const Somebody& one) {
          if (value_tier(one, today) == ValueTier::top) others[k] = care_given_here(one, today);
        });
        const F seen = collect(others);
        where(
            p, seen > F(0.0f), [&] { see_care_go_to_others(c.mind, seen, s); }, c.mind.equity);
      },
      c.mind.equity);
}

// Another department than the last one: does it know what has happened so far?
template <class F>
void hand_over(Person<F>& p, const Visit<F>& v, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const EpisodeSettings& s = today.world.customer.episode;
  const Mask<F> handed_over = c.last_department != Whole<F>(no_id) && c.last_department != v.owner;
  c.last_department = v.owner;
  const F chance = s.handoff_loss * (F(1.0f) - v.handoff_alignment);
  const Mask<F> lost = handed_over && p.luck.happens(Decision::loses_information, chance);
  where(
      p, lost,
      [&] {
        repeat_oneself(c.mind, c.episode, trait(p, Trait::reactivity, today), s);
        count(p, CompanySum::handoffs_lost, ledger);
        note(p, LifeEventKind::lost_information, today, ledger, [&](auto& event) {
          event.touchpoint = TouchpointId(static_cast<std::size_t>(single(c.vertex)));
        });
      },
      c.mind.valence, c.episode);
}

// What the firm's books say of a visit.
template <class F>
void count_visit(Person<F>& p, const Visit<F>& v, const Experience<F>& x, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  c.cost = c.cost + v.cost;
  c.reaction_sum = c.reaction_sum + x.reaction;
  c.reaction_squares = c.reaction_squares + x.reaction * x.reaction;
  c.contacts = min_of(c.contacts + Whole<F>(1), Whole<F>(65535));
  add(p, v.cost, SegmentSum::contact_cost, ledger);

  Tally& tally = ledger.tally;
  const auto vertex = spread(c.vertex), upstream = spread(c.upstream);
  const auto cause = spread(c.upstream_cause);
  const auto gap = small_units(x.gap);
  const auto failed = ones<F>(v.failed), bot = ones<F>(v.bot);
  const auto repeat = ones<F>(c.failures > Whole<F>(0) || c.is(Fact::failure_behind));
  for_each(p.here, [&](std::size_t k) {
    const TouchpointId at(static_cast<std::size_t>(vertex[k]));
    tally.of(at, TouchpointSum::contacts).count();
    tally.of(at, TouchpointSum::gap).add_units(gap[k]);
    tally.of(at, TouchpointSum::failures).count(failed[k]);
    tally.of(at, TouchpointSum::repeats).count(repeat[k]);
    tally.of(at, TouchpointSum::bot_contacts).count(bot[k]);
    tally.upstream_touchpoints.count(at, TouchpointId(static_cast<std::size_t>(upstream[k])));
    tally.upstream_causes.count(at, RootCauseId(static_cast<std::size_t>(cause[k])));
  });

  const auto minutes = spread(v.minutes), wait = spread(v.wait);
  const auto owner = spread(v.owner);
  for_each(p.here && v.human && v.minutes > F(0.0f), [&](std::size_t k) {
    const TouchpointId at(static_cast<std::size_t>(vertex[k]));
    ledger.minutes[static_cast<std::size_t>(owner[k])].add(static_cast<double>(minutes[k]));
    tally.of(at, TouchpointSum::wait).add(static_cast<double>(wait[k]));
    tally.of(at, TouchpointSum::waits).count();
  });
}

// The firm sees a share of the gaps, through the haze that analytics leaves.
template <class F>
void measure_gap(Person<F>& p, const Experience<F>& x, const Today& today, Ledger& ledger) {
  const Levers& levers = today.company.levers;
  const Mask<F> sees = p.luck.happens(Decision::gap_seen, F(levers.feedback));
  if (none(p.here && sees)) return;
  const float haze = (1.0f - levers.analytics) * today.world.customer.survey.gap_noise;
  const F noise = p.luck.normals(Decision::gap_noise, Decision::gap_noise_angle).first;
  const auto seen = spread(x.gap + haze * noise);
  const auto vertex = spread(p.self.vertex);
  for_each(p.here && sees, [&](std::size_t k) {
    const TouchpointId at(static_cast<std::size_t>(vertex[k]));
    ledger.tally.of(at, TouchpointSum::gap_seen).add(static_cast<double>(seen[k]));
    ledger.tally.of(at, TouchpointSum::gaps_seen).count();
  });
}

// The transactional survey; returns the score, or 0 where there is no answer.
template <class F>
F survey_contact(Person<F>& p, const Visit<F>& v, const Experience<F>& x, F noise,
                 const Today& today, Ledger& ledger) {
  const SurveySettings& s = today.world.customer.survey;
  const F chance = csat_response_chance(x.reaction, v.failed, s);
  const Mask<F> answers =
      v.surveyed && p.self.active() && p.luck.happens(Decision::answers_survey, chance);
  if (none(p.here && answers)) return F(0.0f);
  const F score = select(answers, csat(x.reaction, noise, s), F(0.0f));
  const auto scores = spread(score);
  const auto vertex = spread(p.self.vertex);
  for_each(p.here && answers, [&](std::size_t k) {
    const TouchpointId at(static_cast<std::size_t>(vertex[k]));
    ledger.tally.of(at, TouchpointSum::surveys).count();
    ledger.tally.of(at, TouchpointSum::survey_points).add(static_cast<double>(scores[k]));
    if (scores[k] >= s.satisfied_score) ledger.tally.of(at, TouchpointSum::satisfied).count();
  });
  return score;
}

template <class F>
void tell_diary(Person<F>& p, const Visit<F>& v, const Experience<F>& x, F score,
                const Today& today, Ledger& ledger) {
  note(p, LifeEventKind::contact, today, ledger, [&](auto& event) {
    event.touchpoint = TouchpointId(static_cast<std::size_t>(single(p.self.vertex)));
    event.answered_by = count_of(v.human) > 0 ? AnsweredBy::human
                        : count_of(v.bot) > 0 ? AnsweredBy::bot
                                              : AnsweredBy::nobody;
    event.success = !v.failed;
    event.number = static_cast<std::uint32_t>(single(p.self.journey_contacts));
    event.wait = v.wait;
    event.experience = x;
    event.effort = p.self.episode.effort;
    event.surveyed = single(score) > 0;
    event.score = score;
  });
}

// One encounter at the touchpoint where they are; true where it failed.
template <class F>
Mask<F> make_contact(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const Levers& levers = today.company.levers;
  Visit<F> visit = arrive(p, today);
  visit.care = care_received(p, visit, today);
  const auto noise = p.luck.normals(Decision::quality_noise, Decision::quality_noise_angle);
  const Experience<F> x =
      live_encounter(c.mind, visit.encounter, circumstances_of(p, visit, noise.first, today),
                     {F(today.market_expectation), F(levers.promise), F(levers.claim)},
                     trait(p, Trait::reactivity, today), s);
  c.set(Fact::hostile, turns_hostile(c.mind.cynicism, c.is(Fact::hostile), s.trust));
  settle_care(p, visit, today, ledger);
  live_through(c.episode, x.reaction, visit.effort, s.episode);
  c.journey_contacts = min_of(c.journey_contacts + Whole<F>(1), Whole<F>(255));
  count_visit(p, visit, x, ledger);
  measure_gap(p, x, today, ledger);
  const F score = survey_contact(p, visit, x, noise.second, today, ledger);
  tell_diary(p, visit, x, score, today, ledger);
  hand_over(p, visit, today, ledger);
  return visit.failed;
}

}  // namespace cxsim
