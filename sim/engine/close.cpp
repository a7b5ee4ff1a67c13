// A journey closes: it is remembered, complained about or not, told, and followed by what comes
// next.
#include "engine/life.hpp"

namespace cxsim {
namespace {

struct Close {
  const Journey& journey;
  Ending ending;
  float experience;  // as remembered, [-1, 1]
};

void count_close(Person& p, const Close& close, const Today& today, Ledger& ledger) {
  const JourneyId journey = p.self.journey;
  Tally& tally = ledger.tally;
  tally.of(journey, JourneySum::closed).count();
  if (close.ending == Ending::unresolved) tally.of(journey, JourneySum::abandoned).count();
  if (close.experience >= today.world.customer.survey.satisfied_reaction)
    tally.of(journey, JourneySum::satisfied).count();
  const float points = csat(close.experience, 0.0f, today.world.customer.survey);
  tally.of(journey, JourneySum::csat_points).add(static_cast<double>(points));
  tally.of(journey, JourneySum::experience).add(static_cast<double>(close.experience));
  if (LifeEvent* event = note(p, LifeEventKind::close, today, ledger)) {
    event->success = close.ending == Ending::resolved;
    event->amount = close.experience;
    event->number = p.self.contacts;
    event->effort = p.self.episode.effort;
  }
}

// The inner loop takes up a bad journey, or leaves it, or ignores one who spoke up.
void complain_or_not(Person& p, const Close& close, float satisfaction_before, const Today& today,
                     Ledger& ledger) {
  Customer& c = p.self;
  const ComplaintSettings& s = today.world.customer.complaint;
  const Levers& levers = today.company.levers;
  if (!is_bad_episode(close.experience, close.journey.importance, s)) return;
  const bool voiced = p.luck.happens(Decision::voices, voice_chance(c.mind, close.experience, s));
  const float hearing = hearing_chance(levers.feedback, levers.analytics, s);
  const bool heard = voiced || p.luck.happens(Decision::heard, hearing);
  const bool taken_up = heard && !c.is(Fact::recovery_pending) &&
                        p.luck.happens(Decision::acted_on, lever(&Levers::inner, p, today));
  ++ledger.bad_episodes;
  if (heard) ++ledger.heard;
  if (voiced) {
    c.set(Fact::complained, true);
    ledger.tally.of(CompanySum::complaints).count();
    if (LifeEvent* event = note(p, LifeEventKind::complaint, today, ledger))
      event->amount = close.experience;
  }
  if (taken_up) {
    c.set(Fact::recovery_pending, true);
    p.history.satisfaction_before = satisfaction_before;
    const float delay =
        lever(&Levers::inner_delay, p, today) * p.luck.exponential(Decision::recovery_delay);
    c.next_recovery = due_after(today.day, 1.0f + delay);
  } else if (voiced) {
    be_ignored(c.mind, s);
    note(p, LifeEventKind::ignored, today, ledger);
  }
}

void ask_for_effort(Person& p, const Today& today, Ledger& ledger) {
  const SurveySettings& s = today.world.customer.survey;
  if (!p.luck.happens(Decision::answers_ces, s.ces_response)) return;
  const float noise = p.luck.normals(Decision::ces_noise, Decision::ces_noise_angle).first;
  const float score = effort_score(p.self.episode.effort, noise, s);
  ledger.tally.of(p.segment, SegmentSum::ces_points).add(static_cast<double>(score));
  ledger.tally.of(p.segment, SegmentSum::ces_answers).count();
}

// The touchpoint that failed, and its root cause where it has one.
Origin origin_of_failure(const Person& p, JourneyId spawned, const Today& today) {
  if (!spawned.exists() || !today.world.tables.is_touchpoint(p.self.vertex)) return {};
  Origin origin = origin_of_need(spawned, today);
  origin.failed_at = TouchpointId(p.self.vertex);
  const RootCauseId cause = today.world.touchpoints[p.self.vertex].root_cause;
  if (cause.exists()) origin.cause = cause;
  return origin;
}

// What follows: the journey that a failure starts, or the next need.
void begin_what_follows(Person& p, const Close& close, const Today& today, Ledger& ledger) {
  const bool spawns = close.ending == Ending::unresolved && close.journey.spawns.exists() &&
                      p.luck.happens(Decision::spawns, close.journey.spawn_chance);
  const Origin origin = origin_of_failure(p, close.journey.spawns, today);
  leave_journey(p);
  if (!spawns) {
    schedule_next_need(p, today);
    return;
  }
  start_journey(p, close.journey.spawns, origin, today, ledger);
  const float further = close.journey.spawn_gap * p.luck.exponential(Decision::dwell);
  p.self.next_contact = due_after(today.day, 1.0f + further);
}

}  // namespace

void close_journey(Person& p, Ending ending, const Today& today, Ledger& ledger) {
  Customer& c = p.self;
  const CustomerSettings& s = today.world.customer;
  const Journey& journey = today.world.journeys[c.journey.index()];
  const float resolved = ending == Ending::resolved ? 1.0f : 0.0f;
  const float contacts = max_of(1.0f, static_cast<float>(c.contacts));
  const Close close{
      journey, ending,
      remembered_experience(c.episode, contacts, resolved, journey.importance, s.episode)};
  if (journey.remembered) {
    const float before = c.mind.satisfaction;
    remember(c.mind, close.experience, c.episode.effort, journey.importance, s.memory);
    count_close(p, close, today, ledger);
    complain_or_not(p, close, before, today, ledger);
    tell(p, close.experience, journey.importance, Occasion::close, today, ledger);
    ask_for_effort(p, today, ledger);
  } else {
    count_close(p, close, today, ledger);
  }
  begin_what_follows(p, close, today, ledger);
}

}  // namespace cxsim
