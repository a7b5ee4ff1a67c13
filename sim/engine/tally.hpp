// What a month adds up to: sums that the table of measures turns into results.
#pragma once

#include <cstddef>
#include <vector>

#include "base/fixed_sum.hpp"
#include "base/ids.hpp"

namespace cxsim {

// By segment. The first group is counted as it happens, the second at the end of the month.
enum class SegmentSum : unsigned char {
  acquired,
  churned,
  won_back,
  wom_positive,
  wom_negative,
  revenue,
  contact_cost,
  recovery_cost,
  care_cost,
  cost_of_goods,
  acquisition_cost,
  programme_cost,
  benefit_cost,
  looked,
  ces_points,
  ces_answers,
  missed_opportunity,
  active,
  promoters,
  passives,
  detractors,
  nps_answers,
  nps_promoters,
  nps_detractors,
  valence,
  trust,
  commitment,
  satisfaction,
  hostile,
  net_preference,
  preferring,
  preference_quality,
  preference_satisfaction,
  preference_implicit,
  preference_commitment,
  preference_trust,
  preference_equity,
  preference_price,
  preference_hostility,
  preference_rivals,
  csat_points,
  unaware,
  aware,
  considering,
  former,
  cultivated,
  advocates,
  at_risk,
  value_adders,
  inconsistency,
  inconsistency_people,
  count
};

enum class TouchpointSum : unsigned char {
  contacts,
  surveys,
  survey_points,
  satisfied,
  gap,
  gap_seen,
  gaps_seen,
  wait,
  waits,
  failures,
  repeats,
  bot_contacts,
  count
};

enum class JourneySum : unsigned char {
  closed,
  abandoned,
  satisfied,
  csat_points,
  experience,
  count
};

enum class DepartmentSum : unsigned char { load, morale, wait, days, minutes, count };

enum class CompanySum : unsigned char {
  complaints,
  recoveries,
  recoveries_succeeded,
  first_recoveries,
  first_recovery_gain,
  repeat_recoveries,
  repeat_recovery_gain,
  failed_recoveries,
  failed_recovery_gain,
  advertising_cost,
  intervention_cost,
  handoffs_lost,
  stars_1,
  stars_2,
  stars_3,
  stars_4,
  stars_5,
  reputation,
  messages_heard,
  messages_sent,
  people_reached,
  count
};

// Rows of one kind of thing, columns of one kind of sum.
template <class Row, class Column>
class SumTable {
 public:
  SumTable() = default;
  explicit SumTable(std::size_t rows) : sums_(rows * columns) {}

  FixedSum& at(Row row, Column column) { return sums_[place(row.index(), column)]; }
  double value(std::size_t row, Column column) const { return sums_[place(row, column)].value(); }
  std::size_t rows() const { return sums_.size() / columns; }

  void add(const SumTable& other) {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i].add(other.sums_[i]);
  }
  void clear() {
    for (FixedSum& sum : sums_) sum.clear();
  }

 private:
  static constexpr std::size_t columns = static_cast<std::size_t>(Column::count);
  static std::size_t place(std::size_t row, Column column) {
    return row * columns + static_cast<std::size_t>(column);
  }
  std::vector<FixedSum> sums_;
};

// Counts of contacts by touchpoint and what they came from; column 0 is "none".
class ReasonTable {
 public:
  ReasonTable() = default;
  ReasonTable(std::size_t touchpoints, std::size_t reasons)
      : reasons_(reasons + 1), counts_(touchpoints * (reasons + 1)) {}
  template <class Reason>
  void count(TouchpointId touchpoint, Reason reason) {
    const std::size_t column = reason.exists() ? reason.index() + 1 : 0;
    ++counts_[touchpoint.index() * reasons_ + column];
  }
  std::int64_t value(std::size_t touchpoint, std::size_t column) const {
    return counts_[touchpoint * reasons_ + column];
  }
  void add(const ReasonTable& other) {
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  }
  void clear() { counts_.assign(counts_.size(), 0); }

 private:
  std::size_t reasons_ = 1;
  std::vector<std::int64_t> counts_;
};

struct TallyShape {
  std::size_t segments, touchpoints, journeys, departments, root_causes;
};

struct CompanyRow {
  std::size_t index() const { return 0; }
};

struct Tally {
  Tally() = default;
  explicit Tally(const TallyShape& shape)
      : segments(shape.segments),
        touchpoints(shape.touchpoints),
        journeys(shape.journeys),
        departments(shape.departments),
        company(1),
        root_cause_levels(shape.root_causes),
        upstream_touchpoints(shape.touchpoints, shape.touchpoints),
        upstream_causes(shape.touchpoints, shape.root_causes) {}

  SumTable<SegmentId, SegmentSum> segments;
  SumTable<TouchpointId, TouchpointSum> touchpoints;
  SumTable<JourneyId, JourneySum> journeys;
  SumTable<DepartmentId, DepartmentSum> departments;
  SumTable<CompanyRow, CompanySum> company;
  std::vector<double> root_cause_levels;  // at the end of the month
  ReasonTable upstream_touchpoints, upstream_causes;

  FixedSum& of(SegmentId s, SegmentSum sum) { return segments.at(s, sum); }
  FixedSum& of(TouchpointId t, TouchpointSum sum) { return touchpoints.at(t, sum); }
  FixedSum& of(JourneyId j, JourneySum sum) { return journeys.at(j, sum); }
  FixedSum& of(DepartmentId d, DepartmentSum sum) { return departments.at(d, sum); }
  FixedSum& of(CompanySum sum) { return company.at(CompanyRow{}, sum); }

  void add(const Tally& other) {
    segments.add(other.segments);
    touchpoints.add(other.touchpoints);
    journeys.add(other.journeys);
    departments.add(other.departments);
    company.add(other.company);
    upstream_touchpoints.add(other.upstream_touchpoints);
    upstream_causes.add(other.upstream_causes);
  }
  void clear() {
    segments.clear();
    touchpoints.clear();
    journeys.clear();
    departments.clear();
    company.clear();
    upstream_touchpoints.clear();
    upstream_causes.clear();
  }
};

}  // namespace cxsim
