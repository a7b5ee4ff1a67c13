// A customer's journey closes: it is remembered, complained about or not, told, and followed by
// what comes next.
#pragma once

#include "engine/need.hpp"
#include "engine/tell.hpp"

namespace cxsim {

template <class F>
struct Close {
  Mask<F> resolved;
  F experience;  // as remembered, [-1, 1]
  F importance;  // of the journey
};

template <class F>
void count_close(Person<F>& p, const Close<F>& close, F satisfaction_before, const Today& today,
                 Ledger& ledger) {
  const SurveySettings& s = today.world.customer.survey;
  const auto journey = spread(p.self.journey);
  const auto experience = small_units(close.experience);
  const auto points = small_units(csat(close.experience, F(0.0f), s));
  const auto satisfied = ones<F>(close.experience >= F(s.satisfied_reaction));
  const auto abandoned = ones<F>(!close.resolved);
  Tally& tally = ledger.tally;
  for_each(p.here, [&](std::size_t k) {
    const JourneyId id(static_cast<std::size_t>(journey[k]));
    tally.of(id, JourneySum::closed).count();
    tally.of(id, JourneySum::abandoned).count(abandoned[k]);
    tally.of(id, JourneySum::satisfied).count(satisfied[k]);
    tally.of(id, JourneySum::csat_points).add_units(points[k]);
    tally.of(id, JourneySum::experience).add_units(experience[k]);
  });
  note(p, LifeEventKind::close, today, ledger, [&](auto& event) {
    event.success = close.resolved;
    event.amount = close.experience;
    event.number = static_cast<std::uint32_t>(single(p.self.journey_contacts));
    event.effort = p.self.episode.effort;
    event.episode = p.self.episode;
    event.satisfaction_before = satisfaction_before;
  });
}

// The inner loop takes up a bad journey, or leaves it, or ignores one who spoke up.
template <class F>
void complain_or_not(Person<F>& p, const Close<F>& close, F satisfaction_before, const Today& today,
                     Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const ComplaintSettings& s = today.world.customer.complaint;
  const Levers& levers = today.company.levers;
  const Mask<F> voiced =
      p.luck.happens(Decision::voices, voice_chance(c.mind, close.experience, s));
  const float hearing = hearing_chance(levers.feedback, levers.analytics, s);
  const Mask<F> heard = voiced || p.luck.happens(Decision::heard, F(hearing));
  const Mask<F> taken_up = heard && !c.is(Fact::recovery_pending) &&
                           p.luck.happens(Decision::acted_on, lever(&Levers::inner, p, today));
  ledger.bad_episodes += static_cast<std::int64_t>(count_of(p.here));
  ledger.heard += static_cast<std::int64_t>(count_of(p.here && heard));
  count(p, voiced, CompanySum::complaints, ledger);
  among(p, voiced, [&] {
    note(p, LifeEventKind::complaint, today, ledger,
         [&](auto& event) { event.amount = close.experience; });
  });
  where(
      p, taken_up,
      [&] {
        c.set(Fact::recovery_pending, Mask<F>(true));
        const auto before = spread(satisfaction_before);
        for_each(p.here, [&](std::size_t k) { p.history(k).satisfaction_before = before[k]; });
        const F delay =
            lever(&Levers::inner_delay, p, today) * p.luck.exponential(Decision::recovery_delay);
        c.next_recovery = due_after(today, F(1.0f) + delay);
      },
      c.facts, c.next_recovery);
  where(
      p, voiced && !taken_up,
      [&] {
        be_ignored(c.mind, s);
        note(p, LifeEventKind::ignored, today, ledger);
      },
      c.mind);
}

template <class F>
void ask_for_effort(Person<F>& p, const Today& today, Ledger& ledger) {
  const SurveySettings& s = today.world.customer.survey;
  if (s.ces_response <= 0) return;
  among(p, p.luck.happens(Decision::answers_ces, F(s.ces_response)), [&] {
    const F noise = p.luck.normals(Decision::ces_noise, Decision::ces_noise_angle).first;
    add(p, effort_score(p.self.episode.effort, noise, s), SegmentSum::ces_points, ledger);
    count(p, SegmentSum::ces_answers, ledger);
  });
}

// The touchpoint that failed, and its root cause where it has one.
template <class F>
Origin<F> origin_of_failure(const Person<F>& p, Whole<F> spawned, const Today& today) {
  const std::span<const Touchpoint> touchpoints(today.world.touchpoints);
  Origin<F> origin = origin_of_need<F>(spawned, today);
  const Whole<F> at = p.self.vertex;
  const Mask<F> failed_here = at < Whole<F>(static_cast<std::int32_t>(touchpoints.size()));
  const Whole<F> root =
      look_up(touchpoints, &Touchpoint::root_cause, select(failed_here, at, Whole<F>(0)));
  const Whole<F> cause = select(root != Whole<F>(no_id), root, origin.cause);
  return {select(failed_here, at, Whole<F>(no_id)), select(failed_here, cause, Whole<F>(no_id))};
}

// What follows: the journey that a failure starts, or the next need.
template <class F>
void begin_what_follows(Person<F>& p, const Close<F>& close, const Today& today, Ledger& ledger) {
  const std::span<const Journey> journeys(today.world.journeys);
  const Whole<F> journey = p.self.journey;
  const Whole<F> next = look_up(journeys, &Journey::spawns, journey);
  Mask<F> spawns = !close.resolved && next != Whole<F>(no_id);
  if (!none(p.here && spawns))
    spawns = spawns &&
             p.luck.happens(Decision::spawns, look_up(journeys, &Journey::spawn_chance, journey));
  where(p, spawns, [&] {
    const Origin<F> origin = origin_of_failure(p, next, today);
    leave_journey(p);
    start_journey(p, next, origin, today, ledger);
    const F further =
        look_up(journeys, &Journey::spawn_gap, journey) * p.luck.exponential(Decision::dwell);
    p.self.next_contact = due_after(today, F(1.0f) + further);
  });
  where(
      p, !spawns,
      [&] {
        leave_journey(p);
        schedule_next_need(p, today);
      },
      p.self.journey, p.self.next_contact);
}

// What colours this memory besides the journey: standard normal, where memory is coloured at all.
template <class F>
F recall_noise(Person<F>& p, const Today& today) {
  if (today.world.customer.episode.recall_noise <= 0) return F(0.0f);
  return p.luck.normals(Decision::recall_noise, Decision::recall_noise_angle).first;
}

template <class F>
void close_journey(Person<F>& p, std::type_identity_t<Mask<F>> resolved, const Today& today,
                   Ledger& ledger) {
  CustomerOf<F>& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const std::span<const Journey> journeys(today.world.journeys);
  const F importance = look_up(journeys, &Journey::importance, c.journey);
  const Mask<F> remembered = look_up(journeys, &Journey::remembered, c.journey);
  const F contacts = max_of(F(1.0f), to_number(c.journey_contacts));
  const F experience =
      remembered_experience(c.episode, contacts, select(resolved, F(1.0f), F(0.0f)), importance,
                            recall_noise(p, today), s.episode);
  const Close<F> close{resolved, experience, importance};
  const F before = c.mind.satisfaction;
  where(
      p, remembered, [&] { remember(c.mind, experience, c.episode.effort, importance, s.memory); },
      c.mind);
  count_close(p, close, before, today, ledger);
  where(
      p, remembered && is_bad_episode(experience, importance, s.complaint),
      [&] { complain_or_not(p, close, before, today, ledger); }, c.mind, c.facts, c.next_recovery);
  among(p, remembered, [&] {
    tell(p, experience, importance, Occasion::close, today, ledger);
    ask_for_effort(p, today, ledger);
  });
  begin_what_follows(p, close, today, ledger);
}

}  // namespace cxsim
