#include "analysis/report/measured.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/run.hpp"

namespace cxsim {
namespace {

double mean_of(const Outcomes& outcomes, std::string_view name) {
  const auto named = [&](const OutcomeRow& row) { return row.outcome.name == name; };
  const auto found = std::find_if(outcomes.rows.begin(), outcomes.rows.end(), named);
  return found == outcomes.rows.end() ? not_known : found->arms.front().mean;
}

struct Pair {
  std::string key, title;
  Format format;
  double measured, model;
};

std::vector<Pair> pairs_of(const Outcomes& outcomes, const Measured& measured) {
  const std::vector<Pair> all{{"retention",
                               "customers kept a year, %",
                               {1, true},
                               static_cast<double>(measured.retention),
                               yearly_retention(mean_of(outcomes, "churn_rate"))},
                              {"nps",
                               "NPS of those who answer",
                               {1},
                               static_cast<double>(measured.nps),
                               mean_of(outcomes, "nps_measured")},
                              {"csat",
                               "satisfied with touchpoints, %",
                               {1, true},
                               static_cast<double>(measured.csat),
                               mean_of(outcomes, "touchpoint_satisfied_share")}};
  std::vector<Pair> stated;
  for (const Pair& pair : all)
    if (!std::isnan(pair.measured)) stated.push_back(pair);
  return stated;
}

}  // namespace

double yearly_retention(double churn_a_month) {
  return std::pow(1 - churn_a_month, 365.0 / days_per_month);
}

std::string beside_measured(const Outcomes& outcomes, const Measured& measured) {
  const std::vector<Pair> pairs = pairs_of(outcomes, measured);
  if (pairs.empty()) return "";
  std::string text =
      fmt::format("\n{:<30}{:>13}{:>13}\n", "the firm's own figures", "measured", "model");
  for (const Pair& pair : pairs)
    text += fmt::format("  {:<28}{:>13}{:>13}\n", pair.title, shown(pair.measured, pair.format),
                        shown(pair.model, pair.format));
  if (!measured.source.empty()) text += fmt::format("  Measured: {}\n", measured.source);
  return text;
}

Json measured_json(const Outcomes& outcomes, const Measured& measured) {
  Json json;
  for (const Pair& pair : pairs_of(outcomes, measured))
    json[pair.key] = {{"measured", json_of(pair.measured)}, {"model", json_of(pair.model)}};
  if (!json.is_null() && !measured.source.empty()) json["source"] = measured.source;
  return json;
}

}  // namespace cxsim
