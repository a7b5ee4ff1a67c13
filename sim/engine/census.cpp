#include "engine/census.hpp"

#include "engine/life.hpp"

namespace cxsim {
namespace {

using Sum = SegmentSum;

class Count {
 public:
  Count(Tally& tally, SegmentId segment) : tally_(tally), segment_(segment) {}
  void one(Sum sum) { tally_.of(segment_, sum).count(); }
  void one_if(bool condition, Sum sum) {
    if (condition) one(sum);
  }
  void add(Sum sum, float amount) { tally_.of(segment_, sum).add(static_cast<double>(amount)); }

 private:
  Tally& tally_;
  SegmentId segment_;
};

void count_stranger(const Person& p, const Today& moment, Count& count) {
  switch (p.self.lifecycle) {
    case Lifecycle::considering:
      count.one(Sum::considering);
      break;
    case Lifecycle::former:
      count.one(Sum::former);
      break;
    default:
      count.one(knows_firm(p, moment) ? Sum::aware : Sum::unaware);
  }
}

void count_recommendation(Person& p, float score, const Today& moment, Count& count) {
  const CustomerSettings& s = moment.world.customer;
  const bool promotes = score >= s.labels.promoter_score;
  const bool detracts = score <= s.labels.detractor_score;
  count.one(promotes ? Sum::promoters : detracts ? Sum::detractors : Sum::passives);
  if (!p.luck.happens(Decision::answers_nps, nps_response_chance(p.self.mind, s.survey))) return;
  count.one(Sum::nps_answers);
  count.one_if(promotes, Sum::nps_promoters);
  count.one_if(detracts, Sum::nps_detractors);
}

void count_labels(const Person& p, float score, const Today& moment, Count& count) {
  const CustomerSettings& s = moment.world.customer;
  const Customer& c = p.self;
  const auto days_since = [&](std::int32_t day) { return moment.time - static_cast<float>(day); };
  const LookFactors<float> look = look_factors(c.mind, c.is(Fact::hostile), s.loyalty);
  count.one_if(is_cultivated(days_since(c.joined), c.mind.satisfaction, s.labels), Sum::cultivated);
  count.one_if(is_advocate(score, days_since(c.last_praise), s.labels), Sum::advocates);
  count.one_if(look_chance(look, s.loyalty) > s.labels.at_risk_look, Sum::at_risk);
  count.one_if(
      is_value_adder(c.revenue, c.cost, p.history.referral_value, moment.world.money.margin),
      Sum::value_adders);
}

// Standard deviation of the reactions of one customer, who has had at least two contacts.
float inconsistency_of(const History& history) {
  const auto n = static_cast<float>(history.contacts);
  const float mean = history.reaction_sum / n;
  return square_root(positive_part(history.reaction_squares / n - mean * mean));
}

void count_terms(const Preference<float>& terms, Count& count) {
  count.add(Sum::preference_quality, terms.quality);
  count.add(Sum::preference_satisfaction, terms.satisfaction);
  count.add(Sum::preference_implicit, terms.implicit);
  count.add(Sum::preference_commitment, terms.commitment);
  count.add(Sum::preference_trust, terms.trust);
  count.add(Sum::preference_equity, terms.equity);
  count.add(Sum::preference_price, terms.price);
  count.add(Sum::preference_hostility, terms.hostility);
  count.add(Sum::preference_rivals, terms.rivals);
}

void count_mind(const Person& p, const Today& moment, Count& count) {
  const Mind<float>& mind = p.self.mind;
  const Preference<float> terms = preference_of(p, moment);
  const float preference = net(terms);
  count.add(Sum::valence, mind.valence);
  count.add(Sum::trust, mind.trust);
  count.add(Sum::commitment, mind.commitment);
  count.add(Sum::satisfaction, mind.satisfaction);
  count.add(Sum::net_preference, preference);
  count_terms(terms, count);
  count.add(Sum::csat_points, csat(mind.satisfaction, 0.0f, moment.world.customer.survey));
  count.one_if(preference > 0, Sum::preferring);
  count.one_if(p.self.is(Fact::hostile), Sum::hostile);
  if (p.history.contacts < 2) return;
  count.add(Sum::inconsistency, inconsistency_of(p.history));
  count.one(Sum::inconsistency_people);
}

float score_of(Person& p, const Today& moment) {
  const SurveySettings& s = moment.world.customer.survey;
  const float noise =
      p.luck.normals(Decision::recommend_noise, Decision::recommend_noise_angle).first;
  return recommend_score(recommend_level(p.self.mind, p.self.is(Fact::hostile), s), noise, s);
}

void count_customer(Person& p, const Today& moment, Count& count) {
  count.one(Sum::active);
  const float score = score_of(p, moment);
  count_recommendation(p, score, moment, count);
  count_labels(p, score, moment, count);
  count_mind(p, moment, count);
}

}  // namespace

void take_census(const Chunk& chunk, const Today& moment, Tally& tally) {
  for (std::size_t i = 0; i < chunk.size(); ++i) {
    Customer copy = chunk.customer(i);
    History history = chunk.history(i);
    Person person = person_of(copy, history, PersonId(chunk.first().value + i), moment);
    Count count(tally, person.segment);
    if (!copy.active()) {
      count_stranger(person, moment, count);
      continue;
    }
    catch_up(person, moment);
    count_customer(person, moment, count);
  }
}

float recommend_score_of(const Person& person, const Today& moment) {
  Customer copy = person.self;
  History history = person.history;
  Person now = person_of(copy, history, person.id, moment);
  catch_up(now, moment);
  return score_of(now, moment);
}

}  // namespace cxsim
