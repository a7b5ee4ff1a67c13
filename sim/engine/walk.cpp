// The walk on the touchpoint graph: a need arises, a contact is made, an edge leads on.
#include "engine/life.hpp"

namespace cxsim {
namespace {

// Needs of each kind a day, for this person today.
float need_rate(const Person& p, const Journey& journey, std::size_t j, const Today& today) {
  if (journey.days_between <= 0) return 0;
  float rate = today.world.segments[p.segment.index()].need_factors[j] / journey.days_between;
  if (journey.root_cause.exists()) rate *= today.root_cause_levels[journey.root_cause.index()];
  if (journey.scales_with_demand) rate *= trait(p, Trait::demand, today);
  return rate;
}

float need_rates(const Person& p, const Today& today) {
  float total = 0;
  for (std::size_t j = 0; j < today.world.journeys.size(); ++j)
    total += need_rate(p, today.world.journeys[j], j, today);
  return total;
}

JourneyId choose_need(Person& p, const Today& today) {
  const float at = p.luck.uniform(Decision::intent) * need_rates(p, today);
  float so_far = 0;
  JourneyId last;
  for (std::size_t j = 0; j < today.world.journeys.size(); ++j) {
    const float rate = need_rate(p, today.world.journeys[j], j, today);
    if (rate <= 0) continue;
    last = JourneyId(j);
    so_far += rate;
    if (at < so_far) break;
  }
  return last;
}

enum class Step : unsigned char { at_touchpoint, done };

WalkState walk_state(const Person& p) {
  const Customer& c = p.self;
  return {c.mind.valence, c.mind.trust, c.episode.effort, static_cast<float>(c.failures)};
}

// The ways this person takes on this journey, under the redesigns that have reached them.
const JourneyTables& ways_of(const Person& p, const Today& today) {
  if (today.plans == nullptr || today.plans->redesigns.empty()) return today.world.tables;
  for (const JourneyWays& ways : today.programme->ways())
    if (ways.journey == p.self.journey)
      return ways.for_whom(pilot_rank(p, today), today.plans->redesigns);
  return today.world.tables;
}

const WalkEdge& draw_edge(Person& p, Outcome outcome, Decision decision, const Today& today) {
  const auto edges = ways_of(p, today).edges(p.self.journey, p.self.vertex, outcome);
  return choose_edge(edges, walk_state(p), p.luck.uniform(decision));
}

void end_walk(Person& p, std::uint8_t end, const Today& today, Ledger& ledger) {
  const JourneyTables& tables = today.world.tables;
  if (!p.self.active()) {
    leave_journey(p);
    // Whoever declined at the purchase has decided already.
    if (p.self.lifecycle == Lifecycle::considering) decide_against(p, today);
    return;
  }
  if (end == tables.vertex(Landmark::declined)) {
    leave_journey(p);
    schedule_next_need(p, today);
    return;
  }
  const bool resolved = end == tables.vertex(Landmark::resolved);
  close_journey(p, resolved ? Ending::resolved : Ending::unresolved, today, ledger);
}

void arrive_later(Person& p, const WalkEdge& edge, const Today& today) {
  if (edge.to != p.self.vertex) p.self.failures = 0;
  p.self.vertex = edge.to;
  const float further = edge.dwell * p.luck.exponential(Decision::dwell);
  p.self.next_contact = due_after(today.day, 1.0f + further);
}

void follow(Person& p, const WalkEdge& edge, const Today& today, Ledger& ledger) {
  const JourneyTables& tables = today.world.tables;
  if (tables.is_touchpoint(edge.to)) {
    arrive_later(p, edge, today);
    return;
  }
  if (edge.to != tables.vertex(Landmark::purchase)) {
    end_walk(p, edge.to, today, ledger);
    return;
  }
  p.self.vertex = edge.to;
  const bool bought = decide_purchase(p, today, ledger) == Purchase::bought;
  const Outcome outcome = bought ? Outcome::success : Outcome::failure;
  const WalkEdge& next = draw_edge(p, outcome, Decision::edge_after_purchase, today);
  if (tables.is_touchpoint(next.to) && bought)
    arrive_later(p, next, today);
  else
    end_walk(p, next.to, today, ledger);
}

// From the entry to the first touchpoint, on the day the journey begins.
Step enter(Person& p, const Today& today, Ledger& ledger) {
  const WalkEdge edge = draw_edge(p, Outcome::success, Decision::entry_edge, today);
  if (today.world.tables.is_touchpoint(edge.to)) {
    p.self.vertex = edge.to;
    return Step::at_touchpoint;
  }
  if (edge.to == today.world.tables.vertex(Landmark::purchase)) {
    follow(p, edge, today, ledger);
    return Step::done;
  }
  // Every step was skipped: nothing happened, nothing is remembered.
  leave_journey(p);
  if (p.self.active())
    schedule_next_need(p, today);
  else
    decide_against(p, today);
  return Step::done;
}

// Gives up after a failure, the sooner the more often it failed. Prospects just move on.
bool gives_up(Person& p, const Journey& journey) {
  if (!journey.retries || !p.self.active()) return false;
  if (static_cast<float>(p.self.contacts) > journey.contact_limit) return true;
  const float chance = journey.abandon_slope * static_cast<float>(p.self.failures);
  return p.luck.happens(Decision::abandons, chance);
}

void move_on(Person& p, bool failed, const Today& today, Ledger& ledger) {
  const Journey& journey = today.world.journeys[p.self.journey.index()];
  if (failed && p.self.failures < 255) ++p.self.failures;
  if (failed && gives_up(p, journey)) {
    close_journey(p, Ending::unresolved, today, ledger);
    return;
  }
  const Outcome outcome = failed ? Outcome::failure : Outcome::success;
  const WalkEdge& edge = draw_edge(p, outcome, Decision::next_edge, today);
  if (!failed) p.self.failures = 0;
  follow(p, edge, today, ledger);
}

}  // namespace

Origin origin_of_need(JourneyId journey, const Today& today) {
  return {TouchpointId(), today.world.journeys[journey.index()].root_cause};
}

void start_journey(Person& p, JourneyId journey, Origin origin, const Today& today,
                   Ledger& ledger) {
  Customer& c = p.self;
  c.journey = journey;
  c.vertex = today.world.tables.vertex(Landmark::entry);
  c.episode = fresh_episode<float>();
  c.contacts = c.failures = 0;
  c.last_department = DepartmentId();
  c.upstream = origin.failed_at;
  c.upstream_cause = origin.cause;
  c.set(Fact::failure_behind, origin.failed_at.exists());
  note(p, LifeEventKind::need, today, ledger);
}

void leave_journey(Person& p) {
  p.self.journey = JourneyId();
  p.self.next_contact = never;
}

void schedule_next_need(Person& p, const Today& today) {
  const float rate = need_rates(p, today);
  p.self.next_contact =
      rate > 0 ? due_after(today.day, 1.0f + p.luck.exponential(Decision::next_need) / rate)
               : never;
}

void go_on_journey(Person& p, const Today& today, Ledger& ledger) {
  if (!p.self.journey.exists()) {
    const JourneyId need = choose_need(p, today);
    if (!need.exists()) {
      schedule_next_need(p, today);
      return;
    }
    start_journey(p, need, origin_of_need(need, today), today, ledger);
  }
  if (p.self.vertex == today.world.tables.vertex(Landmark::entry) &&
      enter(p, today, ledger) == Step::done)
    return;
  const bool failed = make_contact(p, today, ledger);
  move_on(p, failed, today, ledger);
}

}  // namespace cxsim
