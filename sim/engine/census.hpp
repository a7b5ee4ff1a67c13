// The end of a month: everybody is looked at, nobody is changed.
#pragma once

#include "engine/prospect.hpp"

namespace cxsim {

template <class F>
void count_recommendation(Person<F>& p, F score, const Today& moment, Ledger& ledger) {
  const CustomerSettings& s = moment.world.customer;
  const Mask<F> promotes = score >= F(s.labels.promoter_score);
  const Mask<F> detracts = score <= F(s.labels.detractor_score);
  count(p, promotes, SegmentSum::promoters, ledger);
  count(p, !promotes && detracts, SegmentSum::detractors, ledger);
  count(p, !promotes && !detracts, SegmentSum::passives, ledger);
  among(p, p.luck.happens(Decision::answers_nps, nps_response_chance(p.self.mind, s.survey)), [&] {
    count(p, SegmentSum::nps_answers, ledger);
    count(p, promotes, SegmentSum::nps_promoters, ledger);
    count(p, detracts, SegmentSum::nps_detractors, ledger);
  });
}

template <class F>
void count_labels(Person<F>& p, F score, const Today& moment, Ledger& ledger) {
  const CustomerSettings& s = moment.world.customer;
  const CustomerOf<F>& c = p.self;
  auto last_praise = spread(Whole<F>(0));
  auto referrals = spread(F(0.0f));
  for_each(p.here, [&](std::size_t k) {
    last_praise[k] = p.history(k).last_praise();
    referrals[k] = p.history(k).referral_value;
  });
  const auto days_since = [&](Whole<F> day) { return F(moment.time) - to_number(day); };
  const LookFactors<F> look = look_factors(c.mind, c.is(Fact::hostile), s.loyalty);
  count(p, is_cultivated(days_since(c.joined), c.mind.satisfaction, s.labels),
        SegmentSum::cultivated, ledger);
  count(p, is_advocate(score, days_since(collect(last_praise)), s.labels), SegmentSum::advocates,
        ledger);
  count(p, look_chance(look, s.loyalty) > F(s.labels.at_risk_look), SegmentSum::at_risk, ledger);
  count(p, is_value_adder(c.revenue, c.cost, collect(referrals), moment.world.money.margin),
        SegmentSum::value_adders, ledger);
}

// Standard deviation of the reactions of one customer, who has had at least two contacts.
template <class F>
F inconsistency_of(const CustomerOf<F>& c) {
  const F n = to_number(c.contacts);
  const F mean = c.reaction_sum / n;
  return square_root(positive_part(c.reaction_squares / n - mean * mean));
}

template <class F>
void count_terms(Person<F>& p, const Preference<F>& terms, Ledger& ledger) {
  add(p, terms.quality, SegmentSum::preference_quality, ledger);
  add(p, terms.satisfaction, SegmentSum::preference_satisfaction, ledger);
  add(p, terms.implicit, SegmentSum::preference_implicit, ledger);
  add(p, terms.commitment, SegmentSum::preference_commitment, ledger);
  add(p, terms.trust, SegmentSum::preference_trust, ledger);
  add(p, terms.equity, SegmentSum::preference_equity, ledger);
  add(p, terms.price, SegmentSum::preference_price, ledger);
  add(p, terms.hostility, SegmentSum::preference_hostility, ledger);
  add(p, terms.rivals, SegmentSum::preference_rivals, ledger);
}

template <class F>
void count_mind(Person<F>& p, const Today& moment, Ledger& ledger) {
  const Mind<F>& mind = p.self.mind;
  const Preference<F> terms = preference_of(p, moment);
  const F preference = net(terms);
  add(p, mind.valence, SegmentSum::valence, ledger);
  add(p, mind.trust, SegmentSum::trust, ledger);
  add(p, mind.commitment, SegmentSum::commitment, ledger);
  add(p, mind.satisfaction, SegmentSum::satisfaction, ledger);
  add(p, preference, SegmentSum::net_preference, ledger);
  count_terms(p, terms, ledger);
  add(p, csat(mind.satisfaction, F(0.0f), moment.world.customer.survey), SegmentSum::csat_points,
      ledger);
  count(p, preference > F(0.0f), SegmentSum::preferring, ledger);
  count(p, p.self.is(Fact::hostile), SegmentSum::hostile, ledger);
  among(p, p.self.contacts >= Whole<F>(2), [&] {
    add(p, inconsistency_of(p.self), SegmentSum::inconsistency, ledger);
    count(p, SegmentSum::inconsistency_people, ledger);
  });
}

// The answer to "how likely are you to recommend us" that they would give at `moment`, 0 to 10.
template <class F>
F score_of(Person<F>& p, const Today& moment) {
  const SurveySettings& s = moment.world.customer.survey;
  const F noise = p.luck.normals(Decision::recommend_noise, Decision::recommend_noise_angle).first;
  return recommend_score(recommend_level(p.self.mind, p.self.is(Fact::hostile), s), noise, s);
}

template <class F>
void count_customer(Person<F>& p, const Today& moment, Ledger& ledger) {
  catch_up(p, moment);
  count(p, SegmentSum::active, ledger);
  const F score = score_of(p, moment);
  count_recommendation(p, score, moment, ledger);
  count_labels(p, score, moment, ledger);
  count_mind(p, moment, ledger);
}

// Somebody who is neither a customer nor known to know the firm: has advertising reached them?
template <class F>
void count_reached(Whole<F> id, Mask<F> here, SegmentId segment, const Today& moment,
                   Ledger& ledger) {
  const Mask<F> aware =
      here && advertising_rank<F>(as_word(id), moment.key) < F(moment.reached_by_advertising);
  const auto people = static_cast<std::int64_t>(count_of(here));
  const auto reached = static_cast<std::int64_t>(count_of(aware));
  ledger.tally.of(segment, SegmentSum::aware).count(reached);
  ledger.tally.of(segment, SegmentSum::unaware).count(people - reached);
}

}  // namespace cxsim
