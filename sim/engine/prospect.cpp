// Prospects and former customers: they take in advertising, start, and buy or decline.
#include "engine/life.hpp"

namespace cxsim {
namespace {

bool is_former(const Person& p) { return p.history.times_churned > 0; }

std::int32_t after_deciding_against(Person& p, const Today& today) {
  const AcquisitionSettings& s = today.world.customer.acquisition;
  const float pause = s.pause_mean * p.luck.exponential(Decision::next_consideration);
  return due_after(today.day, s.pause_fixed + pause);
}

bool wants_to_start(Person& p, const Today& today, Ledger& ledger) {
  const CustomerSettings& s = today.world.customer;
  const float belief = overall_belief(p.self.mind.belief, s.preference);
  const float chance =
      start_chance(belief, p.self.mind.implicit, today.reputation, is_former(p), s.acquisition);
  const bool starts = p.luck.happens(Decision::starts, chance);
  if (LifeEvent* event = note(p, LifeEventKind::considered, today, ledger)) {
    event->success = starts;
    event->chance = chance;
  }
  return starts;
}

void become_customer(Person& p, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const float cost = today.world.money.acquisition_cost;
  c.lifecycle = Lifecycle::active;
  c.joined = today.day;
  c.next_review = due_after(today.day, today.world.customer.loyalty.period);
  c.cost += cost;
  ledger.tally.of(p.segment, SegmentSum::acquired).count();
  ledger.tally.of(p.segment, SegmentSum::acquisition_cost).add(static_cast<double>(cost));
  if (is_former(p)) ledger.tally.of(p.segment, SegmentSum::won_back).count();
  thank_referrer(p, today, ledger);
}

}  // namespace

bool knows_firm(const Person& p, const Today& today) {
  return p.self.is(Fact::knows_firm) ||
         advertising_rank(p.id, today.key) < today.reached_by_advertising;
}

void consider_firm(Person& p, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const Levers& levers = today.company.levers;
  if (!knows_firm(p, today)) {
    const float pause =
        s.acquisition.unaware_pause * p.luck.exponential(Decision::next_consideration);
    c.next_review = due_after(today.day, pause);
    return;
  }
  become_aware(p);
  take_in_advertising(c.mind, levers.promise, levers.advertising, today.market_expectation,
                      s.advertising);
  if (!today.world.acquiring.exists() || !wants_to_start(p, today, ledger)) {
    decide_against(p, today);
    return;
  }
  c.lifecycle = Lifecycle::considering;
  c.next_review = never;
  const JourneyId way_in = today.world.acquiring;
  start_journey(p, way_in, origin_of_need(way_in, today), today, ledger);
  c.next_contact = today.day + 1;
}

void decide_against(Person& p, const Today& today) {
  p.self.lifecycle = is_former(p) ? Lifecycle::former : Lifecycle::aware;
  p.self.next_review = after_deciding_against(p, today);
  p.self.set(Fact::has_offer, false);
}

Purchase decide_purchase(Person& p, const Today& today, Ledger& ledger) {
  const Preference<float> preference = preference_of(p, today);
  const float chance =
      buy_chance(net(preference), today.reputation, is_former(p), today.world.customer.acquisition);
  const bool buys = p.luck.happens(Decision::buys, chance);
  if (buys) {
    become_customer(p, today, ledger);
  } else {
    decide_against(p, today);
  }
  const LifeEventKind kind = buys ? LifeEventKind::bought : LifeEventKind::declined;
  if (LifeEvent* event = note(p, kind, today, ledger)) {
    event->preference = preference;
    event->net_preference = net(preference);
    event->chance = chance;
  }
  return buys ? Purchase::bought : Purchase::declined;
}

}  // namespace cxsim
