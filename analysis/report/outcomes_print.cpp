// The table of outcomes, for people and for programs.
#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/outcomes.hpp"

namespace cxsim {
namespace {

std::string row_of(const OutcomeDefinition& outcome, const Spread& s, bool spread, int title) {
  std::string row =
      fmt::format("  {:<{}} {:>12}", outcome.title, title, shown(s.mean, outcome.format));
  if (spread)
    row += fmt::format(" {:>12} {:>12} {:>12}", shown(s.p5, outcome.format),
                       shown(s.p50, outcome.format), shown(s.p95, outcome.format));
  return row + "  " + outcome.unit + "\n";
}

int title_width(const Outcomes& outcomes) {
  std::size_t longest = 28;
  for (const OutcomeRow& row : outcomes.rows)
    if (row.outcome.where != Shown::in_comparisons)
      longest = std::max(longest, row.outcome.title.size());
  return static_cast<int>(longest);
}

}  // namespace

std::string to_text(const Outcomes& outcomes) {
  const bool spread = outcomes.replications > 1;
  const int title = title_width(outcomes);
  std::string text;
  for (std::size_t arm = 0; arm < outcomes.arms.size(); ++arm) {
    text += fmt::format("{}{}\n", arm > 0 ? "\n" : "", outcomes.arms[arm]);
    text += fmt::format("  {:<{}} {:>12}", "", title, "mean");
    if (spread) text += fmt::format(" {:>12} {:>12} {:>12}", "P5", "P50", "P95");
    text += "\n";
    for (const OutcomeRow& row : outcomes.rows)
      if (row.outcome.where != Shown::in_comparisons)
        text += row_of(row.outcome, row.arms[arm], spread, title);
  }
  text += fmt::format(
      "\n  Rates and NPS: the last {} months; satisfaction, word of mouth and profit: "
      "all {} months.\n",
      std::min<std::size_t>(12, outcomes.months), outcomes.months);
  if (spread)
    text += fmt::format("  P5, P50, P95: percentiles over {} replications with different luck.\n",
                        outcomes.replications);
  return text;
}

Json json_of(const Outcomes& outcomes) {
  Json json;
  json["title"] = outcomes.title;
  json["replications"] = outcomes.replications;
  json["months"] = outcomes.months;
  for (std::size_t arm = 0; arm < outcomes.arms.size(); ++arm)
    for (const OutcomeRow& row : outcomes.rows) {
      Json& entry = json["arms"][outcomes.arms[arm]][row.outcome.name];
      entry = json_of(row.arms[arm]);
      entry["unit"] = row.outcome.format.percent ? "share" : row.outcome.unit;
    }
  return json;
}

std::string to_json(const Outcomes& outcomes) { return json_of(outcomes).dump(2) + "\n"; }

}  // namespace cxsim
