// Retention, for people and for programs.
#include <fmt/format.h>

#include <cmath>

#include "analysis/report/number_text.hpp"
#include "analysis/report/retention.hpp"
#include "engine/run.hpp"

namespace cxsim {
namespace {

constexpr Format people{0}, percent{1, true};

constexpr std::string_view terms = R"(
  Survival: Kaplan-Meier from the first purchase to the first departure; who is still a customer in
  the end is censored; Greenwood's interval, log-log. A month has 30 days, a year 12 months.
  Cohorts: who first bought in that span of results; shown where all of them could be that old, %.
)";

std::string at_age(std::int32_t payments) {
  return payments >= 12 && payments % 12 == 0 ? fmt::format("{} y", payments / 12)
                                              : fmt::format("{} mo", payments);
}

// Kept during the span before an age, of those who began it.
double kept_since(const ArmRetention& arm, std::int32_t before, std::int32_t age) {
  const double then = survival_at(arm.survival, before).survival;
  return then > 0 ? survival_at(arm.survival, age).survival / then : not_known;
}

std::string shown_percent(const Interval& interval) {
  if (!is_known(interval)) return "-";
  return fmt::format("{} to {}", shown(interval.low, percent), shown(interval.high, percent));
}

std::string survival_table(const ArmRetention& arm, const std::vector<std::int32_t>& ages) {
  std::string text = fmt::format("  {:<8}{:>11}{:>14}{:>18}{:>26}\n", "age", "at risk",
                                 "survival, %", "95% interval", "kept since the row above");
  std::int32_t before = 0;
  for (std::size_t k = 0; k < ages.size(); ++k) {
    const std::int32_t age = ages[k] * days_per_month;
    if (arm.at_risk[k] == 0) break;
    const SurvivalAt here = survival_at(arm.survival, age);
    text += fmt::format("  {:<8}{:>11}{:>14}{:>18}{:>26}\n", at_age(ages[k]),
                        shown(static_cast<double>(arm.at_risk[k]), people),
                        shown(here.survival, percent), shown_percent(here.interval),
                        shown(kept_since(arm, before, age), percent));
    before = age;
  }
  return text;
}

std::string cohort_table(const ArmRetention& arm, const Retention& all) {
  std::string text = fmt::format("\n  {:<12}{:>11}", "cohort", "customers");
  for (const std::int32_t payments : all.ages_shown) text += fmt::format("{:>8}", at_age(payments));
  text += "\n";
  const std::string_view span = all.cohort_months == 12 ? "year" : "quarter";
  for (const Cohort& cohort : arm.cohorts) {
    text += fmt::format("  {:<12}{:>11}", fmt::format("{} {}", span, cohort.number),
                        shown(static_cast<double>(cohort.customers), people));
    for (const double retained : cohort.retained)
      if (!std::isnan(retained)) text += fmt::format("{:>8}", shown(retained, percent));
    text += "\n";
  }
  return text;
}

}  // namespace

std::string to_text(const Retention& all) {
  std::string text =
      fmt::format("{}\n{} of {} people recorded, {} {} together\n", all.title,
                  shown(static_cast<double>(all.recorded), people),
                  shown(static_cast<double>(all.population), people), all.replications,
                  all.replications == 1 ? "replication" : "replications");
  for (const ArmRetention& arm : all.arms)
    text += fmt::format("\n{}: {} first bought, {} of them left\n", arm.arm,
                        shown(static_cast<double>(arm.customers), people),
                        shown(static_cast<double>(arm.left), people)) +
            survival_table(arm, all.ages_shown) + cohort_table(arm, all);
  return text + std::string(terms);
}

Json json_of(const Retention& all) {
  Json json{{"recorded", all.recorded},         {"population", all.population},
            {"replications", all.replications}, {"days", all.days},
            {"ages_in_months", all.ages_shown}, {"cohort_months", all.cohort_months}};
  for (const ArmRetention& arm : all.arms) {
    Json& mine = json["arms"][arm.arm];
    mine = {{"customers", arm.customers}, {"left", arm.left}, {"at_risk", arm.at_risk}};
    mine["survival"] = Json::array();
    for (const SurvivalStep& step : arm.survival)
      mine["survival"].push_back({{"age_in_days", step.age},
                                  {"at_risk", step.at_risk},
                                  {"left", step.ended},
                                  {"survival", json_of(step.survival)},
                                  {"interval", json_of(step.interval)}});
    mine["cohorts"] = Json::array();
    for (const Cohort& cohort : arm.cohorts) {
      Json retained = Json::array();
      for (const double share : cohort.retained) retained.push_back(json_of(share));
      mine["cohorts"].push_back({{"number", cohort.number},
                                 {"customers", cohort.customers},
                                 {"retained", std::move(retained)}});
    }
  }
  return json;
}

}  // namespace cxsim
