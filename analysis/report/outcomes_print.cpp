// The table of outcomes, for people and for programs.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/report/outcomes.hpp"

namespace cxsim {
namespace {

// 12,345.6: thousands apart, as many decimals as asked for.
std::string grouped(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, ",");
  return (value < 0 ? "-" : "") + text;
}

std::string shown(double value, const Format& format) {
  if (std::isnan(value)) return "-";
  const double scaled = format.percent ? 100 * value : value;
  const double rounded = std::abs(scaled) < .5 * std::pow(10.0, -format.decimals) ? 0 : scaled;
  return grouped(rounded, format.decimals);
}

std::string row_of(const OutcomeRow& outcome, const Spread& s, bool spread) {
  std::string row = fmt::format("  {:<28}{:>13}", outcome.title, shown(s.mean, outcome.format));
  if (spread)
    row += fmt::format("{:>13}{:>13}{:>13}", shown(s.p5, outcome.format),
                       shown(s.p50, outcome.format), shown(s.p95, outcome.format));
  return row + "  " + outcome.unit + "\n";
}

nlohmann::ordered_json json_of(const Spread& s) {
  const auto number = [](double value) {
    return std::isnan(value) ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value);
  };
  return {{"mean", number(s.mean)},
          {"sd", number(s.sd)},
          {"p5", number(s.p5)},
          {"p50", number(s.p50)},
          {"p95", number(s.p95)}};
}

}  // namespace

std::string to_text(const Outcomes& outcomes) {
  const bool spread = outcomes.replications > 1;
  std::string text;
  for (std::size_t arm = 0; arm < outcomes.arms.size(); ++arm) {
    text += fmt::format("{}{}\n", arm > 0 ? "\n" : "", outcomes.arms[arm]);
    text += fmt::format("  {:<28}{:>13}", "", "mean");
    if (spread) text += fmt::format("{:>13}{:>13}{:>13}", "P5", "P50", "P95");
    text += "\n";
    for (const OutcomeRow& outcome : outcomes.rows)
      text += row_of(outcome, outcome.arms[arm], spread);
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

std::string to_json(const Outcomes& outcomes) {
  nlohmann::ordered_json json;
  json["title"] = outcomes.title;
  json["replications"] = outcomes.replications;
  json["months"] = outcomes.months;
  for (std::size_t arm = 0; arm < outcomes.arms.size(); ++arm)
    for (const OutcomeRow& outcome : outcomes.rows) {
      nlohmann::ordered_json& row = json["arms"][outcomes.arms[arm]][outcome.name];
      row = json_of(outcome.arms[arm]);
      row["unit"] = outcome.format.percent ? "share" : outcome.unit;
    }
  return json.dump(2) + "\n";
}

}  // namespace cxsim
