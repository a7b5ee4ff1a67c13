#include "analysis/page/outcome_json.hpp"

#include <algorithm>

#include "analysis/page/page_number.hpp"

namespace cxsim {
namespace {

Json figure(double value) { return page_number(value, digits_in_tables); }

// Tables indent a row that is part of the one above.
std::string without_indent(const std::string& title) {
  return title.substr(std::min(title.find_first_not_of(' '), title.size()));
}

Json heading_json(const OutcomeDefinition& outcome) {
  return {{"name", outcome.name},
          {"title", without_indent(outcome.title)},
          {"unit", outcome.unit},
          {"format", json_of(outcome.format)}};
}

Json spread_json(const Spread& s) {
  return {{"mean", figure(s.mean)},
          {"p5", figure(s.p5)},
          {"p50", figure(s.p50)},
          {"p95", figure(s.p95)}};
}

// Of what may be negative, a share of it says nothing.
double relative_change(const ComparedOutcome& row) {
  const bool says_something = row.against > 0 && row.arm >= 0;
  return says_something ? row.difference.spread.mean / row.against : not_known;
}

Json difference_json(const ComparedOutcome& row) {
  const PairedDifference& d = row.difference;
  return {{"mean", figure(d.spread.mean)},
          {"low", figure(d.t.low)},
          {"high", figure(d.t.high)},
          {"relative", page_number(relative_change(row))}};
}

Json months_json(const MonthSpan& span) {
  if (span.from == 0) return nullptr;
  return Json::array({span.from, span.to});
}

Json survival_json(const ArmRetention& arm, std::int32_t days) {
  constexpr std::int32_t most_points = 120;
  const std::int32_t step = std::max(1, (days + most_points - 1) / most_points);
  Json json = Json::array();
  if (arm.customers == 0) return json;
  for (std::int32_t day = 0; day <= days; day += step) {
    const SurvivalAt here = survival_at(arm.survival, day);
    json.push_back({{"day", day},
                    {"share", page_number(here.survival, 4)},
                    {"low", page_number(here.interval.low, 4)},
                    {"high", page_number(here.interval.high, 4)}});
  }
  return json;
}

Json cohorts_json(const ArmRetention& arm) {
  Json json = Json::array();
  for (const Cohort& cohort : arm.cohorts) {
    Json retained = Json::array();
    for (const double share : cohort.retained) retained.push_back(page_number(share, 4));
    json.push_back({{"number", cohort.number},
                    {"customers", cohort.customers},
                    {"retained", std::move(retained)}});
  }
  return json;
}

}  // namespace

Json json_of(const Format& format) {
  return {{"decimals", format.decimals}, {"percent", format.percent}};
}

Json page_outcomes_json(const Outcomes& outcomes, const Comparison& comparison) {
  Json json = Json::array();
  for (std::size_t k = 0; k < outcomes.rows.size(); ++k) {
    const OutcomeRow& row = outcomes.rows[k];
    Json one = heading_json(row.outcome);
    one["arms"] = Json::array();
    for (const Spread& spread : row.arms) one["arms"].push_back(spread_json(spread));
    one["differences"] = Json::array({nullptr});
    for (const ComparedArm& arm : comparison.arms)
      one["differences"].push_back(difference_json(arm.outcomes[k]));
    json.push_back(std::move(one));
  }
  return json;
}

Json promises_json(const CheckedExpectations& checked) {
  constexpr const char* verdicts[] = {"holds", "fails", "unknown"};
  Json json = Json::array();
  for (const CheckedExpectation& one : checked.all) {
    const Expectation& e = one.expectation;
    json.push_back({{"name", e.name},
                    {"title", e.says.empty() ? e.name : e.says},
                    {"says", e.says},
                    {"outcome", heading_json(one.outcome)},
                    {"arm", e.arm},
                    {"against", e.change.empty() ? "" : e.against},
                    {"change", e.change},
                    {"months", months_json(e.months)},
                    {"against_months", months_json(e.against_months)},
                    {"mean", figure(one.found.spread.mean)},
                    {"low", figure(one.found.t.low)},
                    {"high", figure(one.found.t.high)},
                    {"verdict", verdicts[static_cast<int>(one.verdict)]}});
  }
  return json;
}

Json page_retention_json(const Retention& all) {
  Json json{{"ages", all.ages_shown}, {"cohort_months", all.cohort_months}};
  json["arms"] = Json::array();
  for (const ArmRetention& arm : all.arms)
    json["arms"].push_back({{"customers", arm.customers},
                            {"left", arm.left},
                            {"survival", survival_json(arm, all.days)},
                            {"cohorts", cohorts_json(arm)}});
  return json;
}

}  // namespace cxsim
