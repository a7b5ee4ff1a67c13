// A run's whole result as one list of numbers, so that two runs can be held against each other.
#pragma once

#include <cmath>
#include <vector>

#include "engine/run.hpp"

namespace cxsim {

using Numbers = std::vector<double>;

template <class Row, class Column>
void flatten(const SumTable<Row, Column>& table, Numbers& numbers) {
  for (std::size_t row = 0; row < table.rows(); ++row)
    for (std::size_t c = 0; c < static_cast<std::size_t>(Column::count); ++c)
      numbers.push_back(table.value(row, static_cast<Column>(c)));
}

inline void flatten(const Tally& month, Numbers& numbers) {
  flatten(month.segments, numbers);
  flatten(month.touchpoints, numbers);
  flatten(month.journeys, numbers);
  flatten(month.departments, numbers);
  flatten(month.company, numbers);
  numbers.insert(numbers.end(), month.root_cause_levels.begin(), month.root_cause_levels.end());
  const std::size_t touchpoints = month.touchpoints.rows();
  for (std::size_t t = 0; t < touchpoints; ++t) {
    for (std::size_t u = 0; u <= touchpoints; ++u)
      numbers.push_back(static_cast<double>(month.upstream_touchpoints.value(t, u)));
    for (std::size_t c = 0; c <= month.root_cause_levels.size(); ++c)
      numbers.push_back(static_cast<double>(month.upstream_causes.value(t, c)));
  }
}

inline void flatten(const PersonRecord& r, Numbers& numbers) {
  const float score = std::isnan(r.recommend_score) ? -1 : r.recommend_score;
  for (const double number :
       {double(r.acquired_day), double(r.churn_day), double(r.times_churned), double(score),
        double(r.lifetime_profit), double(r.contacts), double(r.segment.value),
        double(static_cast<int>(r.cause)), double(static_cast<int>(r.lifecycle))})
    numbers.push_back(number);
}

inline void flatten(const Mind<float>& m, Numbers& numbers) {
  for (const float number : {m.belief.product, m.belief.service, m.belief.ux, m.belief.brand,
                             m.expectation_offset, m.valence, m.arousal, m.satisfaction, m.implicit,
                             m.trust, m.commitment, m.cynicism, m.equity, m.neighbour_exits})
    numbers.push_back(static_cast<double>(number));
}

inline void flatten(const LifeEvent& e, Numbers& numbers) {
  for (const int number :
       {static_cast<int>(e.kind), static_cast<int>(e.day), static_cast<int>(e.person.value),
        static_cast<int>(e.touchpoint.value), static_cast<int>(e.upstream.value),
        static_cast<int>(e.upstream_cause.value), static_cast<int>(e.journey.value),
        static_cast<int>(e.answered_by), static_cast<int>(e.success), static_cast<int>(e.hostile),
        static_cast<int>(e.surveyed), static_cast<int>(e.number), static_cast<int>(e.cause)})
    numbers.push_back(number);
  for (const float number :
       {e.wait, e.score, e.amount, e.chance, e.net_preference, e.effort, e.experience.delivered,
        e.experience.perceived, e.experience.gap, e.experience.reaction, e.look.satisfaction,
        e.preference.quality, e.preference.rivals, e.inertia})
    numbers.push_back(static_cast<double>(number));
  flatten(e.mind, numbers);
}

inline Numbers flatten(const RunResult& result) {
  Numbers numbers;
  for (const Tally& month : result.months) flatten(month, numbers);
  for (const PersonRecord& record : result.people) flatten(record, numbers);
  for (const LifeEvent& event : result.events) flatten(event, numbers);
  return numbers;
}

}  // namespace cxsim
