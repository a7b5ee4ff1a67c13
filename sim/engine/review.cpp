// The monthly review: a customer pays, looks elsewhere or not, and leaves or not.
#include "engine/life.hpp"

namespace cxsim {
namespace {

// Returns what the payment leaves after the cost of goods.
float pay(Person& p, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const MoneySettings& s = today.world.money;
  const float revenue =
      payment(price_for(p, today), trait(p, Trait::value, today), c.mind.satisfaction, s);
  const float programme = today.company.levers.programme_cost;
  const float benefit = lever(&Levers::loyalty_benefit, p, today);
  const float benefit_cost = benefit * today.world.customer.loyalty_benefit.cost;
  if (benefit > 0) receive_benefit(c.mind, benefit, today.world.customer.loyalty_benefit);
  c.revenue += revenue;
  c.cost += programme + benefit_cost;
  const auto goods = static_cast<double>((1.0f - s.margin) * revenue);
  ledger.tally.of(p.segment, SegmentSum::revenue).add(static_cast<double>(revenue));
  ledger.tally.of(p.segment, SegmentSum::cost_of_goods).add(goods);
  ledger.tally.of(p.segment, SegmentSum::programme_cost).add(static_cast<double>(programme));
  ledger.tally.of(p.segment, SegmentSum::benefit_cost).add(static_cast<double>(benefit_cost));
  return s.margin * revenue;
}

std::int32_t next_consideration(Person& p, const Today& today) {
  const AcquisitionSettings& s = today.world.customer.acquisition;
  if (p.luck.happens(Decision::win_back_offered, lever(&Levers::win_back_offers, p, today))) {
    p.self.set(Fact::has_offer, true);
    return due_after(today.day, lever(&Levers::win_back_delay, p, today));
  }
  const float pause = s.former_pause_mean * p.luck.exponential(Decision::reconsiders);
  return due_after(today.day, s.former_pause_fixed + pause);
}

void leave(Person& p, CauseOfLeaving cause, float margin, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const MoneySettings& s = today.world.money;
  leave_journey(p);
  c.lifecycle = Lifecycle::former;
  c.next_recovery = never;
  c.set(Fact::recovery_pending, false);
  c.set(Fact::has_offer, false);
  p.history.last_churn = today.day;
  p.history.cause = cause;
  if (p.history.times_churned < 255) ++p.history.times_churned;
  tell_of_leaving(p, today, ledger);
  c.next_review = next_consideration(p, today);
  ledger.tally.of(p.segment, SegmentSum::churned).count();
  ledger.tally.of(p.segment, SegmentSum::missed_opportunity)
      .add(static_cast<double>(margin * annuity(s.forgone_horizon, s.discount_rate)));
}

struct Look {
  LookFactors<float> factors;
  float chance;
};

void note_look(Person& p, LifeEventKind kind, const Look& look, const Preference<float>& preference,
               float chance, CauseOfLeaving cause, const Today& today, Ledger& ledger) {
  LifeEvent* event = note(p, kind, today, ledger);
  if (event == nullptr) return;
  event->look = look.factors;
  event->chance = chance;
  event->preference = preference;
  event->net_preference = net(preference);
  event->inertia = inertia(p, today);
  event->cause = cause;
}

void end_offer(Person& p, const Today& today) {
  const float tenure = static_cast<float>(today.day - p.self.joined);
  if (p.self.is(Fact::has_offer) && tenure >= lever(&Levers::win_back_duration, p, today))
    p.self.set(Fact::has_offer, false);
}

}  // namespace

void review_firm(Person& p, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const float margin = pay(p, today, ledger);
  end_offer(p, today);
  c.next_review = due_after(today.day, s.loyalty.period);

  const bool hostile = c.is(Fact::hostile);
  const LookFactors<float> factors = look_factors(c.mind, hostile, s.loyalty);
  const Look look{factors, look_chance(factors, s.loyalty)};
  if (!p.luck.happens(Decision::looks, look.chance)) {
    note_look(p, LifeEventKind::stayed, look, {}, look.chance, CauseOfLeaving::none, today, ledger);
    return;
  }
  ledger.tally.of(p.segment, SegmentSum::looked).count();
  const Preference<float> preference = preference_of(p, today);
  const float chance = leave_chance(net(preference), inertia(p, today));
  if (!p.luck.happens(Decision::leaves, chance)) {
    note_look(p, LifeEventKind::looked, look, preference, chance, CauseOfLeaving::none, today,
              ledger);
    return;
  }
  const float typical = today.world.segments[p.segment.index()].commitment;
  const CauseOfLeaving cause =
      main_cause(pushes_to_leave(factors, preference, typical, s.loyalty, s.preference),
                 s.labels.noticeable_push);
  leave(p, cause, margin, today, ledger);
  note_look(p, LifeEventKind::left, look, preference, chance, cause, today, ledger);
}

}  // namespace cxsim
