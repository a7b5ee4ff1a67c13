#include "analysis/sensitivity/uncertain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/number_text.hpp"

namespace cxsim {
namespace {

UncertainRow row_of(const OutcomeDefinition& outcome, const std::vector<double>& values,
                    std::size_t replications) {
  std::size_t above = 0, known = 0;
  for (std::size_t at = 0; at < values.size(); at += replications) {
    double sum = 0;
    for (std::size_t r = 0; r < replications; ++r) sum += values[at + r];
    if (std::isnan(sum)) continue;
    ++known;
    if (sum > 0) ++above;
  }
  return {outcome, spread_of(values), variance_split(values, replications),
          proportion(above, known)};
}

std::vector<double> differences(const std::vector<double>& arm,
                                const std::vector<double>& against) {
  std::vector<double> differences;
  for (std::size_t k = 0; k < arm.size(); ++k) differences.push_back(arm[k] - against[k]);
  return differences;
}

std::string percent(double share) {
  return std::isnan(share) ? "-" : fmt::format("{:.0f}%", 100 * share);
}

double share_of_luck(const VarianceSplit& split) { return split.luck.share + split.together.share; }

int title_width(const UncertainOutcomes& outcomes) {
  std::size_t longest = 28;
  for (const UncertainRow& row : outcomes.arms.front().levels)
    longest = std::max(longest, row.outcome.title.size());
  return static_cast<int>(longest);
}

std::string header(const std::string& name, int title) {
  return fmt::format("{}\n  {:<{}} {:>12} {:>12} {:>12} {:>12} {:>10} {:>6}\n", name, "", title,
                     "mean", "P5", "P50", "P95", "parameters", "luck");
}

using ShownAs = std::string (*)(double, const Format&);

std::string line_of(const UncertainRow& row, int title, ShownAs as) {
  const Format& format = row.outcome.format;
  return fmt::format("  {:<{}} {:>12} {:>12} {:>12} {:>12} {:>10} {:>6}", row.outcome.title, title,
                     as(row.spread.mean, format), as(row.spread.p5, format),
                     as(row.spread.p50, format), as(row.spread.p95, format),
                     percent(row.split.parameters.share), percent(share_of_luck(row.split)));
}

Json row_json(const UncertainRow& row) {
  return {{"unit", row.outcome.unit},
          {"spread", json_of(row.spread)},
          {"share_of_parameters", json_of(row.split.parameters.share)},
          {"share_of_luck", json_of(share_of_luck(row.split))},
          {"above_zero", json_of(row.above_zero)}};
}

Json rows_json(const std::vector<UncertainRow>& rows) {
  Json json = Json::object();
  for (const UncertainRow& row : rows) json[row.outcome.name] = row_json(row);
  return json;
}

}  // namespace

UncertainOutcomes uncertain_outcomes(const SweptResults& results) {
  UncertainOutcomes all{results.facts(), results.parameters().size(), {}};
  for (const std::string& arm : all.facts.arms) all.arms.push_back({arm, {}, {}});
  const std::size_t replications = all.facts.replications;
  for (const SweptOutcome& outcome : results.outcomes(results.table()))
    for (std::size_t arm = 0; arm < all.arms.size(); ++arm) {
      const OutcomeDefinition& definition = outcome.definition;
      if (definition.where != Shown::in_comparisons)
        all.arms[arm].levels.push_back(row_of(definition, outcome.values[arm], replications));
      if (arm > 0 && definition.where != Shown::in_summaries)
        all.arms[arm].changes.push_back(
            row_of(definition, differences(outcome.values[arm], outcome.values[0]), replications));
    }
  return all;
}

std::string to_text(const UncertainOutcomes& outcomes) {
  const int title = title_width(outcomes);
  std::string text;
  for (const UncertainArm& arm : outcomes.arms) {
    if (!text.empty()) text += "\n";
    text += header(arm.name, title);
    for (const UncertainRow& row : arm.levels)
      text += line_of(row, title, shown) + "  " + row.outcome.unit + "\n";
  }
  for (const UncertainArm& arm : outcomes.arms) {
    if (arm.changes.empty()) continue;
    text += "\n" + header(arm.name + " less " + outcomes.facts.arms.front(), title);
    for (const UncertainRow& row : arm.changes)
      text += line_of(row, title, shown_change) + "  " + row.outcome.unit +
              (row.above_zero.of == 0 ? "\n"
                                      : fmt::format("; above 0 at {} of {}\n", row.above_zero.count,
                                                    row.above_zero.of));
  }
  text += fmt::format(
      "\n  {} {} parameters, each with the same {} replication{} of luck.\n"
      "  P5 to P95: percentiles over all of these runs. parameters, luck: shares of the variance "
      "that\n"
      "  comes from what the parameters are, and from luck (also where it differs between "
      "draws).\n",
      outcomes.facts.points,
      (outcomes.facts.design == DesignKind::random ? "draws of " : "points of ") +
          std::to_string(outcomes.settings) +
          (outcomes.facts.design == DesignKind::random ? " uncertain" : " varied"),
      outcomes.facts.replications, outcomes.facts.replications == 1 ? "" : "s");
  return text;
}

Json json_of(const UncertainOutcomes& outcomes) {
  Json json{{"title", outcomes.facts.title},
            {"points", outcomes.facts.points},
            {"replications", outcomes.facts.replications},
            {"parameters", outcomes.settings}};
  for (const UncertainArm& arm : outcomes.arms) {
    json["arms"][arm.name]["outcomes"] = rows_json(arm.levels);
    if (!arm.changes.empty()) json["arms"][arm.name]["changes"] = rows_json(arm.changes);
  }
  return json;
}

}  // namespace cxsim
