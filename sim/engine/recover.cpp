// The inner loop reaches a customer: an attempt to put a bad journey right.
#include "engine/life.hpp"

namespace cxsim {

namespace {

void count_gain(bool succeeds, bool had_one_before, float gain, Ledger& ledger) {
  using Sum = CompanySum;
  const auto [attempts, gains] =
      !succeeds        ? std::pair{Sum::failed_recoveries, Sum::failed_recovery_gain}
      : had_one_before ? std::pair{Sum::repeat_recoveries, Sum::repeat_recovery_gain}
                       : std::pair{Sum::first_recoveries, Sum::first_recovery_gain};
  ledger.tally.of(attempts).count();
  ledger.tally.of(gains).add(static_cast<double>(gain));
}

}  // namespace

void receive_recovery(Person& p, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const RecoverySettings& s = today.world.customer.recovery;
  const CompanyPlan& plan = today.world.company;
  const Levers& levers = today.company.levers;
  c.next_recovery = never;
  c.set(Fact::recovery_pending, false);
  if (!c.active()) return;

  const float skill = levers.skill + plan.departments[plan.recovery_department.index()].skill_bonus;
  const float chance = recovery_chance(skill, levers.culture, levers.analytics, s);
  const bool succeeds = p.luck.happens(Decision::recovery_succeeds, chance);
  const bool had_one_before = c.recoveries > 0;
  if (c.recoveries < 255) ++c.recoveries;

  float told = s.failed_told, importance = s.failed_told_importance;
  if (succeeds) {
    const float experience = recovery_experience(
        c.mind, personal_lever(&Levers::inner_delay, p, today), had_one_before, s);
    be_recovered(c.mind, experience, s);
    told = s.told_share * experience;
    importance = s.told_importance;
  } else {
    be_failed_again(c.mind, s);
  }

  c.cost += s.cost;
  ledger.minutes[plan.recovery_department.index()].add(static_cast<double>(s.minutes));
  ledger.tally.of(p.segment, SegmentSum::recovery_cost).add(static_cast<double>(s.cost));
  ledger.tally.of(CompanySum::recoveries).count();
  if (succeeds) ledger.tally.of(CompanySum::recoveries_succeeded).count();
  count_gain(succeeds, had_one_before, c.mind.satisfaction - p.history.satisfaction_before, ledger);
  if (LifeEvent* event = note(p, LifeEventKind::recovery, today, ledger)) {
    event->success = succeeds;
    event->number = c.recoveries;
    event->amount = told;
  }
  tell(p, told, importance, Occasion::recovery, today, ledger);
}

}  // namespace cxsim
