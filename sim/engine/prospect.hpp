// Prospects and former customers: they take in advertising, start, and buy or decline.
#pragma once

#include "engine/need.hpp"
#include "engine/tell.hpp"

namespace cxsim {

template <class F>
Mask<F> knows_firm(const Person<F>& p, const Today& today) {
  const Mask<F> knows = p.self.is(Fact::knows_firm);
  if (none(p.here && !knows)) return knows;
  return knows || advertising_rank<F>(as_word(p.id), today.key) < F(today.reached_by_advertising);
}

template <class F>
void decide_against(Person<F>& p, const Today& today) {
  const AcquisitionSettings& s = today.world.customer.acquisition;
  const auto state = [](Lifecycle l) { return Whole<F>(static_cast<std::int32_t>(l)); };
  p.self.lifecycle =
      select(p.self.is(Fact::has_left), state(Lifecycle::former), state(Lifecycle::aware));
  const F pause = s.pause_mean * p.luck.exponential(Decision::next_consideration);
  p.self.next_review = due_after(today, s.pause_fixed + pause);
  p.self.set(Fact::has_offer, Mask<F>(false));
}

template <class F>
Mask<F> wants_to_start(Person<F>& p, const Today& today, Ledger& ledger) {
  const CustomerSettings& s = today.world.customer;
  const F belief = overall_belief(p.self.mind.belief, s.preference);
  const F chance = start_chance(belief, p.self.mind.implicit, F(today.reputation),
                                p.self.is(Fact::has_left), s.acquisition);
  const Mask<F> starts = p.luck.happens(Decision::starts, chance);
  note(p, LifeEventKind::considered, today, ledger, [&](auto& event) {
    event.success = starts;
    event.chance = chance;
  });
  return starts;
}

template <class F>
void consider_firm(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const Levers& levers = today.company.levers;
  const Mask<F> knows = knows_firm(p, today);
  where(p, !knows, [&] {
    const F pause = s.acquisition.unaware_pause * p.luck.exponential(Decision::next_consideration);
    c.next_review = due_after(today, pause);
  });
  where(p, knows, [&] {
    become_aware(p);
    take_in_advertising(c.mind, F(levers.promise), F(levers.advertising),
                        F(today.market_expectation), s.advertising);
    const Mask<F> starts =
        today.world.acquiring.exists() ? wants_to_start(p, today, ledger) : Mask<F>(false);
    where(p, !starts, [&] { decide_against(p, today); });
    where(p, starts, [&] {
      c.become(Lifecycle::considering);
      c.next_review = Whole<F>(never);
      const Whole<F> way_in = Whole<F>(today.world.acquiring.value);
      start_journey(p, way_in, origin_of_need<F>(way_in, today), today, ledger);
      c.next_contact = Whole<F>(today.day + 1);
    });
  });
}

template <class F>
void become_customer(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const F cost = F(today.world.money.acquisition_cost);
  c.become(Lifecycle::active);
  c.joined = Whole<F>(today.day);
  c.next_review = due_after(today, F(today.world.customer.loyalty.period));
  c.cost = c.cost + cost;
  count(p, SegmentSum::acquired, ledger);
  add(p, cost, SegmentSum::acquisition_cost, ledger);
  count(p, c.is(Fact::has_left), SegmentSum::won_back, ledger);
  thank_referrer(p, today, ledger);
}

// At the purchase; true for those who buy.
template <class F>
Mask<F> decide_purchase(Person<F>& p, const Today& today, Ledger& ledger) {
  const Preference<F> preference = preference_of(p, today);
  const F chance = buy_chance(net(preference), F(today.reputation), p.self.is(Fact::has_left),
                              today.world.customer.acquisition);
  const Mask<F> buys = p.luck.happens(Decision::buys, chance);
  where(p, buys, [&] { become_customer(p, today, ledger); });
  where(p, !buys, [&] { decide_against(p, today); });
  if constexpr (lane_count<F> == 1) {
    const LifeEventKind kind = buys ? LifeEventKind::bought : LifeEventKind::declined;
    note(p, kind, today, ledger, [&](auto& event) {
      event.preference = preference;
      event.net_preference = net(preference);
      event.chance = chance;
    });
  }
  return buys;
}

}  // namespace cxsim
