// The monthly review: a customer pays, looks elsewhere or not, and leaves or not.
#pragma once

#include "engine/need.hpp"
#include "engine/tell.hpp"

namespace cxsim {

// Returns what the payment leaves after the cost of goods.
template <class F>
F pay(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const MoneySettings& s = today.world.money;
  const F revenue =
      payment(price_for(p, today), trait(p, Trait::value, today), c.mind.satisfaction, s);
  const F programme = F(today.company.levers.programme_cost);
  const F benefit = lever(&Levers::loyalty_benefit, p, today);
  const F benefit_cost = benefit * today.world.customer.loyalty_benefit.cost;
  where(
      p, benefit > F(0.0f),
      [&] { receive_benefit(c.mind, benefit, today.world.customer.loyalty_benefit); },
      c.mind.commitment);
  c.revenue = c.revenue + revenue;
  c.cost = c.cost + (programme + benefit_cost);
  add(p, revenue, SegmentSum::revenue, ledger);
  add(p, (1.0f - s.margin) * revenue, SegmentSum::cost_of_goods, ledger);
  add(p, programme, SegmentSum::programme_cost, ledger);
  add(p, benefit_cost, SegmentSum::benefit_cost, ledger);
  return s.margin * revenue;
}

template <class F>
void end_offer(Person<F>& p, const Today& today) {
  CustomerOf<F>& c = p.self;
  const Mask<F> has_offer = c.is(Fact::has_offer);
  if (none(p.here && has_offer)) return;
  const F tenure = to_number(Whole<F>(today.day) - c.joined);
  const Mask<F> ends = tenure >= lever(&Levers::win_back_duration, p, today);
  c.set(Fact::has_offer, has_offer && !ends);
}

template <class F>
Whole<F> next_consideration(Person<F>& p, const Today& today) {
  const AcquisitionSettings& s = today.world.customer.acquisition;
  const Mask<F> offered =
      p.luck.happens(Decision::win_back_offered, lever(&Levers::win_back_offers, p, today));
  p.self.set(Fact::has_offer, p.self.is(Fact::has_offer) || offered);
  const F pause = s.former_pause_mean * p.luck.exponential(Decision::reconsiders);
  return select(offered, due_after(today, lever(&Levers::win_back_delay, p, today)),
                due_after(today, s.former_pause_fixed + pause));
}

template <class F>
struct Look {
  LookFactors<F> factors;
  Preference<F> preference;
};

template <class F>
void leave(Person<F>& p, F margin, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const MoneySettings& s = today.world.money;
  leave_journey(p);
  c.become(Lifecycle::former);
  c.next_recovery = Whole<F>(never);
  c.set(Fact::recovery_pending, Mask<F>(false));
  c.set(Fact::has_offer, Mask<F>(false));
  c.set(Fact::has_left, Mask<F>(true));
  explain_leaving(p, today, ledger);
  tell_of_leaving(p, today, ledger);
  c.next_review = next_consideration(p, today);
  count(p, SegmentSum::churned, ledger);
  add(p, margin * annuity(s.forgone_horizon, s.discount_rate), SegmentSum::missed_opportunity,
      ledger);
}

// Keeps why each of them leaves.
template <class F>
void record_leaving(Person<F>& p, const Look<F>& look, const Today& today) {
  const CustomerSettings& s = today.world.customer;
  const float typical = today.world.segments[p.segment.index()].commitment;
  const auto pushes =
      pushes_to_leave(look.factors, look.preference, typical, s.loyalty, s.preference);
  const auto joined = spread(p.self.joined);
  std::array<decltype(spread(F())), push_count> strengths;
  for (std::size_t i = 0; i < push_count; ++i) strengths[i] = spread(pushes[i].strength);
  for_each(p.here, [&](std::size_t k) {
    std::array<Push<float>, push_count> theirs;
    for (std::size_t i = 0; i < push_count; ++i) theirs[i] = {pushes[i].cause, strengths[i][k]};
    p.history(k).note_churn(today.day, joined[k], main_cause(theirs, s.labels.noticeable_push));
  });
}

template <class F>
void note_look(Person<F>& p, LifeEventKind kind, const Look<F>& look, F chance, const Today& today,
               Ledger& ledger) {
  note(p, kind, today, ledger, [&](auto& event) {
    event.look = look.factors;
    event.chance = chance;
    event.preference = look.preference;
    event.net_preference = net(look.preference);
    event.inertia = inertia(p, today);
    event.cause = kind == LifeEventKind::left ? p.history(0).cause() : CauseOfLeaving::none;
  });
}

template <class F>
void look_elsewhere(Person<F>& p, Look<F> look, F margin, const Today& today, Ledger& ledger) {
  look.preference = preference_of(p, today);
  count(p, SegmentSum::looked, ledger);
  const F chance = leave_chance(net(look.preference), inertia(p, today));
  const Mask<F> leaves = p.luck.happens(Decision::leaves, chance);
  among(p, !leaves, [&] { note_look(p, LifeEventKind::looked, look, chance, today, ledger); });
  where(p, leaves, [&] {
    record_leaving(p, look, today);
    leave(p, margin, today, ledger);
    note_look(p, LifeEventKind::left, look, chance, today, ledger);
  });
}

template <class F>
void review_firm(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const F margin = pay(p, today, ledger);
  end_offer(p, today);
  c.next_review = due_after(today, F(s.loyalty.period));

  const Look<F> look{look_factors(c.mind, c.is(Fact::hostile), s.loyalty), {}};
  const F chance = look_chance(look.factors, s.loyalty);
  const Mask<F> looks = p.luck.happens(Decision::looks, chance);
  among(p, !looks, [&] { note_look(p, LifeEventKind::stayed, look, chance, today, ledger); });
  where(p, looks, [&] { look_elsewhere(p, look, margin, today, ledger); });
}

}  // namespace cxsim
