#include "interventions/programme.hpp"

#include <algorithm>

#include "interventions/catalogue.hpp"

namespace cxsim {
namespace {

std::size_t count_of(Each each, const Conditions& now) {
  switch (each) {
    case Each::firm:
      return 1;
    case Each::department:
      return now.company.departments.size();
    case Each::touchpoint:
      return now.touchpoints.size();
    case Each::journey:
      return now.journeys.size();
    case Each::root_cause:
      return now.company.root_causes.size();
    case Each::rival:
      return now.rivals.size();
  }
  return 0;
}

bool lies_in(const Scope& scope, Each each, std::size_t i, const Conditions& now) {
  switch (each) {
    case Each::department:
      return scope.departments.has(DepartmentId(i));
    case Each::touchpoint:
      return scope.touchpoints.has(TouchpointId(i)) &&
             scope.departments.has(now.touchpoints[i].owner);
    case Each::journey:
      return scope.journeys.has(JourneyId(i));
    case Each::root_cause:
      return scope.root_causes.has(RootCauseId(i));
    default:
      return true;
  }
}

void move_numbers(const Intervention& one, float strength, Conditions& now) {
  for (std::size_t h = 0; h < one.changes.size(); ++h) {
    const Target& target = one.kind->handles[h].target;
    if (target.number == nullptr || !one.changes[h].does_anything()) continue;
    for (std::size_t i = 0; i < count_of(target.each, now); ++i) {
      if (!lies_in(one.scope, target.each, i, now)) continue;
      float& number = target.number(now, i);
      number = changed_within(number, one.changes[h], strength, target.range);
    }
  }
}

// A scope within which a lever of the firm holds for some contacts or people only.
bool is_particular(const Scope& scope) {
  return scope.is_about_people() || !scope.touchpoints.all() || !scope.journeys.all();
}

void move_levers(const Intervention& one, float strength, Levers& levers, ProgrammeDay& today) {
  for (std::size_t h = 0; h < one.changes.size(); ++h) {
    const Target& target = one.kind->handles[h].target;
    const Change& change = one.changes[h];
    if (target.lever == nullptr || !change.does_anything()) continue;
    if (!one.scope.root_causes.all()) continue;  // a lever moves every cause, or none
    if (is_particular(one.scope))
      today.particular.push_back({target.lever, target.range, change, strength, &one.scope});
    else
      levers.*target.lever = changed_within(levers.*target.lever, change, strength, target.range);
  }
}

// Its own, whatever else happens that day; the ninth of a kind shares the luck of the first,
// because Luck keeps eight bits of it.
std::uint32_t occasion_of(const Intervention& one) {
  constexpr std::uint32_t of_a_kind = 8;
  return static_cast<std::uint32_t>(place_in_catalogue(*one.kind)) * of_a_kind +
         one.number % of_a_kind;
}

// A second climb would have to know where the first one stands on its first day.
Problems check_climbs(std::span<const Intervention> interventions) {
  Problems problems;
  const Intervention* first = nullptr;
  for (const Intervention& one : interventions) {
    if (one.kind != &kinds::maturity_climb) continue;
    if (first != nullptr)
      problems.push_back({one.place, "intervention." + one.name,
                          "the arm climbs already, by \"" + first->name + "\"",
                          "a firm is at one stage at a time",
                          "climb to the highest stage in one, or apply them in different arms"});
    first = &one;
  }
  return problems;
}

}  // namespace

Result<Programme> Programme::of(std::vector<Intervention> interventions,
                                std::span<const Touchpoint> touchpoints,
                                std::span<const Journey> journeys) {
  Programme programme;
  programme.interventions_ = std::move(interventions);
  std::stable_sort(programme.interventions_.begin(), programme.interventions_.end(),
                   [](const Intervention& a, const Intervention& b) {
                     return place_in_catalogue(*a.kind) < place_in_catalogue(*b.kind);
                   });
  if (programme.is_empty()) return programme;
  Problems problems = check_climbs(programme.interventions_);
  if (!problems.empty()) return problems;
  auto ways = ways_of(programme.interventions_, touchpoints, journeys);
  if (!ways) return ways.problems();
  programme.ways_ = std::move(*ways);
  return programme;
}

std::int64_t Programme::first_day() const {
  std::int64_t first = -1;
  for (const Intervention& one : interventions_)
    if (first < 0 || one.timing.start < first) first = one.timing.start;
  return first;
}

bool Programme::moves_on(std::int64_t day) const {
  return std::any_of(interventions_.begin(), interventions_.end(), [&](const Intervention& one) {
    const bool on_its_own = one.kind->shape == Shape::own && one.kind->act != nullptr &&
                            does_something(one.timing) && day >= one.timing.start;
    return on_its_own || strength_on(one.timing, day) != strength_on(one.timing, day - 1);
  });
}

void Programme::arrange(const DayOfResults& today, Conditions& now) const {
  for (const Intervention& one : interventions_) {
    const float strength = strength_on(one.timing, today.day);
    if (strength != 0) move_numbers(one, strength, now);
    const bool on_its_own = one.kind->shape == Shape::own && does_something(one.timing) &&
                            today.day >= one.timing.start;
    if (one.kind->act != nullptr && (strength != 0 || on_its_own)) one.kind->act(one, today, now);
  }
}

ProgrammeDay Programme::act(std::int64_t day, Levers& levers) const {
  ProgrammeDay today;
  for (const Intervention& one : interventions_) {
    today.cost += cost_on(one.timing, day);
    const float strength = strength_on(one.timing, day);
    if (strength != 0) move_levers(one, strength, levers, today);
    if (one.kind->redesigns_a_journey) today.redesigns.push_back(strength);
    if (one.kind->happening == nullptr || !does_something(one.timing)) continue;
    if (const auto happening = one.kind->happening(one, day)) {
      today.happenings.push_back(*happening);
      today.happenings.back().scope = &one.scope;
      today.happenings.back().occasion = occasion_of(one);
    }
  }
  return today;
}

}  // namespace cxsim
