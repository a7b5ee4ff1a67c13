// The inner loop reaches a customer: an attempt to put a bad journey right.
#pragma once

#include "engine/tell.hpp"

namespace cxsim {

struct Gains {
  CompanySum attempts, gain;
};

template <class F>
void count_gains(Person<F>& p, Mask<F> condition, Gains to, Ledger& ledger) {
  const auto satisfaction = spread(p.self.mind.satisfaction);
  for_each(p.here && condition, [&](std::size_t k) {
    const float gain = satisfaction[k] - p.history(k).satisfaction_before;
    ledger.tally.of(to.attempts).count();
    ledger.tally.of(to.gain).add(static_cast<double>(gain));
  });
}

template <class F>
void receive_recovery(Person<F>& p, const Today& today, Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const RecoverySettings& s = today.world.customer.recovery;
  const CompanyPlan& plan = today.world.company;
  const Levers& levers = today.company.levers;
  c.next_recovery = Whole<F>(never);
  c.set(Fact::recovery_pending, Mask<F>(false));
  where(p, c.active(), [&] {
    const float skill =
        levers.skill + plan.departments[plan.recovery_department.index()].skill_bonus;
    const float chance = recovery_chance(skill, levers.culture, levers.analytics, s);
    const Mask<F> succeeds = p.luck.happens(Decision::recovery_succeeds, F(chance));
    const Mask<F> had_one_before = c.recoveries > Whole<F>(0);
    c.recoveries = min_of(c.recoveries + Whole<F>(1), Whole<F>(255));

    F told = F(s.failed_told), importance = F(s.failed_told_importance);
    where(p, succeeds, [&] {
      const F experience = recovery_experience(
          c.mind, personal_lever(&Levers::inner_delay, p, today), had_one_before, s);
      be_recovered(c.mind, experience, s);
      told = select(succeeds, s.told_share * experience, told);
      importance = select(succeeds, F(s.told_importance), importance);
    });
    where(p, !succeeds, [&] { be_failed_again(c.mind, s); });

    c.cost = c.cost + s.cost;
    ledger.minutes[plan.recovery_department.index()].add(static_cast<double>(s.minutes),
                                                         count_of(p.here));
    add(p, F(s.cost), SegmentSum::recovery_cost, ledger);
    count(p, CompanySum::recoveries, ledger);
    count(p, succeeds, CompanySum::recoveries_succeeded, ledger);
    using Sum = CompanySum;
    count_gains(p, !succeeds, {Sum::failed_recoveries, Sum::failed_recovery_gain}, ledger);
    count_gains(p, succeeds && had_one_before, {Sum::repeat_recoveries, Sum::repeat_recovery_gain},
                ledger);
    count_gains(p, succeeds && !had_one_before, {Sum::first_recoveries, Sum::first_recovery_gain},
                ledger);
    note(p, LifeEventKind::recovery, today, ledger, [&](auto& event) {
      event.success = succeeds;
      event.number = static_cast<std::uint32_t>(single(c.recoveries));
      event.amount = told;
      event.satisfaction_before = p.history(0).satisfaction_before;
    });
    tell(p, told, importance, Occasion::recovery, today, ledger);
  });
}

}  // namespace cxsim
