// The comparison of arms as programs read it: everything.
#include "analysis/report/comparison.hpp"
#include "analysis/report/money.hpp"

namespace cxsim {
namespace {

// The months that an outcome looks at, counted from 1.
Json months_json(const OutcomeDefinition& outcome, std::size_t months) {
  const Months window = months_of(outcome.window, months);
  return {window.from + 1, window.to};
}

Json row_json(const ComparedOutcome& row, std::size_t months) {
  return {{"title", row.outcome.title},
          {"months", months_json(row.outcome, months)},
          {"unit", row.outcome.format.percent ? "share" : row.outcome.unit},
          {"against", json_of(row.against)},
          {"arm", json_of(row.arm)},
          {"difference", json_of(row.difference)}};
}

Json payback_json(const Payback& payback) {
  Json months = Json::array();
  for (const double month : payback.months) months.push_back(json_of(month));
  return {{"months", months},
          {"median", json_of(payback.median)},
          {"within_run", json_of(payback.within_run)}};
}

Json arm_json(const ComparedArm& arm, std::size_t months) {
  Json json{{"title", arm.arm.title}};
  json["action_day"] = arm.arm.action_day >= 0 ? Json(arm.arm.action_day) : Json(nullptr);
  for (const ComparedOutcome& row : arm.outcomes)
    json["outcomes"][row.outcome.name] = row_json(row, months);
  json["payback"] = payback_json(arm.payback);
  return json;
}

}  // namespace

Json json_of(const Comparison& comparison) {
  const ResultFacts& facts = comparison.facts;
  Json json{{"title", facts.title},
            {"against", comparison.against},
            {"replications", facts.replications},
            {"months", facts.months},
            {"currency", facts.currency},
            {"discount_rate", facts.discount_rate},
            {"decision_day", decision_day(facts)},
            {"confidence", confidence_level}};
  for (const ComparedArm& arm : comparison.arms)
    json["arms"][arm.arm.name] = arm_json(arm, facts.months);
  return json;
}

}  // namespace cxsim
