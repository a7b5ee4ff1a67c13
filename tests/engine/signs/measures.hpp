// Measures of a run that an intervention moves directly.
#pragma once

#include <map>

#include "support/small_world.hpp"

namespace cxsim {

template <class Sum>
double all(const RunResult& r, Sum sum) {
  return sum_of(r, sum);
}

template <class Sum>
double ratio(const RunResult& r, Sum part, Sum whole) {
  return sum_of(r, part) / sum_of(r, whole);
}

// Of all customers at the end of each month.
inline double mean_customer(const RunResult& r, SegmentSum sum) {
  return ratio(r, sum, SegmentSum::active);
}

template <class Row, class Column>
double at_row(const RunResult& r, SumTable<Row, Column> Tally::*table, Row row, Column column) {
  double total = 0;
  for (const Tally& month : r.months) total += (month.*table).value(row.index(), column);
  return total;
}

inline double at(const RunResult& r, TouchpointId where, TouchpointSum sum) {
  return at_row(r, &Tally::touchpoints, where, sum);
}
inline double at(const RunResult& r, JourneyId where, JourneySum sum) {
  return at_row(r, &Tally::journeys, where, sum);
}
inline double at(const RunResult& r, DepartmentId where, DepartmentSum sum) {
  return at_row(r, &Tally::departments, where, sum);
}

inline double share_failing(const RunResult& r, TouchpointId where) {
  return at(r, where, TouchpointSum::failures) / at(r, where, TouchpointSum::contacts);
}

inline double mean_wait(const RunResult& r) {
  return at(r, service, DepartmentSum::wait) / at(r, service, DepartmentSum::days);
}

inline double mean_morale(const RunResult& r) {
  return at(r, service, DepartmentSum::morale) / at(r, service, DepartmentSum::days);
}

inline double revenue_per_customer(const RunResult& r) {
  return mean_customer(r, SegmentSum::revenue);
}

// Of all months: where fixing is faster, they are lower.
inline double root_causes(const RunResult& r) {
  double total = 0;
  for (const Tally& month : r.months)
    for (const double level : month.root_cause_levels) total += level;
  return total;
}

// A number of every contact that was seen, on average.
template <class Number>
double mean_contact(const RunResult& r, Number number) {
  double total = 0, count = 0;
  for (const LifeEvent& e : r.events) {
    if (e.kind != LifeEventKind::contact || e.day < 0) continue;
    total += static_cast<double>(number(e));
    ++count;
  }
  return total / count;
}

inline double delivered(const RunResult& r) {
  return mean_contact(r, [](const LifeEvent& e) { return e.experience.delivered; });
}

inline double perceived(const RunResult& r) {
  return mean_contact(r, [](const LifeEvent& e) { return e.experience.perceived; });
}

inline double cynicism(const RunResult& r) {
  return mean_contact(r, [](const LifeEvent& e) { return e.mind.cynicism; });
}

// Days from one event of a person to the next of another kind.
inline double days_between(const RunResult& r, LifeEventKind first, LifeEventKind then) {
  std::map<std::uint32_t, std::int32_t> since;
  double total = 0, count = 0;
  for (const LifeEvent& e : r.events) {
    if (e.kind == first) since[e.person.value] = e.day;
    const auto found = since.find(e.person.value);
    if (e.kind != then || found == since.end()) continue;
    total += e.day - found->second;
    ++count;
    since.erase(found);
  }
  return total / count;
}

inline double days_to_recovery(const RunResult& r) {
  return days_between(r, LifeEventKind::complaint, LifeEventKind::recovery);
}

inline double days_to_offer(const RunResult& r) {
  return days_between(r, LifeEventKind::left, LifeEventKind::considered);
}

// What the price speaks for the firm, in the eyes of those who decide whether to come back.
inline double price_term_of_returning(const RunResult& r) {
  std::map<std::uint32_t, bool> has_left;
  double total = 0, count = 0;
  for (const LifeEvent& e : r.events) {
    if (e.kind == LifeEventKind::left) has_left[e.person.value] = true;
    const bool decides = e.kind == LifeEventKind::bought || e.kind == LifeEventKind::declined;
    if (!decides || !has_left[e.person.value]) continue;
    total += static_cast<double>(e.preference.price);
    ++count;
  }
  return total / count;
}

}  // namespace cxsim
